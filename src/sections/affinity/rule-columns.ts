import { ruleMetrics } from "../../statistics/itemsets/rule-metrics.ts";
import type { Affinity, AffinityItem } from "./affinity.ts";
import type { BasketKind } from "./question/item-baskets.ts";

/** The listed rules column by column, short enough to travel with a page: what follows from counts is left out. */
export interface RuleColumns {
  /** In the order of the rules: how many of them there are of each kind. */
  kinds: { kind: BasketKind; baskets: number; rules: number }[];
  items: AffinityItem[];
  /** Places in `items`. */
  antecedents: number[][];
  consequents: number[][];
  counts: number[];
  antecedentCounts: number[];
  consequentCounts: number[];
  customers: number[];
  /** Four digits of them. */
  adjustedLifts: number[];
  /** Three digits of it. */
  q: number[];
}

/** A rule as a table shows it. */
export interface ListedRule {
  /** Its place in the list: by kind, then greatest lift first. */
  id: number;
  kind: BasketKind;
  antecedent: AffinityItem[];
  consequent: AffinityItem[];
  count: number;
  customers: number;
  support: number;
  confidence: number;
  confidenceBack: number;
  lift: number;
  adjustedLift: number;
  q: number;
}

/** All listed rules, for when the explorer comes alive. */
export const rulesFile = "affinity-rules.json";

/** @param most of each kind no more than so many */
export function packRules(
  { kinds: all }: Pick<Affinity, "kinds">,
  most = Number.POSITIVE_INFINITY,
): RuleColumns {
  const kinds = all.map((kind) => ({ ...kind, rules: kind.rules.slice(0, most) }));
  const items: AffinityItem[] = [];
  const places = new Map<string, number>();
  const placesOf = (side: readonly AffinityItem[]) =>
    side.map(({ field, name }) => {
      const key = `${field}\0${name}`;
      const place = places.get(key) ?? items.push({ field, name }) - 1;
      places.set(key, place);
      return place;
    });
  const rules = kinds.flatMap((kind) => kind.rules);
  return {
    kinds: kinds
      .filter((kind) => kind.rules.length > 0)
      .map((kind) => ({ kind: kind.kind, baskets: kind.baskets, rules: kind.rules.length })),
    items,
    antecedents: rules.map(({ antecedent }) => placesOf(antecedent)),
    consequents: rules.map(({ consequent }) => placesOf(consequent)),
    counts: rules.map(({ count }) => count),
    antecedentCounts: rules.map(({ antecedentCount }) => antecedentCount),
    consequentCounts: rules.map(({ consequentCount }) => consequentCount),
    customers: rules.map(({ customers }) => customers),
    adjustedLifts: rules.map(({ adjustedLift }) => Number(adjustedLift.toPrecision(4))),
    q: rules.map(({ q }) => Number(q.toPrecision(3))),
  };
}

export function unpackRules(columns: RuleColumns): ListedRule[] {
  const itemsAt = (places: readonly number[] = []) => places.flatMap((place) => columns.items[place] ?? []);
  const kinds = columns.kinds.flatMap((kind) => new Array<typeof kind>(kind.rules).fill(kind));
  return kinds.map(({ kind, baskets }, id) => {
    const count = columns.counts[id] ?? 0;
    const { support, confidence, lift } = ruleMetrics({
      baskets,
      antecedent: columns.antecedentCounts[id] ?? 0,
      consequent: columns.consequentCounts[id] ?? 0,
      both: count,
    });
    return {
      id,
      kind,
      antecedent: itemsAt(columns.antecedents[id]),
      consequent: itemsAt(columns.consequents[id]),
      count,
      customers: columns.customers[id] ?? 0,
      support,
      confidence,
      confidenceBack: count / (columns.consequentCounts[id] ?? 1),
      lift,
      adjustedLift: columns.adjustedLifts[id] ?? lift,
      q: columns.q[id] ?? 1,
    };
  });
}
