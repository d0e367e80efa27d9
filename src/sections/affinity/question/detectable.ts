import { detectableShare, meanReaching } from "../../../statistics/significance/detectable-share.ts";
import type { ChanceTest } from "./chance-test.ts";

/** How far from chance a pair of items would have had to be. */
export interface Detectable {
  /** The share of the baskets that each of the two items lies in. */
  share: number;
  /** How many times as often as by chance they would have had to lie together. */
  lift: number;
}

export interface Search {
  baskets: number;
  /** Frequent items with the number of baskets that hold each. */
  items: readonly { code: number; count: number }[];
  mayMeet: (one: number, other: number) => boolean;
  /** Pairs that lie together often enough, from which the typical design effect is taken. */
  pairs: readonly (readonly [number, number])[];
  /** The p that a single find would have needed. */
  mostChance: number;
  /** The fewest baskets with both, and the smallest share of an item's baskets, that a rule may have. */
  minCount: number;
  minConfidence: number;
}

/** So many pairs say what a typical design effect is. */
const someOfPairs = 25;

/**
 * The lift at which a pair of two items of middling frequency would have been found in four of five such data sets:
 * Cohen's formula for a share against a known one, with as many observations as give the share the variance that it has
 * among baskets alike, divided by the typical design effect. Null where nothing could have been found.
 */
export function detectablePair(
  { baskets, items, mayMeet, pairs, mostChance, minCount, minConfidence }: Search,
  test: ChanceTest,
): Detectable | null {
  const byCount = items.toSorted((a, b) => a.count - b.count || a.code - b.code);
  const middle = Math.floor(byCount.length / 2);
  const one = byCount[middle];
  if (one === undefined) return null;
  // The nearest in frequency that may stand in one rule with it.
  const other = byCount
    .map((item, place) => ({ ...item, away: Math.abs(place - middle) }))
    .filter(({ code }) => code !== one.code && mayMeet(one.code, code))
    .sort((a, b) => a.away - b.away || a.code - b.code)[0];
  if (other === undefined) return null;
  const { expected, variance } = test([], [one.code], [other.code]);
  const draws = Math.max(one.count, other.count);
  const share = expected / draws;
  if (!(variance > 0 && share > 0 && share < 1)) return null;
  const observations = (draws * draws * share * (1 - share)) / variance / typicalEffect(pairs, test);
  const found = detectableShare({ expected: share, observations, mostChance });
  if (found === null) return null;
  const wanted = meanReaching(Math.max(minCount, minConfidence * Math.min(one.count, other.count)));
  const lift = Math.max(found / share, wanted / expected);
  if (lift * expected > Math.min(one.count, other.count)) return null;
  return { share: Math.sqrt(one.count * other.count) / baskets, lift };
}

/** The middle design effect of some pairs; 1 for none. */
function typicalEffect(pairs: Search["pairs"], test: ChanceTest): number {
  const step = Math.max(1, Math.floor(pairs.length / someOfPairs));
  const effects = pairs
    .filter((_, place) => place % step === 0)
    .map(([one, other]) => test([], [one], [other], true).designEffect)
    .sort((a, b) => a - b);
  return effects[Math.floor(effects.length / 2)] ?? 1;
}
