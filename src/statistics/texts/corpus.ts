import { pause } from "./words-in.ts";

/**
 * Texts as numbers, each different text once. Words are in the order of their letters and texts in that of a hash of
 * their words, so that nothing that is worked out from them depends on the order in which texts came.
 */
export interface Corpus {
  /** Every word, ascending. */
  words: readonly string[];
  /** How many different texts there are. */
  size: number;
  /** Where each text begins in `tokens`; one more than there are texts. */
  starts: Int32Array;
  /** The words of the texts by their places in `words`; −1 for a pause. */
  tokens: Int32Array;
  /** The text of each that was added: −1 for one without words. */
  textOf: Int32Array;
}

/** Takes in texts one by one and keeps each different one once, as numbers. Texts are equal that have the same words. */
export class CorpusBuilder {
  readonly #ids = new Map<string, number>();
  readonly #texts = new Map<number, number[]>();
  readonly #hashes: number[] = [];
  readonly #textOf: number[] = [];
  /** Of texts with equal words the pauses of one stand for all: the fewest, then the earliest. */
  readonly #pauses = new Map<number, Int32Array>();
  #starts = [0];
  #tokens = new Int32Array(1 << 16);
  #length = 0;

  /** Adds the words of a text, as `wordsIn` gives them. */
  add(words: readonly string[]): void {
    const start = this.#length;
    let hash = 0x811c9dc5;
    let other = 0x9747b28c;
    let pending = false;
    for (const word of words) {
      if (word === pause) {
        pending = this.#length > start;
        continue;
      }
      if (pending) this.#push(-1);
      pending = false;
      this.#push(this.#idOf(word));
      for (let at = 0; at < word.length; at += 1) {
        const code = word.charCodeAt(at);
        hash = Math.imul(hash ^ code, 0x01000193);
        other = Math.imul(other ^ code, 0x5bd1e995) ^ (other >>> 13);
      }
      hash = Math.imul(hash ^ 0x20, 0x01000193);
      other = Math.imul(other ^ 0x20, 0x5bd1e995);
    }
    if (this.#length === start) {
      this.#textOf.push(-1);
      return;
    }
    const key = (hash >>> 0) * 0x200000 + (other >>> 11);
    const known = this.#texts.get(key) ?? [];
    const same = known.find((text) => this.#isSame(text, start));
    if (same !== undefined) {
      this.#choosePauses(same, this.#tokens.subarray(start, this.#length));
      this.#length = start;
      this.#textOf.push(same);
      return;
    }
    const text = this.#starts.length - 1;
    this.#starts.push(this.#length);
    this.#hashes.push(key);
    this.#texts.set(key, [...known, text]);
    this.#textOf.push(text);
  }

  finish(): Corpus {
    const known = [...this.#ids.keys()];
    const words = [...known].sort();
    const placeOf = new Map(words.map((word, place) => [word, place]));
    const places = Int32Array.from(known, (word) => placeOf.get(word) ?? 0);
    const order = Int32Array.from(this.#hashes.keys()).sort(
      (a, b) => (this.#hashes[a] ?? 0) - (this.#hashes[b] ?? 0) || this.#compare(a, b, places),
    );
    const newPlace = new Int32Array(order.length);
    const starts = new Int32Array(order.length + 1);
    const tokens = new Int32Array(this.#length);
    let at = 0;
    order.forEach((text, place) => {
      newPlace[text] = place;
      for (const id of this.#tokensOf(text)) {
        tokens[at] = id < 0 ? -1 : (places[id] ?? 0);
        at += 1;
      }
      starts[place + 1] = at;
    });
    const textOf = Int32Array.from(this.#textOf, (text) => (text < 0 ? -1 : (newPlace[text] ?? 0)));
    return { words, size: order.length, starts, tokens: tokens.subarray(0, at), textOf };
  }

  #idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    // A word is a slice of its text and would keep all of it alive.
    const own = word.split("").join("");
    this.#ids.set(own, this.#ids.size);
    return this.#ids.size - 1;
  }

  #push(token: number): void {
    if (this.#length === this.#tokens.length) {
      const grown = new Int32Array(this.#length * 2);
      grown.set(this.#tokens);
      this.#tokens = grown;
    }
    this.#tokens[this.#length] = token;
    this.#length += 1;
  }

  /** Whether a text has the words that were added last: pauses make no difference. */
  #isSame(text: number, start: number): boolean {
    let mine = start;
    for (let its = this.#starts[text] ?? 0; its < (this.#starts[text + 1] ?? 0); its += 1) {
      if (this.#tokens[its] === -1) continue;
      while (mine < this.#length && this.#tokens[mine] === -1) mine += 1;
      if (mine >= this.#length || this.#tokens[mine] !== this.#tokens[its]) return false;
      mine += 1;
    }
    while (mine < this.#length && this.#tokens[mine] === -1) mine += 1;
    return mine === this.#length;
  }

  #tokensOf(text: number): Int32Array {
    return this.#pauses.get(text) ?? this.#tokens.subarray(this.#starts[text], this.#starts[text + 1]);
  }

  #choosePauses(text: number, tokens: Int32Array): void {
    const known = this.#tokensOf(text);
    if (tokens.length > known.length) return;
    const differing = known.findIndex((token, place) => token !== tokens[place]);
    if (tokens.length === known.length && (differing < 0 || known[differing] === -1)) return;
    this.#pauses.set(text, tokens.slice());
  }

  #compare(a: number, b: number, places: Int32Array): number {
    const wordsOf = (text: number) => [...this.#tokensOf(text)].map((id) => places[id] ?? -1);
    const [one, other] = [wordsOf(a), wordsOf(b)];
    const differing = one.findIndex((place, index) => place !== other[index]);
    return differing < 0 ? one.length - other.length : (one[differing] ?? 0) - (other[differing] ?? -1);
  }
}
