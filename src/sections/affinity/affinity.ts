import type { Interval } from "../../statistics/significance/intervals.ts";
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
  /** Rules that could be made of the items that reach the support, all of which the correction counts. */
  tests: number;
  /** Pairs of items among them, those that lie together in `minCount` baskets, and those that chance would not explain. */
  pairs: number;
  pairsFrequent: number;
  pairsReal: number;
  /**
   * How many times as often as by chance two items that each lie in that share of the baskets would have had to lie
   * together to be found in four of five cases; null where nothing could have been found.
   */
  detectable: { share: number; lift: number } | null;
  /** Rules that chance would not explain, greatest adjusted lift first, at most 2,000. A pair stands once. */
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
  /** Share of the consequent's baskets that hold the antecedent: the confidence the other way round. */
  confidenceBack: number;
  /** Their 95 % intervals, customers as the sample; null where too few of them decide it. */
  confidenceInterval: Interval | null;
  confidenceBackInterval: Interval | null;
  /** Over all baskets, whatever their size. */
  lift: number;
  /** Baskets with both sides over those to be expected by chance among baskets alike. */
  adjustedLift: number;
  leverage: number;
  /** null where the rule is never wrong. */
  conviction: number | null;
  zhang: number;
  jaccard: number;
  p: number;
  q: number;
}
