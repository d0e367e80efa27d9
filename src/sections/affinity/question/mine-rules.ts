import { fewLeft } from "../../../disclosure/few-left.ts";
import { associationRules, type Rules } from "../../../statistics/itemsets/association-rules.ts";
import { basketLists } from "../../../statistics/itemsets/basket-lists.ts";
import { basketsByItem } from "../../../statistics/itemsets/baskets-by-item.ts";
import { frequentItemsets } from "../../../statistics/itemsets/frequent-itemsets.ts";
import { type ItemsetIndex, indexItemsets } from "../../../statistics/itemsets/itemset-index.ts";
import { fractionOf, leastCount } from "../../../statistics/itemsets/itemset-thresholds.ts";
import { type Itemsets, itemsetsBySize, itemsOf } from "../../../statistics/itemsets/itemsets.ts";
import { type RuleCounts, type RuleMetrics, ruleMetrics } from "../../../statistics/itemsets/rule-metrics.ts";
import { type SearchLayer, searchSpace } from "../../../statistics/itemsets/search-space.ts";
import { benjaminiHochberg } from "../../../statistics/significance/benjamini-hochberg.ts";
import { ownerCounter } from "./basket-customers.ts";
import { type ChanceTest, chanceTest } from "./chance-test.ts";
import { type Detectable, detectablePair } from "./detectable.ts";
import type { BasketKind, Item, ItemBaskets } from "./item-baskets.ts";
import { exposureStrata, oneStratum, sizeStrata } from "./strata.ts";

export interface Thresholds {
  /** Share of the baskets that an itemset must lie in. */
  minSupport: number;
  /** Share of the antecedent's baskets that must hold the consequent. */
  minConfidence: number;
  /** The most items of a rule, both sides together. */
  maxLength: number;
  maxConsequent: number;
  maxItemsets: number;
  /** No rule stands on fewer customers. */
  minCustomers: number;
  /** How many kinds of baskets are searched in all; each gets its part of the error. */
  searches: number;
}

export interface Rule extends RuleCounts, RuleMetrics {
  antecedentItems: Item[];
  consequentItems: Item[];
  /** Distinct customers of the baskets that hold both sides. */
  customers: number;
  /** Share of the consequent's baskets that hold the antecedent too: the confidence of the mirrored rule. */
  confidenceBack: number;
  /** Baskets with both sides over those to be expected by chance among baskets alike. */
  adjustedLift: number;
  /** How likely so much is by chance; of a rule of several conditions, the least that one of them adds. */
  p: number;
  /** Corrected for every rule that could be made of the frequent items, and for the kinds of baskets. */
  q: number;
}

export interface MinedRules {
  kind: BasketKind;
  baskets: number;
  items: number;
  thresholds: Thresholds;
  minCount: number;
  itemsetsBySize: number[];
  /** Rules that could be made of the frequent items, but those that follow from the definition of the data. */
  tests: number;
  /** Pairs of items among them, those that lie together often enough, and those that chance would not explain. */
  pairs: number;
  pairsFrequent: number;
  pairsReal: number;
  /** Real rules that reach the confidence, greatest adjusted lift first; a pair stands once. */
  rules: Rule[];
  /** Where no rule is real: the five pairs of highest lift, as examples of chance. */
  chance: Rule[];
  /** What it would have taken to be found; null where nothing could have been. */
  detectable: Detectable | null;
}

export type MiningOutcome =
  | MinedRules
  | { kind: BasketKind; tooMany: { maxItemsets: number; fittingSupport: number | null } };

/** A rule is real up to this q. */
export const mostChanceOfRules = 0.05;

/** Whether items of two fields may stand in one rule; false where one follows from the other by definition. */
export type MayMeet = (one: Item, other: Item) => boolean;

interface Candidate {
  /** Its row among all rules. */
  row: number;
  size: number;
  p: number;
}

/**
 * Mines baskets for rules and tests each against chance, one-sided, as `chanceTest` does: among baskets alike, with as
 * much evidence as there are customers. Where a rule has several conditions, p is the largest of those of each
 * condition beside the others, so that each must add something (Webb, "Discovering significant patterns", 2007).
 *
 * q counts every rule that could be made of the frequent items, not only those that reached the support: Benjamini and
 * Hochberg (1995) within rules of one size, and each size, and each kind of baskets, gets an equal part of the error,
 * so that the many possible triples do not drown the pairs (Webb, "Layered critical values", 2008). Testing on a second
 * half of the data instead would need a quarter more of the effect for the same power.
 */
export function mineRules(source: ItemBaskets, thresholds: Thresholds, mayMeet: MayMeet): MiningOutcome {
  const { kind, baskets, items } = source;
  const minCount = Math.max(
    leastCount(baskets.count, fractionOf(thresholds.minSupport)),
    thresholds.minCustomers,
  );
  const mined = frequentItemsets(baskets, {
    minCount,
    maxLength: thresholds.maxLength,
    maxItemsets: thresholds.maxItemsets,
  });
  if (mined.kind === "too many itemsets") {
    const { maxItemsets, fittingCount } = mined;
    return {
      kind,
      tooMany: { maxItemsets, fittingSupport: fittingCount === null ? null : fittingCount / baskets.count },
    };
  }
  const { itemsets } = mined;
  const frequent = frequentItems(itemsets);
  const layers = layersOf(source, frequent, thresholds, mayMeet);
  const all = associationRules(itemsets, {
    minConfidence: { numerator: 0, denominator: 1 },
    maxConsequent: thresholds.maxConsequent,
  });
  const index = indexItemsets(itemsets);
  const meeting = meetingItemsets(itemsets, items, mayMeet);
  const ownersOf = ownerCounter(baskets, source.owners, source.lastCustomer);
  const leavesFew = fewLeft(baskets, basketsByItem(baskets), source.owners, thresholds.minCustomers);
  const test = testOf(source, frequent);
  const candidates: Candidate[] = [];
  for (let row = 0; row < all.count; row += 1) {
    const union = all.unions[row] ?? 0;
    const size = sizeOf(itemsets, union);
    // Both rules of a pair are one finding: the one that holds more often stands for it.
    if (meeting[union] === 1 && !(size === 2 && isMirrored(row))) {
      candidates.push({ row, size, p: chanceOf(row) });
    }
  }
  const parts = layers.length * thresholds.searches;
  const corrected = new Float64Array(candidates.length).fill(1);
  for (const { size, tests } of layers) {
    const places = candidates.flatMap((candidate, place) => (candidate.size === size ? [place] : []));
    const q = benjaminiHochberg(
      places.map((place) => candidates[place]?.p ?? 1),
      Math.max(tests, places.length),
    );
    places.forEach((place, each) => {
      corrected[place] = Math.min(1, parts * (q[each] ?? 1));
    });
  }
  const withQ = candidates.map((candidate, place) => ({ ...candidate, q: corrected[place] ?? 1 }));
  const real = withQ.filter(({ row, q }) => q <= mostChanceOfRules && improves(itemsets, index, all, row));
  const confidence = fractionOf(thresholds.minConfidence);
  const reaching = real.filter(({ row }) => {
    const { both, antecedent } = countsOf(itemsets, all, row);
    return both >= leastCount(antecedent, confidence);
  });
  const listed = reaching.filter(({ row }) => !tellsTooMuch(row)).map(toRule);
  const pairs = withQ.filter(({ size }) => size === 2);
  const examples =
    real.length > 0
      ? []
      : pairs
          .map((pair) => ({ ...pair, lift: liftOf(itemsets, all, pair.row) }))
          .sort((a, b) => b.lift - a.lift || a.row - b.row)
          .slice(0, 50)
          .filter(({ row }) => !tellsTooMuch(row))
          .slice(0, 5);
  return {
    kind,
    baskets: baskets.count,
    items: items.length,
    thresholds,
    minCount,
    itemsetsBySize: itemsetsBySize(itemsets),
    tests: layers.reduce((sum, { tests }) => sum + tests, 0),
    pairs: layers.find(({ size }) => size === 2)?.tests ?? 0,
    pairsFrequent: pairs.length,
    pairsReal: real.filter(({ size }) => size === 2).length,
    rules: listed.filter(({ adjustedLift }) => adjustedLift > 1).sort(byEvidence),
    chance: examples.map(toRule),
    detectable: detectable(),
  };

  function detectable(): Detectable | null {
    const tests = layers.find(({ size }) => size === 2)?.tests ?? 0;
    if (tests === 0) return null;
    return detectablePair(
      {
        baskets: baskets.count,
        items: Array.from(frequent, (code, itemset) => ({ code, count: itemsets.counts[itemset] ?? 0 })),
        mayMeet: (one, other) => {
          const [a, b] = [items[one], items[other]];
          return a !== undefined && b !== undefined && mayShareRule(kind, a, b, mayMeet);
        },
        pairs: pairs.map(({ row }) => {
          const [one = 0, other = 0] = itemsOf(itemsets, all.unions[row] ?? 0);
          return [one, other];
        }),
        mostChance: mostChanceOfRules / parts / tests,
        minCount,
        minConfidence: thresholds.minConfidence,
      },
      test,
    );
  }

  /** Whether the same pair the other way round stands before this rule, or holds more often. */
  function isMirrored(row: number): boolean {
    const { antecedent, consequent } = countsOf(itemsets, all, row);
    if (antecedent !== consequent) return antecedent > consequent;
    return (all.antecedents[row] ?? 0) > (all.consequents[row] ?? 0);
  }

  /** The largest p of a rule's conditions, each beside the others. */
  function chanceOf(row: number): number {
    const consequent = [...itemsOf(itemsets, all.consequents[row] ?? 0)];
    const conditions = [...itemsOf(itemsets, all.antecedents[row] ?? 0)];
    let largest = 0;
    for (const added of conditions) {
      const rest = conditions.filter((item) => item !== added);
      largest = Math.max(largest, test(rest, [added], consequent).p);
      if (largest > mostChanceOfRules) break;
    }
    return largest;
  }

  /** Whether a rule would show that few customers have both sides, one side without the other, or neither. */
  function tellsTooMuch(row: number): boolean {
    const customersWith = (itemset: number) => ownersOf(itemsOf(itemsets, itemset)).customers;
    const both = customersWith(all.unions[row] ?? 0);
    const sides = [all.antecedents[row] ?? 0, all.consequents[row] ?? 0];
    const few = (count: number) => count > 0 && count < thresholds.minCustomers;
    return (
      both < thresholds.minCustomers ||
      sides.some((side) => few(customersWith(side) - both)) ||
      leavesFew(itemsOf(itemsets, all.antecedents[row] ?? 0), itemsOf(itemsets, all.consequents[row] ?? 0))
    );
  }

  function toRule({ row, p, q }: Candidate & { q: number }): Rule {
    const base = countsOf(itemsets, all, row);
    const sides = [all.antecedents[row] ?? 0, all.consequents[row] ?? 0].map((side) => [
      ...itemsOf(itemsets, side),
    ]);
    const { observed, expected } = test([], sides[0] ?? [], sides[1] ?? []);
    return {
      ...base,
      ...ruleMetrics(base),
      antecedentItems: itemNames(all.antecedents[row] ?? 0),
      consequentItems: itemNames(all.consequents[row] ?? 0),
      customers: ownersOf(itemsOf(itemsets, all.unions[row] ?? 0)).customers,
      confidenceBack: base.both / base.consequent,
      adjustedLift: expected > 0 ? observed / expected : 1,
      p,
      q,
    };
  }

  function itemNames(itemset: number): Item[] {
    return Array.from(itemsOf(itemsets, itemset), (code) => items[code] ?? { field: "product", name: "" });
  }
}

/**
 * The test of a kind of baskets. What customers bought over time is tested among customers of as many different things,
 * among those of as many purchases, and over all of them: the test that is least surprised counts. Of two categories in
 * four, which most customers have both, fewer may have both than in general and yet more than others who bought as much;
 * that they go together is not what a reader would call it.
 */
function testOf(source: ItemBaskets, frequent: Uint32Array): ChanceTest {
  const { kind, baskets, purchases } = source;
  if (kind === "traits") return chanceTest(source, oneStratum(baskets));
  const holding = basketLists(baskets);
  const bySize = chanceTest(source, sizeStrata(baskets, frequent), holding);
  if (purchases === null) return bySize;
  const byPurchases = chanceTest(source, exposureStrata(baskets, purchases, frequent), holding);
  const overAll = chanceTest(source, oneStratum(baskets), holding);
  return (rest, one, other, withEffect) =>
    [bySize, byPurchases, overAll]
      .map((test) => test(rest, one, other, withEffect))
      .reduce((least, each) => (each.p > least.p ? each : least));
}

/** The items that alone reach the support, ascending. */
function frequentItems(itemsets: Itemsets): Uint32Array {
  const singles: number[] = [];
  for (let itemset = 0; itemset < itemsets.count && sizeOf(itemsets, itemset) === 1; itemset += 1) {
    singles.push(itemsOf(itemsets, itemset)[0] ?? 0);
  }
  return Uint32Array.from(singles);
}

/** How many rules of each size could be made of the frequent items. */
function layersOf(
  { kind, items }: ItemBaskets,
  frequent: Uint32Array,
  { maxLength, maxConsequent }: Thresholds,
  mayMeet: MayMeet,
): SearchLayer[] {
  const byField = new Map<Item["field"], { item: Item; count: number }>();
  for (const code of frequent) {
    const item = items[code];
    if (item === undefined) continue;
    const known = byField.get(item.field);
    if (known === undefined) byField.set(item.field, { item, count: 1 });
    else known.count += 1;
  }
  const groups = [...byField.values()];
  return searchSpace(
    groups.map(({ count }) => count),
    (one, other) => {
      const [a, b] = [groups[one]?.item, groups[other]?.item];
      return a !== undefined && b !== undefined && mayShareRule(kind, a, b, mayMeet);
    },
    { maxLength, maxConsequent },
  );
}

function byEvidence(a: Rule, b: Rule): number {
  return b.adjustedLift - a.adjustedLift || a.q - b.q || b.both - a.both || compareNames(a, b);
}

function compareNames(a: Rule, b: Rule): number {
  const text = ({ antecedentItems, consequentItems }: Rule) =>
    [...antecedentItems, ...consequentItems].map(({ field, name }) => `${field} ${name}`).join(", ");
  return text(a) < text(b) ? -1 : 1;
}

/** Whether two items may lie together, and stand in one rule: a purchase has one value of a field. */
function mayShareRule(kind: BasketKind, one: Item, other: Item, mayMeet: MayMeet): boolean {
  return !(kind === "traits" && one.field === other.field) && mayMeet(one, other);
}

/** Itemsets all of whose items may stand in one rule. */
function meetingItemsets(itemsets: Itemsets, items: readonly Item[], mayMeet: MayMeet): Uint8Array {
  const meeting = new Uint8Array(itemsets.count);
  for (let itemset = 0; itemset < itemsets.count; itemset += 1) {
    const codes = itemsOf(itemsets, itemset);
    let fine = true;
    for (let first = 0; fine && first < codes.length; first += 1) {
      for (let second = first + 1; fine && second < codes.length; second += 1) {
        const [one, other] = [items[codes[first] ?? 0], items[codes[second] ?? 0]];
        fine = one !== undefined && other !== undefined && mayMeet(one, other);
      }
    }
    meeting[itemset] = fine ? 1 : 0;
  }
  return meeting;
}

function sizeOf({ starts }: Itemsets, itemset: number): number {
  return (starts[itemset + 1] ?? 0) - (starts[itemset] ?? 0);
}

function countsOf({ counts, baskets }: Itemsets, rules: Rules, row: number): RuleCounts {
  return {
    baskets,
    antecedent: counts[rules.antecedents[row] ?? 0] ?? 0,
    consequent: counts[rules.consequents[row] ?? 0] ?? 0,
    both: counts[rules.unions[row] ?? 0] ?? 0,
  };
}

function liftOf(itemsets: Itemsets, rules: Rules, row: number): number {
  const { baskets, antecedent, consequent, both } = countsOf(itemsets, rules, row);
  return (both * baskets) / (antecedent * consequent);
}

/** Whether a rule's confidence is above that of every simpler rule with its consequent, in whole numbers. */
function improves(itemsets: Itemsets, index: ItemsetIndex, rules: Rules, row: number): boolean {
  const { counts } = itemsets;
  const both = counts[rules.unions[row] ?? 0] ?? 0;
  const own = counts[rules.antecedents[row] ?? 0] ?? 0;
  const consequent = [...itemsOf(itemsets, rules.consequents[row] ?? 0)];
  const conditions = [...itemsOf(itemsets, rules.antecedents[row] ?? 0)];
  for (let mask = 1; mask < 2 ** conditions.length - 1; mask += 1) {
    const some = conditions.filter((_, place) => (mask & (1 << place)) !== 0);
    const union = [...some, ...consequent].sort((a, b) => a - b);
    const simpler = counts[index.find(some)] ?? 0;
    const simplerBoth = counts[index.find(union)] ?? 0;
    if (both * simpler <= simplerBoth * own) return false;
  }
  return true;
}
