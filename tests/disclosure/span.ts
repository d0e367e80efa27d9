import { inverse, prime } from "../../src/statistics/algebra/residues.ts";

/** The vectors that follow from some by adding and subtracting multiples, modulo a prime; all of them of one length. */
export class Span {
  readonly #rows = new Map<number, Float64Array>();

  add(vector: ArrayLike<number>): void {
    const rest = Float64Array.from(vector);
    const pivot = this.#reduce(rest);
    if (pivot < 0) return;
    const factor = inverse(rest[pivot] ?? 1);
    this.#rows.set(
      pivot,
      rest.map((value) => (value * factor) % prime),
    );
  }

  has(vector: ArrayLike<number>): boolean {
    return this.#reduce(Float64Array.from(vector)) < 0;
  }

  /** Takes off what follows from the rows; gives the first place where something is left, or −1. */
  #reduce(vector: Float64Array): number {
    for (let place = 0; place < vector.length; place += 1) {
      const factor = vector[place] ?? 0;
      if (factor === 0) continue;
      const row = this.#rows.get(place);
      if (row === undefined) return place;
      for (let at = place; at < vector.length; at += 1) {
        const value = ((vector[at] ?? 0) - factor * (row[at] ?? 0)) % prime;
        vector[at] = value < 0 ? value + prime : value;
      }
    }
    return -1;
  }
}
