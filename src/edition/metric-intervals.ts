import { linePersons } from "../questions/persons.ts";
import type { MetricId } from "../report/metrics.ts";
import type { Report } from "../report/report.ts";
import type { Inputs } from "../sections/inputs.ts";
import { type Interval, wilson } from "../statistics/significance/intervals.ts";

/** Parts of a report whose averages are headline numbers. */
export type AveragedParts = Partial<Pick<Report, "age" | "previousPurchases" | "rating" | "spend">>;

/**
 * The 95 % interval of a headline number that is a share or an average, customers being the sample; null of others, and
 * where too few customers decide it.
 */
export function metricInterval(
  metric: MetricId,
  valueIn: (metric: MetricId) => number,
  { lines, gate }: Pick<Inputs, "lines" | "gate">,
  { age, previousPurchases, rating, spend }: AveragedParts,
): Interval | null {
  switch (metric) {
    case "averageOrder":
      return spend?.of === "order" ? (spend.summary?.meanInterval ?? null) : null;
    case "averagePurchase":
      return gate.meanInterval({
        values: lines.amount,
        persons: Float64Array.from(linePersons(lines).personOf),
      });
    case "averageRating":
      return rating?.summary.meanInterval ?? null;
    case "averagePreviousPurchases":
      return previousPurchases?.meanInterval ?? null;
    case "averageAge":
      return age?.meanInterval ?? null;
    case "repeatShare":
      return wilson(Math.round(valueIn("repeatShare") * valueIn("customers")), valueIn("customers"));
    case "subscriberShare": {
      const subscribers = valueIn("subscribers");
      return subscribers > 0
        ? wilson(subscribers, Math.round(subscribers / valueIn("subscriberShare")))
        : null;
    }
    default:
      return null;
  }
}
