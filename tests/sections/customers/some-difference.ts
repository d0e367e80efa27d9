import type { Difference } from "../../../src/sections/customers/differences.ts";

/** Spend that differs by gender, well beyond chance and with an effect worth telling. */
export function someDifference(changes: Partial<Difference> = {}): Difference {
  return {
    measure: "spend",
    field: "gender",
    groups: 2,
    customers: 200,
    pair: {
      highest: { name: "Female", customers: 100, typical: 72.5, low: 70, high: 75 },
      lowest: { name: "Male", customers: 100, typical: 60, low: 58, high: 62 },
      gap: { value: 12, low: 9, high: 15 },
      p: 0.001,
    },
    p: 0.001,
    q: 0.02,
    effect: 0.04,
    ...changes,
  };
}
