import { caseKey, compareText } from "../dataset/clean/text.ts";
import { scales } from "../fields/scales.ts";
import type { BreakdownField } from "../fields/traits.ts";

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
