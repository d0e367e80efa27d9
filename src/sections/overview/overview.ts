import type { MetricId } from "../../questions/metrics.ts";
import type { Formatter } from "../../report/format.ts";
import type { Headline, Report } from "../../report/report.ts";
import { describeReach, describeReviews, metricValue } from "../../report/words/general.ts";

/** The numbers a reader wants first, most wanted first. */
const wanted: readonly MetricId[] = [
  "customers",
  "revenue",
  "averageOrder",
  "averagePurchase",
  "orders",
  "repeatShare",
  "averageRating",
  "averagePreviousPurchases",
  "subscriberShare",
  "returns",
];

const shownAtMost = 5;

/** The headline numbers of the Overview, as far as the data support them. */
export function overviewHeadlines(report: Pick<Report, "metrics" | "shape">): Headline[] {
  return wanted
    .flatMap((id) => report.metrics.filter(({ metric }) => metric === id))
    .filter(({ metric }) => !(metric === "averagePurchase" && report.shape === "orderLines"))
    .filter(({ metric, value }) => !(metric === "customers" && value === 0))
    .slice(0, shownAtMost);
}

/** `3,900 customers, $233,081 of revenue` */
export function overviewTitle(report: Report, format: Formatter): string {
  if (report.shape === "reviews") {
    return describeReviews(report, report.reviews?.rating ?? null, format);
  }
  return `${describeReach(report, format)}, ${format.roundMoney(metricValue(report, "revenue") ?? 0)} of revenue`;
}
