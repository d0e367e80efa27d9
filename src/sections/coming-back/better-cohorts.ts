import type { Gate } from "../../disclosure/gate.ts";
import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { type PeriodLength, periodFinder, periodName } from "../../statistics/calendar/periods.ts";
import { steady } from "../../statistics/describe/steady.ts";
import { benjaminiHochberg } from "../../statistics/significance/benjamini-hochberg.ts";
import { kruskalWallis } from "../../statistics/significance/kruskal-wallis.ts";

/** Each customer is watched for so many days from the first order on, so that older cohorts have no advantage. */
const watchedDays = 90;
/** Smaller cohorts are not compared. */
const fewestCompared = 30;
/** Less than 5 %: cohorts are one of several things that a report looks for news in. */
export const mostChance = 0.02;

/** A cohort held against the one before. */
export interface CohortComparison {
  name: string;
  before: string;
  customers: number;
  customersBefore: number;
  /** The median spent by a customer within the days from the first order, to three digits. */
  spent: number;
  spentBefore: number;
  /** Of the rank test on customers, corrected for all pairs of cohorts that were held against each other. */
  q: number;
  /** Which way the ranks lie, where chance alone would hardly part them so and the medians lie the same way; else null. */
  differs: "more" | "less" | null;
  /** The median of the cohort of the same season a year before, to three digits; null where there is none to compare. */
  spentYearBefore: number | null;
}

/**
 * Whether customers of a cohort spend more or less in the first 90 days than those of the cohort before: the test of
 * Wilcoxon, Mann and Whitney on customers, beside the medians: a mean may lie the other way for one large order. The
 * first cohort, which holds customers from before the data, and cohorts that were not watched for as long are left out.
 */
export function cohortComparisons(
  orders: CustomerOrders,
  length: PeriodLength,
  gate: Gate,
): CohortComparison[] {
  const watched = watchedCohorts(orders, length, gate);
  const byPeriod = new Map(watched.map((cohort) => [cohort.period, cohort]));
  const pairs = watched.flatMap((cohort) => {
    const before = byPeriod.get(cohort.period - 1);
    if (before === undefined) return [];
    const values = Float64Array.from([...before.spent, ...cohort.spent]);
    const groups = Uint8Array.from(values, (_, index) => (index < before.spent.length ? 0 : 1));
    const test = kruskalWallis(values, groups, 2);
    return test === null ? [] : [{ cohort, before, test }];
  });
  const adjusted = benjaminiHochberg(pairs.map(({ test }) => test.p));
  return pairs.map(({ cohort, before, test }, index) => {
    const year = byPeriod.get(cohort.period - 12 / length);
    const q = adjusted[index] ?? 1;
    const [rankBefore = 0, rank = 0] = test.meanRanks;
    const way = Math.sign(rank - rankBefore);
    const isTold = q < mostChance && way === Math.sign(cohort.median - before.median);
    return {
      name: periodName(cohort.period, length),
      before: periodName(before.period, length),
      customers: cohort.spent.length,
      customersBefore: before.spent.length,
      spent: cohort.median,
      spentBefore: before.median,
      q,
      differs: !isTold || way === 0 ? null : way > 0 ? "more" : "less",
      spentYearBefore: length === 12 || year === undefined ? null : year.median,
    };
  });
}

/** What the customers of a period spent within the days, and the median as it may be told. */
interface WatchedCohort {
  period: number;
  spent: number[];
  median: number;
}

function watchedCohorts(orders: CustomerOrders, length: PeriodLength, gate: Gate): WatchedCohort[] {
  const { customers, starts, day, revenue, first, last } = orders;
  const periodOf = periodFinder(orders, length);
  const cohorts = new Map<number, { spent: number[]; newest: number }>();
  for (const index of customers.keys()) {
    const from = starts[index] ?? 0;
    const start = day[from] ?? 0;
    const period = periodOf(start);
    const cohort = cohorts.get(period) ?? { spent: [], newest: start };
    cohorts.set(period, cohort);
    cohort.newest = Math.max(cohort.newest, start);
    let spent = 0;
    for (let order = from; order < (starts[index + 1] ?? 0); order += 1)
      if ((day[order] ?? 0) - start < watchedDays) spent += revenue[order] ?? 0;
    cohort.spent.push(steady(spent));
  }
  return [...cohorts]
    .filter(
      ([period, { spent, newest }]) =>
        period !== periodOf(first) && spent.length >= fewestCompared && newest + watchedDays - 1 <= last,
    )
    .flatMap(([period, { spent }]): WatchedCohort[] => {
      const values = Float64Array.from(spent);
      const median = gate.quantiles({ values, persons: Float64Array.from(values.keys()) })(0.5);
      return median === null ? [] : [{ period, spent, median: Number(median.toPrecision(3)) }];
    })
    .sort((one, other) => one.period - other.period);
}
