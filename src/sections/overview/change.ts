import { daysFrom } from "../../statistics/calendar/days.ts";
import {
  type Expected,
  expectedNext,
  type SteadyGrowth,
  steadyGrowth,
} from "../../statistics/models/expected-next.ts";
import { benjaminiHochberg } from "../../statistics/significance/benjamini-hochberg.ts";
import type { Comparison } from "./comparison.ts";

/** What is looked at: revenue follows from the two. */
const changeMetrics = ["orders", "averageOrder"] as const;
export type ChangeMetric = (typeof changeMetrics)[number];

/** The last full period held against what those before it let expect. */
export interface Change {
  metric: ChangeMetric;
  current: number;
  /** The period it is told against: a year before where it is expected by it, else the one before. */
  against: { index: number; value: number };
  /** Bounds (of 95 %) and center of what was expected, in the metric's unit. */
  expected: Pick<Expected, "by" | "low" | "center" | "high" | "from">;
  p: number;
  /** Corrected after Benjamini and Hochberg for the metrics looked at, by their weights. */
  q: number;
}

/** A metric that rises or falls from one year to the next. */
export interface Growth extends SteadyGrowth {
  metric: ChangeMetric;
  /** Months that were held against the same one a year before. */
  months: number;
  q: number;
}

const chance = 0.05;

/**
 * How much of the error each metric may spend, 1 on average: orders are what a shop asks of first, and what it can see
 * move (weighted Benjamini and Hochberg: Genovese, Roeder and Wasserman 2006).
 */
const weights: Record<ChangeMetric, number> = { orders: 4 / 3, averageOrder: 2 / 3 };

/**
 * How much a season of which nothing is seen may move a metric, as the standard deviation of its logarithm: twice one
 * side of 95 % is a factor of 2.7 for orders (US Census Bureau, unadjusted retail sales: jewelry and toys sell about twice
 * their average in December, and half to three quarters of it in January).
 */
const unseenSeason: Record<ChangeMetric, number> = { orders: 0.5, averageOrder: 0.15 };

/** Orders and average order of the last full period against their own past; none where that is too short. */
export function lastChanges(comparison: Comparison): Change[] {
  const season = seasonOf(comparison);
  const orders = expectedOrders(comparison);
  const found = changeMetrics.flatMap((metric): Omit<Change, "q">[] => {
    const series = seriesOf(comparison, metric);
    const counts = orders.slice(-series.logs.length);
    const expected = expectedNext(
      series.logs,
      { season, unseenSeason: unseenSeason[metric], counts },
      chance,
    );
    if (expected === null) return [];
    const current = comparison.periods.length - 1;
    const index = current - (expected.by === "season" && season !== null ? season : 1);
    const back = (log: number) => Math.exp(log) * (series.scale[current] ?? 1);
    return [
      {
        metric,
        current: series.values[current] ?? 0,
        against: { index, value: series.values[index] ?? 0 },
        expected: {
          by: expected.by,
          low: back(expected.low),
          center: back(expected.center),
          high: back(expected.high),
          from: expected.from,
        },
        p: expected.p,
      },
    ];
  });
  return corrected(found, ({ metric }) => (found.length === 1 ? 1 : weights[metric]));
}

/** Orders of each period; of the last, as many as were expected, lest a fall itself speak for its being chance. */
function expectedOrders(comparison: Comparison): number[] {
  const { values, scale, logs } = seriesOf(comparison, "orders");
  const alike = { season: seasonOf(comparison), unseenSeason: 0, counts: [] };
  const expected = expectedNext(logs, alike, chance);
  return values.map((value, index) =>
    index === values.length - 1 && expected !== null
      ? Math.exp(expected.center) * (scale[index] ?? 1)
      : (value ?? 1),
  );
}

/** Orders and average order that grow or shrink from year to year, where the data are of three years. */
export function steadyGrowths(comparison: Comparison): Growth[] {
  const season = seasonOf(comparison);
  if (season === null) return [];
  const found = changeMetrics.flatMap((metric) => {
    const { logs } = seriesOf(comparison, metric);
    const growth = steadyGrowth(logs, season);
    return growth === null ? [] : [{ metric, months: logs.length - season, ...growth }];
  });
  return corrected(found, () => 1);
}

function corrected<Found extends { p: number }>(
  found: readonly Found[],
  weightOf: (each: Found) => number,
): (Found & { q: number })[] {
  const q = benjaminiHochberg(found.map((each) => Math.min(1, each.p / weightOf(each))));
  return found.map((each, index) => ({ ...each, q: q[index] ?? 1 }));
}

/** Months in a year; weeks are compared only where the data are too short for months, and hence for a season. */
function seasonOf({ unit }: Comparison): number | null {
  return unit === "month" ? 12 : null;
}

/**
 * A metric's values, and the logarithms of its latest without a gap. Orders are taken a day, since months differ in
 * length: `scale` is the days of each period.
 */
function seriesOf(
  { periods, metrics }: Comparison,
  metric: ChangeMetric,
): { values: readonly (number | null)[]; scale: number[]; logs: number[] } {
  const values = metrics.find((each) => each.metric === metric)?.values ?? [];
  const scale = periods.map((period) => (metric === "orders" ? daysOf(period) : 1));
  const from = values.findLastIndex((value) => value === null || value <= 0) + 1;
  const logs = values.slice(from).map((value, place) => Math.log((value ?? 1) / (scale[from + place] ?? 1)));
  return { values, scale, logs };
}

function daysOf({ first, last }: Comparison["periods"][number]): number {
  return daysFrom(first, last);
}
