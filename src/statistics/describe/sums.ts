import { steady } from "./steady.ts";

/** Sums by id, after Neumaier: the order of the lines must not show. */
export class Sums {
  readonly #sums = new Map<number, { sum: number; lost: number }>();

  add(id: number, value: number): void {
    const known = this.#sums.get(id);
    if (known === undefined) {
      this.#sums.set(id, { sum: value, lost: 0 });
      return;
    }
    const after = known.sum + value;
    known.lost +=
      Math.abs(known.sum) >= Math.abs(value) ? known.sum - after + value : value - after + known.sum;
    known.sum = after;
  }

  /** The sum of an id's values, 0 for none; 14 digits are kept, more are those of rounding. */
  of(id: number): number {
    const known = this.#sums.get(id);
    return known === undefined ? 0 : steady(known.sum + known.lost);
  }
}
