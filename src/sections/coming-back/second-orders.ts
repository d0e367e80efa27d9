import type { Gate } from "../../disclosure/gate.ts";
import type { CustomerOrders } from "../../questions/customer-orders.ts";
import {
  happenedBy,
  kaplanMeier,
  medianWait,
  type SurvivalStep,
  type Wait,
} from "../../statistics/models/kaplan-meier.ts";
import { wilson } from "../../statistics/significance/intervals.ts";
import { normalQuantile } from "../../statistics/significance/quantiles.ts";

/** One a customer: the days from the first order to the second, or to the last day of the data without one. */
export function waitsForSecond({ starts, day, customers, last }: CustomerOrders): Wait[] {
  return Array.from(customers, (_, index) => {
    const from = starts[index] ?? 0;
    const first = day[from] ?? 0;
    const happened = (starts[index + 1] ?? 0) - from > 1;
    return { time: (happened ? (day[from + 1] ?? 0) : last) - first, happened };
  });
}

/** How soon customers come back, those who cannot have come back yet taken as still waited for. */
export interface ComingBackTimes {
  customers: number;
  /** Days until half of all customers have ordered again; null where fewer than half do within the data. */
  medianDays: number | null;
  /** Shares of customers who order again within so many days; none of spans that nobody was watched for. */
  within: { days: number; share: number; low: number; high: number }[];
}

/** Days within which second orders are counted. */
const spans: readonly number[] = [30, 60, 90];

/**
 * Kaplan–Meier shares with 95 % intervals on the log(−log) scale (R: `survfit(conf.type = "log-log")`), which stay
 * within 0 and 1.
 */
export function comingBackTimes(waits: readonly Wait[], days: readonly number[] = spans): ComingBackTimes {
  const steps = kaplanMeier(waits);
  const longest = waits.reduce((most, { time }) => Math.max(most, time), 0);
  return {
    customers: waits.length,
    medianDays: medianWait(steps),
    within: days.filter((span) => span <= longest).map((span) => shareWithin(waits, steps, span)),
  };
}

function shareWithin(
  waits: readonly Wait[],
  steps: readonly SurvivalStep[],
  days: number,
): ComingBackTimes["within"][number] {
  const share = happenedBy(steps, days);
  const step = steps.findLast(({ time }) => time <= days);
  if (step === undefined || share <= 0 || share >= 1) {
    // Of nobody and of everybody Greenwood's error is none: those who were watched so long are taken as they are.
    const watched = waits.filter(({ time, happened }) => happened || time >= days).length;
    return { days, share, ...(wilson(share * watched, watched) ?? { low: share, high: share }) };
  }
  const { waiting, error } = step;
  const middle = Math.log(-Math.log(waiting));
  const spread = (normalQuantile(0.025) * error) / (waiting * Math.abs(Math.log(waiting)));
  return {
    days,
    share,
    low: 1 - Math.exp(-Math.exp(middle - spread)),
    high: 1 - Math.exp(-Math.exp(middle + spread)),
  };
}

/**
 * The spans whose shares may be told of each of some groups of customers beside each other: in each, nobody or enough
 * come back between one span and the next, and nobody or enough have not within the last.
 */
export function tellableSpans(groups: readonly (readonly Wait[])[], gate: Gate): number[] {
  const isTellable = (days: readonly number[]) =>
    [...days, Number.POSITIVE_INFINITY].every((to, place) => {
      const from = days[place - 1] ?? Number.NEGATIVE_INFINITY;
      const between = ({ time, happened }: Wait) =>
        happened ? time > from && time <= to : to === Number.POSITIVE_INFINITY;
      return gate.holds(groups.map((waits) => waits.filter(between).length));
    });
  const told: number[] = [];
  for (const days of spans) if (isTellable([...told, days])) told.push(days);
  return told;
}

/** The same with a median that is no single customer's: the mean of those around it, in whole days. */
export function tellableTimes(waits: readonly Wait[], days: readonly number[], gate: Gate): ComingBackTimes {
  const times = comingBackTimes(waits, days);
  if (times.medianDays === null) return times;
  const happened = waits.flatMap(({ time, happened }) => (happened ? [time] : [])).sort((a, b) => a - b);
  const values = Float64Array.from(happened);
  const place = happened.indexOf(times.medianDays) / Math.max(1, happened.length - 1);
  const median = gate.quantiles({ values, persons: Float64Array.from(values.keys()) })(place);
  return { ...times, medianDays: median === null ? null : Math.round(median) };
}
