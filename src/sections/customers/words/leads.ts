import type { Formatter } from "../../../report/format.ts";
import type { Report } from "../../../report/report.ts";
import { counted, metricValue } from "../../../report/words/general.ts";
import type { OverviewPart } from "../../narrowed.ts";

/** The sentence above the customers' charts. */
export function customersLead(
  report: Pick<OverviewPart, "age" | "breakdowns" | "metrics">,
  format: Formatter,
): string {
  if (report.age !== null && report.breakdowns.ageGroup !== undefined) {
    const { low, high, lowerQuartile, upperQuartile } = report.age;
    const [from, to] = [lowerQuartile, upperQuartile].map((age) => format.decimal(age, 0));
    if (from === to) return `At least half of those whose age is known are ${from}.`;
    const middle = `half of those whose age is known are between ${from} and ${to}`;
    return low === null || high === null
      ? `${middle.charAt(0).toUpperCase()}${middle.slice(1)}.`
      : `${format.share(0.9)} of customers are aged ${format.decimal(low, 0)}–${format.decimal(high, 0)}; ${middle}.`;
  }
  return `${counted(format, metricValue(report, "customers") ?? 0, "customer")} with at least one purchase.`;
}

/** The sentence above how often customers come back and what they think. */
export function loyaltyLead(report: Report, format: Formatter): string {
  const repeat = metricValue(report, "repeatShare");
  if (repeat !== undefined)
    return `${format.share(repeat)} of customers ordered more than once in the period.`;
  const { previousPurchases } = report;
  return previousPurchases === null
    ? "Ratings given with purchases."
    : `By their own record customers had bought ${format.decimal(previousPurchases.mean)} times before, half of them at least ${format.decimal(previousPurchases.median, 0)} times.`;
}
