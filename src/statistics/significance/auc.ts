import type { Interval } from "./intervals.ts";
import { normalQuantile } from "./quantiles.ts";
import { normalTail } from "./tails.ts";

/** How well scores part two groups. */
export interface Auc {
  /** The chance that one of the positives scores above one of the negatives, ties counted half. */
  value: number;
  /** Of 95 %, on the scale of the logit, so that it stays within 0 to 1. */
  interval: Interval;
}

const z = normalQuantile(0.025);

/**
 * The area under the ROC curve with the standard error of DeLong, DeLong and Clarke-Pearson (1988; R: `pROC::ci.auc`),
 * worked out from ranks (Sun and Xu 2014). Null where either group is empty.
 *
 * auc(Float64Array.of(0.1, 0.4, 0.35, 0.8), [false, false, true, true]) has the value 0.75
 */
export function auc(scores: Float64Array, positive: ArrayLike<boolean>): Auc | null {
  const parts = placements(scores, positive);
  if (parts === null) return null;
  const { value, ofPositives, ofNegatives } = parts;
  const variance =
    covariance(ofPositives, ofPositives) / ofPositives.length +
    covariance(ofNegatives, ofNegatives) / ofNegatives.length;
  return { value, interval: onLogit(value, variance, parts) };
}

/** The difference between the areas of two scores of the same cases, with its interval of 95 % and the chance of it. */
export interface AucDifference {
  value: number;
  interval: Interval;
  /** Two-sided. */
  p: number;
}

/** How much better one score parts two groups than another: the paired test of DeLong (R: `pROC::roc.test`). */
export function aucDifference(
  one: Float64Array,
  other: Float64Array,
  positive: ArrayLike<boolean>,
): AucDifference | null {
  const [a, b] = [placements(one, positive), placements(other, positive)];
  if (a === null || b === null) return null;
  const varianceOf = (key: "ofPositives" | "ofNegatives") =>
    (covariance(a[key], a[key]) + covariance(b[key], b[key]) - 2 * covariance(a[key], b[key])) /
    a[key].length;
  const error = Math.sqrt(Math.max(0, varianceOf("ofPositives") + varianceOf("ofNegatives")));
  const value = a.value - b.value;
  return {
    value,
    interval: { low: value - z * error, high: value + z * error },
    p: error > 0 ? normalTail(value / error) : value === 0 ? 1 : 0,
  };
}

interface Placements {
  value: number;
  /** For each positive: the share of negatives that score below it, ties counted half. */
  ofPositives: Float64Array;
  /** For each negative: the share of positives that score above it. */
  ofNegatives: Float64Array;
}

function placements(scores: Float64Array, positive: ArrayLike<boolean>): Placements | null {
  const order = Uint32Array.from(scores.keys()).sort((i, j) => (scores[i] ?? 0) - (scores[j] ?? 0));
  let positives = 0;
  for (let index = 0; index < scores.length; index += 1) if (positive[index] === true) positives += 1;
  const negatives = scores.length - positives;
  if (positives === 0 || negatives === 0) return null;
  const ofCase = new Float64Array(scores.length);
  let [belowPositives, belowNegatives] = [0, 0];
  for (let from = 0, to = 0; from < order.length; from = to) {
    let tied = 0;
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) {
      if (positive[order[to] ?? 0] === true) tied += 1;
      to += 1;
    }
    const tiedNegatives = to - from - tied;
    for (let place = from; place < to; place += 1) {
      const index = order[place] ?? 0;
      ofCase[index] =
        positive[index] === true
          ? (belowNegatives + tiedNegatives / 2) / negatives
          : 1 - (belowPositives + tied / 2) / positives;
    }
    belowPositives += tied;
    belowNegatives += tiedNegatives;
  }
  const ofPositives = ofCase.filter((_, index) => positive[index] === true);
  const ofNegatives = ofCase.filter((_, index) => positive[index] !== true);
  return { value: mean(ofPositives), ofPositives, ofNegatives };
}

/** An interval of 95 % on the scale of the logit; where nothing is wrong, none can be said but by the rule of three. */
function onLogit(value: number, variance: number, { ofPositives, ofNegatives }: Placements): Interval {
  const fewest = Math.min(ofPositives.length, ofNegatives.length);
  if (value <= 0) return { low: 0, high: Math.min(1, 3 / fewest) };
  if (value >= 1) return { low: Math.max(0, 1 - 3 / fewest), high: 1 };
  const logit = Math.log(value / (1 - value));
  const reach = (z * Math.sqrt(variance)) / (value * (1 - value));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  return { low: back(logit - reach), high: back(logit + reach) };
}

function covariance(one: Float64Array, other: Float64Array): number {
  if (one.length < 2) return 0;
  const [a, b] = [mean(one), mean(other)];
  let sum = 0;
  for (let index = 0; index < one.length; index += 1)
    sum += ((one[index] ?? 0) - a) * ((other[index] ?? 0) - b);
  return sum / (one.length - 1);
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
