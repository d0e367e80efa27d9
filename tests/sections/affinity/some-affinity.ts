import type {
  Affinity,
  AffinityItem,
  AffinityKind,
  AffinityRule,
} from "../../../src/sections/affinity/affinity.ts";
import { ruleMetrics } from "../../../src/statistics/itemsets/rule-metrics.ts";

export const product = (name: string): AffinityItem => ({ field: "Product", name });

/** A rule among 1,000 baskets. */
export function ruleOf(
  antecedent: AffinityItem[],
  consequent: AffinityItem[],
  [antecedentCount, consequentCount, count]: [number, number, number] = [50, 100, 20],
  rest: Partial<AffinityRule> = {},
): AffinityRule {
  const metrics = ruleMetrics({
    baskets: 1000,
    antecedent: antecedentCount,
    consequent: consequentCount,
    both: count,
  });
  return {
    antecedent,
    consequent,
    count,
    antecedentCount,
    consequentCount,
    customers: count - 1,
    ...metrics,
    confidenceBack: count / consequentCount,
    confidenceInterval: null,
    confidenceBackInterval: null,
    adjustedLift: metrics.lift,
    conviction: Number.isFinite(metrics.conviction) ? metrics.conviction : null,
    p: 1.23456789e-20,
    q: 2.3456789e-18,
    ...rest,
  };
}

export function affinityOf(rules: Partial<Record<AffinityKind["kind"], AffinityRule[]>>): Affinity {
  const kinds = ["orders", "categories", "products", "traits"] as const;
  return {
    kinds: kinds.map((kind) => ({
      kind,
      baskets: 1000,
      items: 10,
      minSupport: 0.01,
      minCount: 10,
      minConfidence: 0.1,
      maxLength: 3,
      itemsetsBySize: [],
      tests: 0,
      pairs: 0,
      pairsFrequent: 0,
      pairsReal: 0,
      detectable: null,
      rules: rules[kind] ?? [],
      more: 0,
      chance: [],
      tooMany: null,
    })),
    agreeing: [],
    following: [],
  };
}
