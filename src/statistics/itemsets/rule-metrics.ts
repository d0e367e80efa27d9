/** In how many baskets the two sides of a rule lie; whole counts. */
export interface RuleCounts {
  /** All baskets. */
  baskets: number;
  antecedent: number;
  consequent: number;
  /** Those with both sides. */
  both: number;
}

/** The measures of a rule as mlxtend's `association_rules` defines them. */
export interface RuleMetrics {
  /** Share of the baskets that hold both sides. */
  support: number;
  /** Share of the antecedent's baskets that hold the consequent too. */
  confidence: number;
  /** Confidence over the consequent's share of all baskets: 1 where the sides have nothing to do with each other. */
  lift: number;
  /** Support less what it would be were the sides independent; from -0.25 to 0.25. */
  leverage: number;
  /** How many times as often the rule would be wrong were the sides independent; Infinity where it is never wrong. */
  conviction: number;
  /** Zhang's metric (2000), from -1, never together, over 0, independent, to 1, always together; 0 where undefined. */
  zhang: number;
  /** Share of the baskets with either side that hold both. */
  jaccard: number;
}

/** Works out the measures from counts that are products of whole numbers as far as possible. No side may be empty. */
export function ruleMetrics({ baskets, antecedent, consequent, both }: RuleCounts): RuleMetrics {
  /** Leverage times the square of the baskets. */
  const surplus = both * baskets - antecedent * consequent;
  const largest = Math.max(both * (baskets - antecedent), antecedent * (consequent - both));
  return {
    support: both / baskets,
    confidence: both / antecedent,
    lift: (both * baskets) / (antecedent * consequent),
    leverage: surplus / baskets / baskets,
    conviction:
      both === antecedent
        ? Number.POSITIVE_INFINITY
        : (antecedent * (baskets - consequent)) / (baskets * (antecedent - both)),
    zhang: largest === 0 ? 0 : surplus / largest,
    jaccard: both / (antecedent + consequent - both),
  };
}
