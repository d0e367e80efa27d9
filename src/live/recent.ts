import { createHash } from "node:crypto";

/**
 * Remembers by hash which events came lately: at least the last `most`, at most twice as many. The older half is
 * forgotten at once, so that memory stays flat.
 */
export class Recent {
  #newer = new Set<string>();
  #older = new Set<string>();
  readonly #most: number;

  constructor(most = 50_000) {
    this.#most = most;
  }

  has(text: string): boolean {
    const key = hash(text);
    return this.#newer.has(key) || this.#older.has(key);
  }

  add(text: string): void {
    this.#newer.add(hash(text));
    if (this.#newer.size < this.#most) return;
    this.#older = this.#newer;
    this.#newer = new Set();
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64").slice(0, 22);
}
