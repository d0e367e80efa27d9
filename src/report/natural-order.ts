import { caseKey, compareText } from "../dataset/clean/text.ts";
import type { BreakdownField } from "./report.ts";

/** Words with an order of their own, smallest or earliest first. */
const scales: Partial<Record<BreakdownField, readonly string[]>> = {
  season: ["spring", "summer", "fall", "autumn", "winter"],
  size: ["xxs", "xs", "s", "m", "l", "xl", "xxl", "2xl", "xxxl", "3xl", "4xl", "5xl"],
  purchaseFrequency: [
    "daily",
    "weekly",
    "bi-weekly",
    "biweekly",
    "fortnightly",
    "monthly",
    "quarterly",
    "every 3 months",
    "annually",
    "yearly",
  ],
  discount: ["yes", "no"],
  promoCode: ["yes", "no"],
  subscription: ["yes", "no"],
};

/**
 * Puts names that all stand on their field's scale into its order, and leaves other lists as they are.
 */
export function inNaturalOrder<Named extends { name: string }>(
  field: BreakdownField,
  items: readonly Named[],
): Named[] {
  if (field === "ageGroup") return [...items].sort((a, b) => startOf(a.name) - startOf(b.name));
  const scale = scales[field];
  if (scale === undefined) return [...items];
  const rank = (name: string) => scale.indexOf(caseKey(name));
  if (items.some(({ name }) => rank(name) < 0)) return [...items];
  return [...items].sort((a, b) => rank(a.name) - rank(b.name) || compareText(a.name, b.name));
}

/** The first age of a group; `under 18` comes first. */
function startOf(name: string): number {
  return name.startsWith("under") ? -1 : Number.parseInt(name, 10);
}
