import type { AffinityItem } from "./affinity.ts";
import type { ListedRule } from "./rule-columns.ts";
import type { RuleSort, RuleState } from "./rule-state.ts";
import { itemsInWords } from "./words/affinity.ts";
import type { RuleColumn } from "./words/rule-explorer.ts";

/** So many rules of each kind stand in the page; the others come with the first touch. */
export const firstRows = 25;

/** The rules that a state asks for, in its order. The rules are given by kind, then greatest lift first, which is the adjusted one. */
export function findRules(rules: readonly ListedRule[], state: RuleState, locale: string): ListedRule[] {
  const words = foldText(state.search).split(" ").filter(Boolean);
  const found = rules.filter(
    (rule) =>
      (state.kind === null || rule.kind === state.kind) &&
      rule.support >= state.minSupport &&
      rule.confidence >= state.minConfidence &&
      rule.adjustedLift >= state.minLift &&
      (words.length === 0 || holdsWords(rule, words)),
  );
  return sortRules(found, state.sort, locale);
}

/** The first rules of a list; where it is sorted by kind, the first of each kind. */
export function firstRules(rules: readonly ListedRule[], sort: RuleSort, most: number): ListedRule[] {
  if (sort.column !== "kind") return rules.slice(0, most);
  const shown = new Map<string, number>();
  return rules.filter(({ kind }) => {
    const count = (shown.get(kind) ?? 0) + 1;
    shown.set(kind, count);
    return count <= most;
  });
}

/** Text for comparison: without accents and capitals, every dash a hyphen, every gap one space. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\p{Pd}/gu, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function sortRules(rules: readonly ListedRule[], { column, descending }: RuleSort, locale: string) {
  const sign = descending ? -1 : 1;
  if (column === "kind") {
    // Kinds keep the report's order, and within each the greatest lift stays first.
    const places = [...new Set(rules.map(({ kind }) => kind))];
    return rules.toSorted((a, b) => sign * (places.indexOf(a.kind) - places.indexOf(b.kind)));
  }
  if (column === "if" || column === "then") {
    const side = column === "if" ? "antecedent" : "consequent";
    const names = new Map(rules.map((rule) => [rule, itemsInWords(rule[side])]));
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return rules.toSorted((a, b) => sign * compare(names.get(a) ?? "", names.get(b) ?? ""));
  }
  const measure = measures[column];
  return rules.toSorted((a, b) => sign * (measure(a) - measure(b)));
}

const measures: Record<Exclude<RuleColumn, "kind" | "if" | "then">, (rule: ListedRule) => number> = {
  baskets: ({ count }) => count,
  customers: ({ customers }) => customers,
  support: ({ support }) => support,
  confidence: ({ confidence }) => confidence,
  back: ({ confidenceBack }) => confidenceBack,
  lift: ({ adjustedLift }) => adjustedLift,
  raw: ({ lift }) => lift,
  chance: ({ q }) => q,
};

const folded = new WeakMap<AffinityItem, string>();

/** Whether each word stands in a field or name of the rule. */
function holdsWords({ antecedent, consequent }: ListedRule, words: readonly string[]): boolean {
  const texts = [...antecedent, ...consequent].map((item) => {
    const text = folded.get(item) ?? foldText(`${item.field} ${item.name}`);
    folded.set(item, text);
    return text;
  });
  return words.every((word) => texts.some((text) => text.includes(word)));
}
