/** Characters of a cell that are kept: more of a text tells nothing more of it. */
export const longestText = 10_000;
/** Bytes of all cells of a column that are kept. */
export const mostTextBytes = 500_000_000;
const chunkSize = 1 << 20;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The cells of a column of long texts, as bytes outside the heap: in strings, each distinct one kept once, they would
 * cost several times as much. Cells are given row by row.
 */
export class LongTexts {
  /** Cells of which only the beginning is kept. */
  shortened = 0;
  /** Cells that are not kept, for want of room. */
  left = 0;
  readonly #chunks: Uint8Array[] = [];
  #used = chunkSize;
  #bytes = 0;
  /** By row: the chunk, where the text begins there, and its bytes. */
  readonly #places: [chunks: number[], starts: number[], lengths: number[]] = [[], [], []];

  /** Keeps the text of the next row. */
  add(text: string): void {
    const [chunks, starts, lengths] = this.#places;
    let kept = text;
    if (text.length > longestText) {
      kept = text.slice(0, longestText);
      this.shortened += 1;
    }
    if (this.#bytes + kept.length > mostTextBytes) {
      kept = "";
      this.left += 1;
    }
    let chunk = this.#chunks.at(-1);
    if (chunk === undefined || chunk.length - this.#used < 3 * kept.length) {
      chunk = new Uint8Array(chunkSize);
      this.#chunks.push(chunk);
      this.#used = 0;
    }
    const { written } = encoder.encodeInto(kept, chunk.subarray(this.#used));
    chunks.push(this.#chunks.length - 1);
    starts.push(this.#used);
    lengths.push(written);
    this.#used += written;
    this.#bytes += written;
  }

  /** The text of a row; empty for one that has none. */
  text(row: number): string {
    const [chunks, starts, lengths] = this.#places;
    const start = starts[row] ?? 0;
    const length = lengths[row] ?? 0;
    if (length === 0) return "";
    return decoder.decode(this.#chunks[chunks[row] ?? 0]?.subarray(start, start + length));
  }
}
