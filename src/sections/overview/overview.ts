import type { MetricId } from "../../questions/metrics.ts";
import type { Formatter } from "../../report/format.ts";
import type { Headline, Report } from "../../report/report.ts";
import { describeReach, describeReviews, metricValue } from "../../report/words/general.ts";
import { capitalized } from "../../report/words/insights.ts";
import { verdict } from "../sales/words/verdict.ts";
import { apartWords } from "./words/leads.ts";

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

/** The same of a snapshot, whose revenue is in the title. */
const wantedOfSnapshot: readonly MetricId[] = [
  "customers",
  "averagePurchase",
  "averageRating",
  "averagePreviousPurchases",
  "subscriberShare",
  "revenue",
];

const shownAtMost = 5;

/** The headline numbers of the Overview, as far as the data support them. */
export function overviewHeadlines(report: Pick<Report, "metrics" | "shape">): Headline[] {
  return (report.shape === "snapshot" ? wantedOfSnapshot : wanted)
    .flatMap((id) => report.metrics.filter(({ metric }) => metric === id))
    .filter(({ metric }) => !(metric === "averagePurchase" && report.shape === "orderLines"))
    .filter(({ metric, value }) => !(metric === "customers" && value === 0))
    .slice(0, shownAtMost);
}

/**
 * The verdict: `2025 brought $542,053, 9.9% less than 2024`; where nothing is compared, whom and what the report is
 * about: `3,900 customers, $233,081; only men subscribe, and little else sets them apart`.
 */
export function overviewTitle(report: Report, format: Formatter): string {
  if (report.shape === "reviews") {
    return describeReviews(report, report.reviews?.rating ?? null, format);
  }
  const change = report.sales?.change ?? null;
  if (change !== null && change.sales.after > 0) return verdict(change, format).lead;
  const money = metricValue(report, "revenue") ?? 0;
  const reach = describeReach(report, format);
  const whom = money > 0 ? `${reach}, ${format.roundMoney(money)}` : reach;
  const apart = report.shape === "snapshot" ? apartWords(report) : "";
  return apart === "" ? whom : `${whom}; ${apart}`;
}

/** What made the verdict, in a sentence; null where nothing is compared. */
export function overviewSubtitle(report: Report, format: Formatter): string | null {
  const change = report.sales?.change ?? null;
  return change === null ? null : `${capitalized(verdict(change, format).rest)}.`;
}
