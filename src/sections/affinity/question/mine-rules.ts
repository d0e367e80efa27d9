import { fewLeft } from "../../../disclosure/few-left.ts";
import { associationRules, type Rules } from "../../../statistics/itemsets/association-rules.ts";
import { basketsByItem } from "../../../statistics/itemsets/baskets-by-item.ts";
import { frequentItemsets } from "../../../statistics/itemsets/frequent-itemsets.ts";
import { type ItemsetIndex, indexItemsets } from "../../../statistics/itemsets/itemset-index.ts";
import { fractionOf, leastCount } from "../../../statistics/itemsets/itemset-thresholds.ts";
import { type Itemsets, itemsetsBySize, itemsOf } from "../../../statistics/itemsets/itemsets.ts";
import { type RuleCounts, type RuleMetrics, ruleMetrics } from "../../../statistics/itemsets/rule-metrics.ts";
import { benjaminiHochberg } from "../../../statistics/significance/benjamini-hochberg.ts";
import { type Drawn, upperTail } from "../../../statistics/significance/hypergeometric.ts";
import { ownerCounter } from "./basket-customers.ts";
import type { BasketKind, Item, ItemBaskets } from "./item-baskets.ts";
import { strataTail } from "./strata.ts";

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
}

export interface Rule extends RuleCounts, RuleMetrics {
  antecedentItems: Item[];
  consequentItems: Item[];
  /** Distinct customers of the baskets that hold both sides. */
  customers: number;
  /** How likely so much is by chance; of a rule of several conditions, the least that one of them adds. */
  p: number;
  /** Corrected after Benjamini and Hochberg for every rule that was tested. */
  q: number;
}

export interface MinedRules {
  kind: BasketKind;
  baskets: number;
  items: number;
  thresholds: Thresholds;
  minCount: number;
  itemsetsBySize: number[];
  /** Rules that were tested: all candidates but those that follow from the definition of the data. */
  tests: number;
  /** Tested pairs of items, and those of them that chance would not explain. */
  pairs: number;
  pairsReal: number;
  /** Real rules that reach the confidence, greatest lift first. */
  rules: Rule[];
  /** Where no rule is real: the five of highest lift, as examples of chance. */
  chance: Rule[];
}

export type MiningOutcome =
  | MinedRules
  | { kind: BasketKind; tooMany: { maxItemsets: number; fittingSupport: number | null } };

/** A rule is real up to this q. */
export const mostChanceOfRules = 0.05;

/** Whether items of two fields may stand in one rule; false where one follows from the other by definition. */
export type MayMeet = (one: Item, other: Item) => boolean;

interface Candidate {
  row: number;
  p: number;
}

/**
 * Mines baskets for rules and tests each against chance. p is the largest of several: Fisher's exact one-sided;
 * where a rule has several conditions, that of each beside the others, so that each must add something (Webb,
 * Discovering significant patterns, 2007); the same with as many witnesses as there are different customers; and
 * where baskets are of unequal exposure (all that a customer bought), that among baskets of equal exposure. q is
 * corrected over all candidates after Benjamini and Hochberg.
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
  const all = associationRules(itemsets, {
    minConfidence: { numerator: 0, denominator: 1 },
    maxConsequent: thresholds.maxConsequent,
  });
  const index = indexItemsets(itemsets);
  const meeting = meetingItemsets(itemsets, items, mayMeet);
  const ownersOf = ownerCounter(baskets, source.owners, source.lastCustomer);
  const leavesFew = fewLeft(baskets, basketsByItem(baskets), source.owners, thresholds.minCustomers);
  const tail = strataTail(source);
  const candidates: Candidate[] = [];
  let pairs = 0;
  for (let row = 0; row < all.count; row += 1) {
    const union = all.unions[row] ?? 0;
    if (meeting[union] !== 1) continue;
    if (sizeOf(itemsets, union) === 2) pairs += 1;
    candidates.push({ row, p: chanceOf(row, union) });
  }
  const q = benjaminiHochberg(candidates.map(({ p }) => p));
  const real = candidates.flatMap((candidate, place) =>
    (q[place] ?? 1) <= mostChanceOfRules && improves(itemsets, index, all, candidate.row)
      ? [{ ...candidate, q: q[place] ?? 1 }]
      : [],
  );
  const confidence = fractionOf(thresholds.minConfidence);
  const reaching = real.filter(({ row }) => {
    const { both, antecedent } = countsOf(itemsets, all, row);
    return both >= leastCount(antecedent, confidence);
  });
  const listed = toRules(
    itemsets,
    all,
    reaching.filter(({ row }) => !tellsTooMuch(row)),
  );
  const byLift = candidates
    .map((candidate, place) => ({
      ...candidate,
      q: q[place] ?? 1,
      lift: liftOf(itemsets, all, candidate.row),
    }))
    .filter(({ row }) => sizeOf(itemsets, all.unions[row] ?? 0) === 2)
    .sort((a, b) => b.lift - a.lift || a.row - b.row);
  const chance =
    real.length > 0
      ? []
      : firstOfEachItemset(
          toRules(
            itemsets,
            all,
            byLift.slice(0, 50).filter(({ row }) => !tellsTooMuch(row)),
          ),
        ).slice(0, 5);
  return {
    kind,
    baskets: baskets.count,
    items: items.length,
    thresholds,
    minCount,
    itemsetsBySize: itemsetsBySize(itemsets),
    tests: candidates.length,
    pairs: pairs / (thresholds.maxConsequent > 0 ? 2 : 1),
    pairsReal: real.filter(({ row }) => sizeOf(itemsets, all.unions[row] ?? 0) === 2).length / 2,
    rules: listed.sort(byEvidence),
    chance,
  };

  /** The largest of all p-values that a rule must withstand. */
  function chanceOf(row: number, union: number): number {
    let largest = all.p[row] ?? 1;
    const steps = largest > mostChanceOfRules ? [] : stepsOf(itemsets, index, all, row);
    const witnesses =
      steps.length === 0 ? 1 : persons(itemsOf(itemsets, union)) / (itemsets.counts[union] ?? 1);
    const ofCustomers = itemsOf(itemsets, union).every((item) => source.ofCustomer[item] === 1);
    for (const { rest, added, consequent, drawn } of steps) {
      largest = Math.max(largest, upperTail(scaled(drawn, witnesses)));
      // What each customer has always or never is tested on customers: their purchases only repeat it.
      if (ofCustomers) {
        largest = Math.max(
          largest,
          upperTail({
            population: persons(rest),
            successes: persons([...rest, ...consequent]),
            draws: persons([...rest, added]),
            observed: persons(itemsOf(itemsets, union)),
          }),
        );
      }
      if (tail !== null) largest = Math.max(largest, tail(rest, added, consequent));
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

  function persons(held: ArrayLike<number>): number {
    const { customers, guests } = ownersOf(held);
    return customers + guests;
  }

  function toRules(sets: Itemsets, rules: Rules, rows: readonly (Candidate & { q: number })[]): Rule[] {
    return rows.map(({ row, p, q: corrected }) => {
      const base = countsOf(sets, rules, row);
      return {
        ...base,
        ...ruleMetrics(base),
        antecedentItems: itemNames(sets, rules.antecedents[row] ?? 0),
        consequentItems: itemNames(sets, rules.consequents[row] ?? 0),
        customers: ownersOf(itemsOf(sets, rules.unions[row] ?? 0)).customers,
        p,
        q: corrected,
      };
    });
  }

  function itemNames(sets: Itemsets, itemset: number): Item[] {
    return Array.from(itemsOf(sets, itemset), (code) => items[code] ?? { field: "product", name: "" });
  }
}

function byEvidence(a: Rule, b: Rule): number {
  return b.lift - a.lift || a.q - b.q || b.both - a.both || compareNames(a, b);
}

function compareNames(a: Rule, b: Rule): number {
  const text = ({ antecedentItems, consequentItems }: Rule) =>
    [...antecedentItems, ...consequentItems].map(({ field, name }) => `${field} ${name}`).join(", ");
  return text(a) < text(b) ? -1 : 1;
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

/** A condition of a rule beside its others: what it adds to them. */
interface Step {
  rest: readonly number[];
  added: number;
  consequent: readonly number[];
  /** The baskets of the others as population, those with the consequent among them, those with the condition. */
  drawn: Drawn;
}

/** Each condition of a rule as the last that was added. */
function stepsOf(itemsets: Itemsets, index: ItemsetIndex, rules: Rules, row: number): Step[] {
  const { counts, baskets } = itemsets;
  const consequent = [...itemsOf(itemsets, rules.consequents[row] ?? 0)];
  const conditions = [...itemsOf(itemsets, rules.antecedents[row] ?? 0)];
  const countOf = (parts: number[]) =>
    parts.length === 0 ? baskets : (counts[index.find(parts.sort((a, b) => a - b))] ?? 0);
  return conditions.map((added) => {
    const rest = conditions.filter((item) => item !== added);
    return {
      rest,
      added,
      consequent,
      drawn: {
        population: countOf([...rest]),
        successes: countOf([...rest, ...consequent]),
        draws: counts[rules.antecedents[row] ?? 0] ?? 0,
        observed: counts[rules.unions[row] ?? 0] ?? 0,
      },
    };
  });
}

/**
 * Counts as if each customer had been seen once: baskets of one customer are not so many witnesses. `witnesses` is the
 * share of different customers among the observed.
 */
function scaled({ population, successes, draws, observed }: Drawn, witnesses: number): Drawn {
  if (witnesses >= 1) return { population, successes, draws, observed };
  const seen = Math.round(observed * witnesses);
  const some = Math.max(seen, Math.round(successes * witnesses));
  const drawn = Math.max(seen, Math.round(draws * witnesses));
  return {
    population: Math.max(some + drawn - seen, Math.round(population * witnesses)),
    successes: some,
    draws: drawn,
    observed: seen,
  };
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

/** Of rules of the same items the first. */
function firstOfEachItemset(rules: readonly Rule[]): Rule[] {
  const seen = new Set<string>();
  return rules.filter((rule) => {
    const key = [...rule.antecedentItems, ...rule.consequentItems]
      .map(({ field, name }) => `${field} ${name}`)
      .sort()
      .join("\n");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
