import type { ListedRule } from "../../../src/sections/affinity/rule-columns.ts";

/** A rule of products in an order unless told otherwise: `someRule(0, "Jeans", "Sneakers")`. */
export function someRule(
  id: number,
  antecedent: string,
  consequent: string,
  rest: Partial<ListedRule> = {},
): ListedRule {
  return {
    id,
    kind: "orders",
    antecedent: [{ field: "Product", name: antecedent }],
    consequent: [{ field: "Product", name: consequent }],
    count: 20,
    customers: 20,
    support: 0.02,
    confidence: 0.5,
    confidenceBack: 0.25,
    lift: 2,
    adjustedLift: rest.lift ?? 2,
    q: 0.01,
    ...rest,
  };
}
