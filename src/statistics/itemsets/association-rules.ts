import { benjaminiHochberg } from "../significance/benjamini-hochberg.ts";
import { upperTail } from "../significance/hypergeometric.ts";
import { indexItemsets } from "./itemset-index.ts";
import { type Fraction, leastCount } from "./itemset-thresholds.ts";
import type { Itemsets } from "./itemsets.ts";
import type { RuleCounts } from "./rule-metrics.ts";

export interface RuleOptions {
  /** The smallest share of the antecedent's baskets with the consequent too, compared in whole numbers. */
  minConfidence: Fraction;
  /** The most items of a consequent; 1 by default. */
  maxConsequent?: number;
}

/**
 * Rules in columns, since there may be millions: row by row the itemsets, as indexes, of the antecedent, of
 * the consequent and of both together. They come in the order of the itemsets of both, those of one itemset
 * by the size of the consequent, then by its items.
 */
export interface Rules {
  /** How many rules there are. */
  count: number;
  antecedents: Uint32Array;
  consequents: Uint32Array;
  unions: Uint32Array;
  /**
   * One-sided p-value of Fisher's exact test: how likely so many or more baskets with both sides are, were
   * the sides independent.
   */
  p: Float64Array;
  /** p corrected for all candidates after Benjamini and Hochberg. */
  q: Float64Array;
  /** How many candidates were tested: rules of any confidence. */
  tests: number;
}

/**
 * The rules within frequent itemsets that reach a confidence. Candidates are all rules whose two sides
 * together are one of the itemsets, with at most `maxConsequent` items in the consequent, whatever their
 * confidence: each is tested, and q is corrected for them all, not for those that are given. (Of two items
 * there are two candidates with one p-value: q is the same as were they one.) Throws a RangeError for a
 * confidence that is not from 0 to 1, for a `maxConsequent` that is not a whole number from 1 on, and for
 * itemsets without their parts, which frequent ones never are.
 */
export function associationRules(
  itemsets: Itemsets,
  { minConfidence, maxConsequent = 1 }: RuleOptions,
): Rules {
  if (!(Number.isSafeInteger(maxConsequent) && maxConsequent >= 1)) {
    throw new RangeError(`maximum of items in a consequent ${maxConsequent} is not a whole number from 1 on`);
  }
  const tests = candidateRules(itemsets, maxConsequent);
  const { counts, baskets } = itemsets;
  const antecedents = new Uint32Array(tests);
  const consequents = new Uint32Array(tests);
  const unions = new Uint32Array(tests);
  const p = new Float64Array(tests);
  const reaching = new Uint32Array(tests);
  let count = 0;
  let candidate = 0;
  eachCandidate(itemsets, maxConsequent, (union, antecedent, consequent) => {
    const both = counts[union] ?? 0;
    const draws = counts[antecedent] ?? 0;
    antecedents[candidate] = antecedent;
    consequents[candidate] = consequent;
    unions[candidate] = union;
    p[candidate] = upperTail({
      population: baskets,
      successes: counts[consequent] ?? 0,
      draws,
      observed: both,
    });
    if (both >= leastCount(draws, minConfidence)) {
      reaching[count] = candidate;
      count += 1;
    }
    candidate += 1;
  });
  const q = benjaminiHochberg(p);
  const rows = reaching.subarray(0, count);
  return {
    count,
    antecedents: rows.map((row) => antecedents[row] ?? 0),
    consequents: rows.map((row) => consequents[row] ?? 0),
    unions: rows.map((row) => unions[row] ?? 0),
    p: Float64Array.from(rows, (row) => p[row] ?? 1),
    q: Float64Array.from(rows, (row) => q[row] ?? 1),
    tests,
  };
}

/** How many rules `associationRules` would test; worth a look where `maxConsequent` is above 1. */
export function candidateRules({ count, starts }: Itemsets, maxConsequent = 1): number {
  let rules = 0;
  for (let index = 0; index < count; index += 1) {
    const size = (starts[index + 1] ?? 0) - (starts[index] ?? 0);
    let ways = 1;
    for (let taken = 1; taken <= Math.min(maxConsequent, size - 1); taken += 1) {
      ways = (ways * (size - taken + 1)) / taken;
      rules += ways;
    }
  }
  return rules;
}

/** What the measures of rule `row` are worked out from. */
export function ruleCounts(rules: Rules, { counts, baskets }: Itemsets, row: number): RuleCounts {
  return {
    baskets,
    antecedent: counts[rules.antecedents[row] ?? 0] ?? 0,
    consequent: counts[rules.consequents[row] ?? 0] ?? 0,
    both: counts[rules.unions[row] ?? 0] ?? 0,
  };
}

function eachCandidate(
  itemsets: Itemsets,
  maxConsequent: number,
  visit: (union: number, antecedent: number, consequent: number) => void,
): void {
  const { count, starts } = itemsets;
  const index = indexItemsets(itemsets);
  const masksBySize: Uint32Array[] = [];
  for (let union = 0; union < count; union += 1) {
    const size = (starts[union + 1] ?? 0) - (starts[union] ?? 0);
    if (size < 2) continue;
    const all = 2 ** size - 1;
    masksBySize[size] ??= consequentMasks(size, Math.min(maxConsequent, size - 1));
    for (const mask of masksBySize[size]) {
      const antecedent = index.findPart(union, all - mask);
      const consequent = index.findPart(union, mask);
      if (antecedent < 0 || consequent < 0)
        throw new RangeError(`itemset ${union} is without one of its parts`);
      visit(union, antecedent, consequent);
    }
  }
}

/** Which of `size` items may be a consequent, as bits: by how many there are, then the first items first. */
function consequentMasks(size: number, most: number): Uint32Array {
  const masks: number[] = [];
  const choose = (mask: number, from: number, left: number): void => {
    if (left === 0) masks.push(mask);
    else for (let bit = from; bit < size; bit += 1) choose(mask + 2 ** bit, bit + 1, left - 1);
  };
  for (let taken = 1; taken <= most; taken += 1) choose(0, 0, taken);
  return Uint32Array.from(masks);
}
