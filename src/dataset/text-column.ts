/**
 * A column of text, each distinct text kept once and rows as numbers into them, so that memory grows
 * with rows and distinct values, not with text. Code 0 is the empty text.
 */
export class TextColumn {
  readonly texts: string[] = [""];
  #codes: Int32Array;
  readonly #index = new Map<string, number>([["", 0]]);
  /** Codes seen last, by a cheap hash of their text. */
  readonly #recent = new Int32Array(slotMask + 1);
  /** The code seen last of all: the lines of an order follow each other. */
  #last = 0;

  constructor(capacity: number) {
    this.#codes = new Int32Array(capacity);
  }

  /** The codes of all rows; rows never set have 0. */
  get codes(): Int32Array {
    return this.#codes;
  }

  set(row: number, text: string): void {
    this.#codes[row] = this.codeOf(text);
  }

  setCode(row: number, code: number): void {
    this.#codes[row] = code;
  }

  code(row: number): number {
    return this.#codes[row] ?? 0;
  }

  text(code: number): string {
    return this.texts[code] ?? "";
  }

  grow(capacity: number): void {
    const grown = new Int32Array(capacity);
    grown.set(this.#codes);
    this.#codes = grown;
  }

  /** Gives each text another one; rows whose texts become the same become equal. */
  rewrite(change: (text: string) => string): void {
    if (!this.texts.some((text) => change(text) !== text)) return;
    const before = [...this.texts];
    this.texts.length = 1;
    this.#index.clear();
    this.#index.set("", 0);
    this.#recent.fill(0);
    this.#last = 0;
    const codes = before.map((text) => this.codeOf(change(text)));
    for (let row = 0; row < this.#codes.length; row += 1)
      this.#codes[row] = codes[this.#codes[row] ?? 0] ?? 0;
  }

  /** Takes over the first rows of another column, from a row of this one on. */
  append(other: TextColumn, rows: number, firstRow: number): void {
    const codes = other.texts.map((text) => this.codeOf(text));
    for (let row = 0; row < rows; row += 1) this.#codes[firstRow + row] = codes[other.code(row)] ?? 0;
  }

  /** The code of a text, new texts added. */
  codeOf(text: string): number {
    // Hashing a cell that was just cut out of the file costs more than comparing it: look first where a text
    // of this length and these characters was seen last.
    const { length } = text;
    if (length === 0) return 0;
    if (this.texts[this.#last] === text) return this.#last;
    const slot =
      (length * 7 +
        text.charCodeAt(length - 1) * 31 +
        text.charCodeAt((length * 3) >> 2) * 131 +
        text.charCodeAt(length >> 1) * 521) &
      slotMask;
    const seen = this.#recent[slot] ?? 0;
    if (this.texts[seen] === text) {
      this.#last = seen;
      return seen;
    }
    let code = this.#index.get(text);
    if (code === undefined) {
      code = this.texts.length;
      // A cell is a slice that keeps its whole chunk of the file alive: keep a copy of its own.
      const kept = length < longestCopied ? text : ownCopy(text);
      this.texts.push(kept);
      this.#index.set(kept, code);
    }
    this.#recent[slot] = code;
    this.#last = code;
    return code;
  }
}

const slotMask = 8191;
/** V8 copies shorter slices anyway. */
const longestCopied = 13;

function ownCopy(text: string): string {
  return text.split("").join("");
}
