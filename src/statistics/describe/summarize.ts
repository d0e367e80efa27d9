import { quantile } from "./quantile.ts";
import { sum } from "./sum.ts";

/** Five numbers and the mean of a sample, as pandas' `describe` gives them. */
export interface Summary {
  count: number;
  mean: number;
  /** Sample standard deviation (n - 1); null for fewer than two values. */
  standardDeviation: number | null;
  minimum: number;
  /** Quantiles are of type 7. */
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  maximum: number;
}

/** Summarizes a sample, or gives null for none. The values may come in any order. */
export function summarize(values: Iterable<number>): Summary | null {
  const ascending = Float64Array.from(values).sort();
  const count = ascending.length;
  if (count === 0) return null;
  const mean = sum(ascending) / count;
  const squares = sum(ascending.map((value) => (value - mean) ** 2));
  return {
    count,
    mean,
    standardDeviation: count < 2 ? null : Math.sqrt(squares / (count - 1)),
    minimum: quantile(ascending, 0),
    lowerQuartile: quantile(ascending, 0.25),
    median: quantile(ascending, 0.5),
    upperQuartile: quantile(ascending, 0.75),
    maximum: quantile(ascending, 1),
  };
}
