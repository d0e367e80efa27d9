import { sum } from "./sum.ts";

/** A number without the last bits, which depend on the order in which a sum was added up: 14 digits are kept. */
export function steady(value: number): number {
  return Number(value.toPrecision(14));
}

/** The sum of some values without what their order leaves in its last digits. */
export function steadySum(values: Iterable<number> = []): number {
  return steady(sum(values));
}
