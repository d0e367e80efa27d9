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
  /** Where each text begins in `tokens`, and behind its last word: what lies between texts is of none. */
  starts: Int32Array;
  ends: Int32Array;
  /** The words of the texts by their places in `words`; −1 for a pause. */
  tokens: Int32Array;
  /** The text of each that was added: −1 for one without words. */
  textOf: Int32Array;
}

/** Takes in texts one by one and keeps each different one once, as numbers. Texts are equal that have the same words. */
export class CorpusBuilder {
  readonly #ids = new Map<string, number>();
  /** By hash: the last text that has it. */
  readonly #texts = new Map<number, number>();
  /** By text: its hash, the text with the same one before it or −1, and where it lies. */
  readonly #hashes: number[] = [];
  readonly #sameHash: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #textOf: number[] = [];
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
    const last = this.#texts.get(key) ?? -1;
    let same = last;
    while (same >= 0 && !this.#isSame(same, start)) same = this.#sameHash[same] ?? -1;
    if (same >= 0) {
      this.#choosePauses(same, start);
      this.#length = start;
      this.#textOf.push(same);
      return;
    }
    const text = this.#starts.push(start) - 1;
    this.#ends.push(this.#length);
    this.#hashes.push(key);
    this.#sameHash.push(last);
    this.#texts.set(key, text);
    this.#textOf.push(text);
  }

  finish(): Corpus {
    const known = [...this.#ids.keys()];
    const words = [...known].sort();
    const placeOf = new Map(words.map((word, place) => [word, place]));
    const places = Int32Array.from(known, (word) => placeOf.get(word) ?? 0);
    const tokens = this.#tokens.subarray(0, this.#length);
    tokens.forEach((id, at) => {
      if (id >= 0) tokens[at] = places[id] ?? 0;
    });
    const order = Int32Array.from(this.#hashes.keys()).sort(
      (a, b) => (this.#hashes[a] ?? 0) - (this.#hashes[b] ?? 0) || this.#compare(a, b),
    );
    const newPlace = new Int32Array(order.length);
    order.forEach((text, place) => {
      newPlace[text] = place;
    });
    return {
      words,
      size: order.length,
      starts: order.map((text) => this.#starts[text] ?? 0),
      ends: order.map((text) => this.#ends[text] ?? 0),
      tokens,
      textOf: Int32Array.from(this.#textOf, (text) => (text < 0 ? -1 : (newPlace[text] ?? 0))),
    };
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
      // By a quarter: twice the room would be the most that is kept of texts.
      const grown = new Int32Array(Math.ceil(this.#length * 1.25));
      grown.set(this.#tokens);
      this.#tokens = grown;
    }
    this.#tokens[this.#length] = token;
    this.#length += 1;
  }

  /** Whether a text has the words that were added last: pauses make no difference. */
  #isSame(text: number, start: number): boolean {
    let mine = start;
    for (let its = this.#starts[text] ?? 0; its < (this.#ends[text] ?? 0); its += 1) {
      if (this.#tokens[its] === -1) continue;
      while (mine < this.#length && this.#tokens[mine] === -1) mine += 1;
      if (mine >= this.#length || this.#tokens[mine] !== this.#tokens[its]) return false;
      mine += 1;
    }
    while (mine < this.#length && this.#tokens[mine] === -1) mine += 1;
    return mine === this.#length;
  }

  #tokensOf(text: number): Int32Array {
    return this.#tokens.subarray(this.#starts[text], this.#ends[text]);
  }

  /** Of texts with equal words the pauses of one stand for all: the fewest, then the earliest. */
  #choosePauses(text: number, start: number): void {
    const known = this.#tokensOf(text);
    const tokens = this.#tokens.subarray(start, this.#length);
    if (tokens.length > known.length) return;
    const differing = known.findIndex((token, place) => token !== tokens[place]);
    if (tokens.length === known.length && (differing < 0 || known[differing] === -1)) return;
    known.set(tokens);
    this.#ends[text] = (this.#starts[text] ?? 0) + tokens.length;
  }

  #compare(a: number, b: number): number {
    const [one, other] = [this.#tokensOf(a), this.#tokensOf(b)];
    const differing = one.findIndex((place, index) => place !== other[index]);
    return differing < 0 ? one.length - other.length : (one[differing] ?? 0) - (other[differing] ?? -1);
  }
}
