import { caseKey } from "./text.ts";

/** The days between two purchases that a stated frequency means. */
const daysOf: ReadonlyMap<string, number> = new Map([
  ["weekly", 7],
  ["bi-weekly", 14],
  ["fortnightly", 14],
  ["monthly", 30],
  ["quarterly", 90],
  ["every 3 months", 90],
  ["annually", 365],
]);

/** The stated frequencies that are understood, for messages. */
export const knownFrequencies =
  "Weekly, Bi-Weekly, Fortnightly, Monthly, Quarterly, Every 3 Months, Annually";

/** The days between purchases that a stated purchase frequency means, in any case; null for unknown words. */
export function daysBetweenPurchases(frequency: string): number | null {
  return daysOf.get(caseKey(frequency)) ?? null;
}
