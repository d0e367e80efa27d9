import type { Gate } from "../../disclosure/gate.ts";
import type { Period, Periods } from "../../questions/periods.ts";
import type { MetricId } from "../../report/metrics.ts";
import { sum } from "../../statistics/describe/sum.ts";

/** Metrics for each full period of the data, so that the last can be held against those before. */
export interface Comparison {
  /** Calendar months; weeks from Monday on where the data hold fewer than two full months. */
  unit: "month" | "week";
  /** Every full period, oldest first, without a gap. `name`: `2023-05`, or the Monday of a week; days as ISO. */
  periods: { name: string; first: string; last: string }[];
  /** Names of the periods at the edges that the data do not cover whole. */
  partial: string[];
  /** One value a period, by the metric's own definition within it; null where too few stand behind it. */
  metrics: { metric: MetricId; values: (number | null)[] }[];
}

/** The periods of a report without those of few buyers, and without those that are not shown as months. */
export function publishedComparison(
  { unit, periods }: Periods,
  monthsWithheld: readonly string[],
  customers: number,
  gate: Gate,
): Comparison {
  const full = periods.filter((period) => period.full);
  const buyers = (period: Period) => period.customers + period.guests;
  const withheld =
    unit === "month"
      ? new Set(monthsWithheld)
      : gate.withheldPeriods(
          periods.map((period) => ({ name: period.name, buyers: buyers(period), listed: period.full })),
        );
  const each = (value: (period: Period) => number | null) =>
    full.map((period) => (withheld.has(period.name) ? null : value(period)));
  // Who bought in every period but one, or in several, would follow from all customers.
  const telling = [
    ...full.map((period) => customers - period.customers),
    ...full.map((period) => period.customers),
    sum(periods.map((period) => period.customers)) - customers,
  ].some((few) => gate.isFew(few));
  const metrics: Comparison["metrics"] = [
    { metric: "customers", values: telling ? [] : each((period) => period.customers) },
    { metric: "orders", values: each(({ orders }) => orders) },
    { metric: "transactions", values: each(({ purchases }) => purchases) },
    { metric: "revenue", values: each(({ revenue }) => revenue) },
    {
      metric: "averageOrder",
      values: each(({ revenue, orders }) => (orders === 0 ? null : revenue / orders)),
    },
    {
      metric: "repeatShare",
      values: each((period) =>
        period.customers === 0 ||
        [period.customers, period.repeaters, period.customers - period.repeaters].some((few) =>
          gate.isFew(few),
        )
          ? null
          : period.repeaters / period.customers,
      ),
    },
    {
      metric: "averageRating",
      values: full.map(({ rating, raters }) => (gate.isEnough(raters) ? rating : null)),
    },
  ];
  return {
    unit,
    periods: full.map(({ name, first, last }) => ({ name, first, last })),
    partial: periods.filter((period) => !period.full).map(({ name }) => name),
    metrics: metrics.filter(({ values }) => values.some((value) => value !== null && value !== 0)),
  };
}

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
