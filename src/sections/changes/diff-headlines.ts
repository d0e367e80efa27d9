import { isStricter } from "../../disclosure/between-reports.ts";
import { type MetricId, metricDefinitions } from "../../report/metrics.ts";
import { daysFrom } from "../../statistics/calendar/days.ts";
import {
  countDifference,
  meanDifference,
  type Sample,
  shareDifference,
  sumDifference,
} from "../../statistics/significance/two-samples.ts";
import type { HeadlineChange } from "./changes.ts";
import type { ComparedReport } from "./compared-report.ts";
import { judge } from "./judge.ts";

type SummaryLike = { count: number; mean: number; standardDeviation: number | null } | null | undefined;

/** Headline numbers that either report has, in the registry's order; those of another shop are not judged. */
export function diffHeadlines(
  previous: ComparedReport,
  current: ComparedReport,
  otherShop: boolean,
): HeadlineChange[] {
  const otherCurrency = (previous.currency ?? null) !== (current.currency ?? null);
  // Under a higher minimum these could show too few customers, or leave too few out.
  const stricter = isStricter(current, previous);
  const entries = metricDefinitions.flatMap(({ id, unit }) => {
    const hidden = (otherCurrency && unit === "money") || (stricter && ofCustomers.includes(id));
    const before = hidden ? null : metricOf(previous, id);
    const now = metricOf(current, id);
    return before === null && now === null ? [] : [{ metric: id, before, now }];
  });
  const verdicts = judge(
    entries.map(({ metric, before, now }) => ({
      same: !otherShop && before === now,
      p: otherShop || before === null || now === null ? null : chanceOf(metric, previous, current),
    })),
  );
  return entries.map((entry, index) => ({ ...entry, ...(verdicts[index] ?? unjudged) }));
}

const unjudged = { verdict: "unjudged", q: null } as const;
const ofCustomers: readonly MetricId[] = ["subscribers", "subscriberShare", "repeatShare"];

function metricOf({ metrics }: ComparedReport, id: MetricId): number | null {
  return metrics.find(({ metric }) => metric === id)?.value ?? null;
}

/**
 * The chance of a metric's difference: counts of people and orders as Poisson counts, revenue as a sum of so many
 * orders or purchases, averages by their spread, shares of customers as shares. Null for others: lines come several
 * an order, how many different products there are has no such law, and where the spread is not published.
 */
function chanceOf(metric: MetricId, previous: ComparedReport, current: ComparedReport): number | null {
  const values = (id: MetricId) => [metricOf(previous, id), metricOf(current, id)] as const;
  const spends = previous.spend.of === current.spend.of ? current.spend.of : null;
  const spend = [sampleOf(previous.spend.summary), sampleOf(current.spend.summary)] as const;
  // Where the period grew, what is counted a day; people come again, and are not more in twice the days by rule.
  const days = daysOf(previous, current);
  const isLonger = days[0] !== days[1];
  switch (metric) {
    case "customers":
    case "subscribers":
      return isLonger ? null : both(values(metric), (one, other) => countDifference(one, other));
    case "orders":
      return both(values(metric), (one, other) => countDifference(one, other, days));
    case "transactions":
      return spends === "purchase"
        ? both(values(metric), (one, other) => countDifference(one, other, days))
        : null;
    case "revenue":
      return spends === null ? null : both(spend, (one, other) => sumDifference(one, other, days));
    case "averagePurchase":
      return spends === "purchase" ? both(spend, meanDifference) : null;
    case "averageOrder":
      return spends === "order" ? both(spend, meanDifference) : null;
    case "averageRating":
      return both([sampleOf(previous.rating?.summary), sampleOf(current.rating?.summary)], meanDifference);
    case "averageAge":
      return both([sampleOf(previous.age), sampleOf(current.age)], meanDifference);
    case "averagePreviousPurchases":
      return both(
        [sampleOf(previous.previousPurchases), sampleOf(current.previousPurchases)],
        meanDifference,
      );
    case "repeatShare":
      return both([partOf(previous, "repeatShare"), partOf(current, "repeatShare")], shareDifference);
    case "subscriberShare":
      return both([subscribersOf(previous), subscribersOf(current)], shareDifference);
    default:
      return null;
  }
}

/** Days that each report covers; where one has no dates, the same for both. */
function daysOf(previous: ComparedReport, current: ComparedReport): readonly [number, number] {
  const days = ({ period }: ComparedReport) => (period == null ? null : daysFrom(period.first, period.last));
  const [before, now] = [days(previous), days(current)];
  return before === null || now === null ? [1, 1] : [before, now];
}

function both<Value>(
  [one, other]: readonly [Value | null, Value | null],
  chance: (one: Value, other: Value) => number | null,
): number | null {
  return one === null || other === null ? null : chance(one, other);
}

function sampleOf(summary: SummaryLike): Sample | null {
  if (summary === null || summary === undefined || summary.standardDeviation === null) return null;
  return { mean: summary.mean, deviation: summary.standardDeviation, count: summary.count };
}

function partOf(report: ComparedReport, id: MetricId): { count: number; of: number } | null {
  const [share, of] = [metricOf(report, id), metricOf(report, "customers")];
  return share === null || of === null ? null : { count: Math.round(share * of), of };
}

/** Subscribers of those whose subscription is known. */
function subscribersOf(report: ComparedReport): { count: number; of: number } | null {
  const [count, share] = [metricOf(report, "subscribers"), metricOf(report, "subscriberShare")];
  return count === null || share === null || share === 0 ? null : { count, of: Math.round(count / share) };
}
