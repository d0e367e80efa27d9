import { sum } from "../describe/sum.ts";
import { type Interval, wilson } from "./intervals.ts";
import { studentQuantile } from "./quantiles.ts";

/**
 * One sum over another, each made of what several clusters have, such as what customers bought in a category and what
 * they bought in all: the customers are the sample, not what they bought.
 */
export interface ClusteredRatio {
  part: number;
  whole: number;
  /** How many clusters have some of the whole. */
  clusters: number;
  /** Sums over the clusters of powers of what each one's part lies off the ratio of its whole. */
  squares: number;
  fourths: number;
}

/** What sums of squares of equal values may come to by rounding, as a part of the square of their sum. */
const rounding = 1e-24;

/** The ratio of what clusters have a part of to what they have in all, one value each. */
export function clusteredRatio(parts: Float64Array, wholes: Float64Array): ClusteredRatio {
  const [part, whole] = [sum(parts), sum(wholes)];
  const off = Float64Array.from(parts, (own, cluster) => own - (part / whole) * (wholes[cluster] ?? 0));
  return {
    part,
    whole,
    clusters: parts.length,
    squares: sum(off.map((each) => each ** 2)),
    fourths: sum(off.map((each) => each ** 4)),
  };
}

/**
 * How many clusters alike would lie off the ratio as much as these do: far fewer than there are where a few decide it
 * (the inverse of the squares' concentration). All of them where none lies off it.
 */
export function clustersBehind({ clusters, squares, fourths }: ClusteredRatio): number {
  return fourths > 0 ? Math.min(clusters, (squares * squares) / fourths) : clusters;
}

/**
 * The 95 % interval of a share: Wilson's, with as many cases as would spread as much by themselves, `most` at most (Dean
 * and Pagano 2015). Of clusters that are of one case each it is Wilson's own. Null of nothing.
 */
export function clusteredShare(ratio: ClusteredRatio, most: number): Interval | null {
  const { part, whole, clusters, squares } = ratio;
  if (!(whole > 0)) return null;
  const share = Math.min(1, Math.max(0, part / whole));
  const spread = share * (1 - share);
  const alike = squares > 0 ? Math.min(most, (spread * whole * whole) / squares) : most;
  const cases = spread > 0 ? alike : clusters;
  return wilson(share * cases, cases);
}

/**
 * The 95 % interval of a mean, a sum of values over how many there are: linearized (Cochran, Sampling Techniques, 1977,
 * 6.4), with Student's t of one degree fewer than there are clusters. Null of fewer than two clusters, and where all are
 * alike: that nothing spreads in a sample proves nothing.
 */
export function clusteredMean({ part, whole, clusters, squares }: ClusteredRatio): Interval | null {
  if (!(whole > 0) || clusters < 2 || squares <= rounding * part * part) return null;
  const error = Math.sqrt((squares * clusters) / (clusters - 1)) / whole;
  const reach = studentQuantile(0.025, clusters - 1) * error;
  return { low: part / whole - reach, high: part / whole + reach };
}
