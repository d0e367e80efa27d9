import type { Periods } from "../../questions/periods.ts";
import type { MetricId } from "../../report/metrics.ts";

/** Metrics for each full period of the data. */
export type Comparison = Periods;

/** A metric in the last full period beside two earlier ones. */
export interface Compared {
  /** Indexes into the comparison's periods. */
  at: { current: number; previous: number; yearBefore: number | null };
  current: number;
  previous: number;
  /** Null where the data do not reach back a year, or too few stood behind it. */
  yearBefore: number | null;
}

/**
 * A metric of the last full period, of the one before and of the one a year before (of weeks: 52 weeks).
 * Null where the last period or the one before has no value.
 */
export function compare(comparison: Comparison, metric: MetricId): Compared | null {
  const values = comparison.metrics.find((each) => each.metric === metric)?.values ?? [];
  const current = comparison.periods.length - 1;
  const [now, before] = [values[current] ?? null, values[current - 1] ?? null];
  if (now === null || before === null) return null;
  const yearBefore = current - (comparison.unit === "month" ? 12 : 52);
  return {
    at: { current, previous: current - 1, yearBefore: yearBefore < 0 ? null : yearBefore },
    current: now,
    previous: before,
    yearBefore: values[yearBefore] ?? null,
  };
}
