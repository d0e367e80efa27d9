import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { type PeriodLength, periodFinder, periodName } from "../../statistics/calendar/periods.ts";
import { sum } from "../../statistics/describe/sum.ts";
import { benjaminiHochberg } from "../../statistics/significance/benjamini-hochberg.ts";
import { kruskalWallis } from "../../statistics/significance/kruskal-wallis.ts";

/** Each customer is watched for so many days from the first order on, so that older cohorts have no advantage. */
const watchedDays = 90;
/** Smaller cohorts are not compared. */
const fewestCompared = 30;

/** A cohort held against the one before. */
export interface CohortComparison {
  name: string;
  before: string;
  customers: number;
  customersBefore: number;
  /** Mean spent by a customer within the days from the first order, to three digits. */
  spent: number;
  spentBefore: number;
  /** Of the rank test on customers, corrected for all pairs of cohorts that were held against each other. */
  q: number;
  /** The mean of the cohort of the same season a year before, to three digits; null where there is none to compare. */
  spentYearBefore: number | null;
}

/**
 * Whether customers of a cohort spend more or less in the first 90 days than those of the cohort before: the test of
 * Wilcoxon, Mann and Whitney on customers. The first cohort, which holds customers from before the data, and cohorts
 * that were not watched for as long are left out; so are those whose amount within the days, held against the tables
 * of cohorts, would tell what a few spent.
 */
export function cohortComparisons(
  orders: CustomerOrders,
  length: PeriodLength,
  isFew: (persons: number) => boolean,
): CohortComparison[] {
  const watched = watchedCohorts(orders, length, isFew);
  const byPeriod = new Map(watched.map((cohort) => [cohort.period, cohort]));
  const pairs = watched.flatMap((cohort) => {
    const before = byPeriod.get(cohort.period - 1);
    if (before === undefined) return [];
    const values = Float64Array.from([...before.spent, ...cohort.spent]);
    const groups = Uint8Array.from(values, (_, index) => (index < before.spent.length ? 0 : 1));
    const test = kruskalWallis(values, groups, 2);
    return test === null ? [] : [{ cohort, before, p: test.p }];
  });
  const adjusted = benjaminiHochberg(pairs.map(({ p }) => p));
  return pairs.map(({ cohort, before }, index) => {
    const year = byPeriod.get(cohort.period - 12 / length);
    return {
      name: periodName(cohort.period, length),
      before: periodName(before.period, length),
      customers: cohort.spent.length,
      customersBefore: before.spent.length,
      spent: meanOf(cohort.spent),
      spentBefore: meanOf(before.spent),
      q: adjusted[index] ?? 1,
      spentYearBefore: length === 12 || year === undefined ? null : meanOf(year.spent),
    };
  });
}

function meanOf(spent: readonly number[]): number {
  return Number((sum(spent) / Math.max(1, spent.length)).toPrecision(3));
}

function watchedCohorts(
  orders: CustomerOrders,
  length: PeriodLength,
  isFew: (persons: number) => boolean,
): { period: number; spent: number[] }[] {
  const { customers, starts, day, revenue, first, last } = orders;
  const periodOf = periodFinder(orders, length);
  /** By this period after the first everybody has been watched for the days; later ones add whole periods. */
  const furthest = Math.ceil(watchedDays / 30 / length) + 1;
  const cohorts = new Map<number, { spent: number[]; newest: number; apart: Map<number, number> }>();
  for (const index of customers.keys()) {
    const from = starts[index] ?? 0;
    const start = day[from] ?? 0;
    const period = periodOf(start);
    const cohort = cohorts.get(period) ?? { spent: [], newest: start, apart: new Map<number, number>() };
    cohorts.set(period, cohort);
    cohort.newest = Math.max(cohort.newest, start);
    const apart = new Set<number>();
    let spent = 0;
    for (let order = from; order < (starts[index + 1] ?? 0); order += 1) {
      const at = day[order] ?? 0;
      const isWithin = at - start < watchedDays;
      if (isWithin) spent += revenue[order] ?? 0;
      // An end of a period after which orders count that are before the end of the days, or the other way round.
      const since = periodOf(at) - period;
      if (isWithin) for (let end = 0; end < since; end += 1) apart.add(end);
      else for (let end = since; end <= furthest; end += 1) apart.add(end);
    }
    cohort.spent.push(spent);
    for (const end of apart) cohort.apart.set(end, (cohort.apart.get(end) ?? 0) + 1);
  }
  return [...cohorts]
    .filter(
      ([period, { spent, newest, apart }]) =>
        period !== periodOf(first) &&
        spent.length >= fewestCompared &&
        newest + watchedDays - 1 <= last &&
        [...apart.values()].every((persons) => !isFew(persons)),
    )
    .map(([period, { spent }]) => ({ period, spent }))
    .sort((one, other) => one.period - other.period);
}
