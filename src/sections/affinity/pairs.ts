import { ruleMetrics } from "../../statistics/itemsets/rule-metrics.ts";
import type { AffinityRule } from "./affinity.ts";

/** Whether a rule is a pair of items: it stands for both directions, with the confidence of each. */
export function isPair({ antecedent, consequent }: Pick<AffinityRule, "antecedent" | "consequent">): boolean {
  return antecedent.length === 1 && consequent.length === 1;
}

/** The same rule the other way round, among so many baskets. */
export function mirrored(rule: AffinityRule, baskets: number): AffinityRule {
  const { conviction, ...metrics } = ruleMetrics({
    baskets,
    antecedent: rule.consequentCount,
    consequent: rule.antecedentCount,
    both: rule.count,
  });
  return {
    ...rule,
    ...metrics,
    antecedent: rule.consequent,
    consequent: rule.antecedent,
    antecedentCount: rule.consequentCount,
    consequentCount: rule.antecedentCount,
    confidenceBack: rule.confidence,
    confidenceInterval: rule.confidenceBackInterval,
    confidenceBackInterval: rule.confidenceInterval,
    conviction: Number.isFinite(conviction) ? conviction : null,
  };
}

/**
 * Whether a rule is told as news. Personas are made of how recently, how often and for how much customers bought: what
 * goes with a persona says again what it was made of.
 */
export function isNews({ antecedent, consequent }: Pick<AffinityRule, "antecedent" | "consequent">): boolean {
  return [...antecedent, ...consequent].every(({ field }) => field !== "Persona");
}
