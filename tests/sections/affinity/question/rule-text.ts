import type { AffinityItem, AffinityRule } from "../../../../src/sections/affinity/affinity.ts";

/** `Gender Male`, in the order of the texts. */
export function itemTexts(items: readonly AffinityItem[]): string[] {
  return items.map(({ field, name }) => `${field} ${name}`).sort();
}

/** `Gender Male + Season Winter → Color tone Dark` */
export function ruleText({
  antecedent,
  consequent,
}: Pick<AffinityRule, "antecedent" | "consequent">): string {
  return `${itemTexts(antecedent).join(" + ")} → ${itemTexts(consequent).join(" + ")}`;
}
