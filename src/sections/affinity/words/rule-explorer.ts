import { createFormatter } from "../../../report/format.ts";
import { listed } from "../../../report/words/general.ts";
import { surenessShort } from "../../../report/words/sureness.ts";
import type { AffinityKind } from "../affinity.ts";
import { basketNames } from "./affinity.ts";

/** What the baskets of a rule are. */
export type RuleKind = AffinityKind["kind"];

export const ruleColumns = [
  "kind",
  "if",
  "then",
  "baskets",
  "customers",
  "support",
  "confidence",
  "back",
  "lift",
  "raw",
  "chance",
] as const;

export type RuleColumn = (typeof ruleColumns)[number];

/** Headings of the table. */
export const ruleHeadings = new Map<RuleColumn, string>([
  ["kind", "Kind"],
  ["if", "If"],
  ["then", "Then"],
  ["baskets", "Baskets"],
  ["customers", "Customers"],
  ["support", "Support"],
  ["confidence", "Confidence"],
  ["back", "Back"],
  ["lift", "Lift"],
  ["raw", "Raw"],
  ["chance", "By chance"],
]);

/** A kind of baskets in a cell. */
export const kindWords: Record<RuleKind, string> = {
  orders: "Order",
  categories: "Customer’s categories",
  products: "Customer’s products",
  traits: "Traits",
};

export interface RuleWriter {
  count(value: number): string;
  share(value: number): string;
  lift(value: number): string;
  chance(q: number): string;
}

/** Writes a rule's numbers; what Intl needs is made once, a table has thousands of them. */
export function ruleWriter(locale: string): RuleWriter {
  const { count, share } = createFormatter(locale, null);
  const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return {
    count,
    share,
    lift: (value) => two.format(value),
    chance: surenessShort,
  };
}

/** How many rules there are, or match. */
export function foundWords(found: number, all: number, { count }: Pick<RuleWriter, "count">): string {
  return found === all
    ? `${count(all)} ${all === 1 ? "combination" : "combinations"}`
    : `${count(found)} of ${count(all)} combinations match`;
}

/** How many rules stand in the table, and where the others are. */
export function moreWords(
  { most, left, ofEach }: { most: number; left: number; ofEach: boolean },
  { count }: Pick<RuleWriter, "count">,
): string {
  return `The first ${count(most)}${ofEach ? " of each kind" : ""} stand here; ${count(left)} more ${left === 1 ? "is" : "are"} in the CSV file below.`;
}

/** The button that shows so many more. */
export function showWords(step: number, { count }: Pick<RuleWriter, "count">): string {
  return `Show ${count(step)} more`;
}

/** What baskets are by kind. */
export function basketsWords(kinds: readonly RuleKind[]): string {
  return `Baskets are ${listed(kinds.map((kind) => `${basketNames[kind].baskets} where the kind is ${kindWords[kind]}`))}.`;
}
