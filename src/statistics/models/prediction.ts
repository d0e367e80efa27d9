import { sum } from "../describe/sum.ts";
import { studentQuantile } from "../significance/quantiles.ts";
import { studentTail } from "../significance/tails.ts";

/** What a new value is expected to be: Student's t about a center. */
export interface Prediction {
  center: number;
  /** The standard error of a new value: its own spread and that of the center. */
  error: number;
  degrees: number;
}

/**
 * How uncertain each value is beside the others, as variances up to a common factor, and how uncertain the next: an
 * average of few is more so. Without, all are alike.
 */
export interface Variances {
  each: readonly number[];
  next: number;
}

/**
 * The next value of independent normal values of one mean: mean ± t · s · √(1 + 1/n) (Hahn and Meeker, Statistical
 * Intervals, 1991, 4.7; R: `predict(lm(y ~ 1), interval = "prediction")`). With variances, the mean is weighted (R: the
 * same with `weights = 1 / v`). Null for fewer than two values.
 */
export function predictMean(values: readonly number[], variances?: Variances): Prediction | null {
  const count = values.length;
  if (count < 2) return null;
  const weights = weightsOf(values, variances);
  const total = sum(weights);
  const center = sum(values.map((value, place) => (weights[place] ?? 0) * value)) / total;
  const spread =
    sum(values.map((value, place) => (weights[place] ?? 0) * (value - center) ** 2)) / (count - 1);
  return {
    center,
    error: Math.sqrt(spread * ((variances?.next ?? 1) + 1 / total)),
    degrees: count - 1,
  };
}

/** A straight line through values at 0, 1, 2, …, and what it says of the next. */
export interface Line {
  next: Prediction;
  /** Value less line, place by place. */
  residuals: number[];
  /** Their standard deviation, with two degrees of freedom taken for the line; with variances, that of a value of 1. */
  spread: number;
  /** What the line rises by from one place to the next. */
  slope: number;
}

/**
 * The line of least squares, and the next value by it (R: `predict(lm(y ~ t), data.frame(t = n), interval =
 * "prediction")`; with variances, `weights = 1 / v` in both). Null for fewer than three values.
 */
export function fitLine(values: readonly number[], variances?: Variances): Line | null {
  const count = values.length;
  if (count < 3) return null;
  const weights = weightsOf(values, variances);
  const weighted = (of: (value: number, place: number) => number) =>
    sum(values.map((value, place) => (weights[place] ?? 0) * of(value, place)));
  const total = sum(weights);
  const middle = weighted((_, place) => place) / total;
  const width = weighted((_, place) => (place - middle) ** 2);
  const mean = weighted((value) => value) / total;
  const slope = weighted((value, place) => (place - middle) * (value - mean)) / width;
  const residuals = values.map((value, place) => value - mean - slope * (place - middle));
  const spread = Math.sqrt(weighted((_, place) => (residuals[place] ?? 0) ** 2) / (count - 2));
  const away = count - middle;
  return {
    next: {
      center: mean + slope * away,
      error: spread * Math.sqrt((variances?.next ?? 1) + 1 / total + (away * away) / width),
      degrees: count - 2,
    },
    residuals,
    spread,
    slope,
  };
}

function weightsOf(values: readonly number[], variances: Variances | undefined): number[] {
  return values.map((_, place) => 1 / (variances?.each[place] ?? 1));
}

/** The interval that holds the new value but for this chance. */
export function predictionInterval(
  { center, error, degrees }: Prediction,
  chance: number,
): { low: number; high: number } {
  const reach = studentQuantile(chance / 2, degrees) * error;
  return { low: center - reach, high: center + reach };
}

/** The chance, two-sided, of a new value at least so far from the center; where nothing spreads, 1 at it and 0 off it. */
export function predictionTail({ center, error, degrees }: Prediction, value: number): number {
  if (error > 0) return studentTail((value - center) / error, degrees);
  return value === center ? 1 : 0;
}

/**
 * The autocorrelation of values at lag 1 (R: `acf(values, 1)`): near 0 for independent ones, near 1 for a walk. 0 where
 * nothing spreads.
 */
export function autocorrelation(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  const away = values.map((value) => value - mean);
  const variance = sum(away.map((value) => value * value));
  if (!(variance > 0)) return 0;
  return sum(away.slice(1).map((value, place) => value * (away[place] ?? 0))) / variance;
}
