/**
 * A column of text, each distinct text kept once and rows as numbers into them, so that memory grows
 * with rows and distinct values, not with text. Code 0 is the empty text.
 */
export class TextColumn {
  readonly texts: string[] = [""];
  #codes: Int32Array;
  readonly #index = new Map<string, number>([["", 0]]);
  #lastText = "";
  #lastCode = 0;

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

  /** The code of a text, new texts added. */
  codeOf(text: string): number {
    // Neighbouring rows often agree (order, day, customer): comparing is cheaper than hashing.
    if (text === this.#lastText) return this.#lastCode;
    let code = this.#index.get(text);
    if (code === undefined) {
      code = this.texts.length;
      // A cell is a slice that keeps its whole chunk of the file alive: keep a copy of its own.
      const own = text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as unknown);
      const kept = typeof own === "string" ? own : text;
      this.texts.push(kept);
      this.#index.set(kept, code);
    }
    this.#lastText = text;
    this.#lastCode = code;
    return code;
  }
}
