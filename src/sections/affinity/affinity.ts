import type { BasketKind } from "./question/item-baskets.ts";

/** What goes together, and which of it is real. */
export interface Affinity {
  /** Each used where the data have it, in this order: orders, categories, products, traits. */
  kinds: AffinityKind[];
  /** Fields that always agree: the same fact told twice. The second is left out. */
  agreeing: [string, string][];
  /** Fields of which the first decides the second, as a product its category: no rule holds both. */
  following: [string, string][];
}

export interface AffinityKind {
  kind: BasketKind;
  baskets: number;
  items: number;
  minSupport: number;
  /** The smallest number of baskets that a rule stands on. */
  minCount: number;
  minConfidence: number;
  /** The most items of a rule. */
  maxLength: number;
  /** Itemsets of one item, of two, … */
  itemsetsBySize: number[];
  /** Rules that were tested, and pairs of items among them. */
  tests: number;
  pairs: number;
  /** Pairs that chance would not explain. */
  pairsReal: number;
  /** Rules that chance would not explain, greatest lift first, at most 2,000. */
  rules: AffinityRule[];
  /** How many rules are not in the list because it would be longer. */
  more: number;
  /** Where there is no rule: pairs of highest lift, as examples of chance. */
  chance: AffinityRule[];
  /** The support at which there would not be too many itemsets; null where they were mined. */
  tooMany: { maxItemsets: number; fittingSupport: number | null } | null;
}

/** An item: the field in words, such as `Season`, and its value. */
export interface AffinityItem {
  field: string;
  name: string;
}

export interface AffinityRule {
  antecedent: AffinityItem[];
  consequent: AffinityItem[];
  /** Baskets that hold both sides, the antecedent, the consequent. */
  count: number;
  antecedentCount: number;
  consequentCount: number;
  /** Distinct customers of the baskets that hold both sides. */
  customers: number;
  support: number;
  confidence: number;
  lift: number;
  leverage: number;
  /** null where the rule is never wrong. */
  conviction: number | null;
  zhang: number;
  jaccard: number;
  p: number;
  q: number;
}
