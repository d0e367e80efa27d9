import type { Difference } from "../../../src/sections/customers/differences.ts";

/** Spend that differs by gender, well beyond chance and with an effect worth telling. */
export function someDifference(changes: Partial<Difference> = {}): Difference {
  return {
    measure: "spend",
    field: "gender",
    groups: 2,
    highest: { name: "Female", customers: 100, mean: 72.5 },
    lowest: { name: "Male", customers: 100, mean: 60 },
    p: 0.001,
    q: 0.02,
    effect: 0.04,
    ...changes,
  };
}
