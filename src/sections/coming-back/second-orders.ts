import type { CustomerOrders } from "../../questions/customer-orders.ts";
import { happenedBy, kaplanMeier, medianWait, type Wait } from "../../statistics/models/kaplan-meier.ts";

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
  /** Shares of customers who order again within so many days; null where nobody was watched as long. */
  within: { days: number; share: number; low: number; high: number }[];
}

const spans = [30, 60, 90];

/**
 * Kaplan–Meier shares with 95 % intervals on the log(−log) scale (R: `survfit(conf.type = "log-log")`), which stay
 * within 0 and 1.
 */
export function comingBackTimes(waits: readonly Wait[]): ComingBackTimes {
  const steps = kaplanMeier(waits);
  const longest = waits.reduce((most, { time }) => Math.max(most, time), 0);
  return {
    customers: waits.length,
    medianDays: medianWait(steps),
    within: spans
      .filter((days) => days <= longest)
      .map((days) => {
        const share = happenedBy(steps, days);
        const step = steps.findLast(({ time }) => time <= days);
        if (step === undefined || share <= 0 || share >= 1) return { days, share, low: share, high: share };
        const { waiting, error } = step;
        const middle = Math.log(-Math.log(waiting));
        const spread = (1.959963984540054 * error) / (waiting * Math.abs(Math.log(waiting)));
        return {
          days,
          share,
          low: 1 - Math.exp(-Math.exp(middle - spread)),
          high: 1 - Math.exp(-Math.exp(middle + spread)),
        };
      }),
  };
}
