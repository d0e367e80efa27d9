import type { Formatter } from "../../../report/format.ts";
import type { Report } from "../../../report/report.ts";
import { counted, metricValue, quoted } from "../../../report/words/general.ts";
import { people } from "../../../report/words/insights.ts";
import { noPersonasWords, personaSupport } from "../../segments/words/segments.ts";
import { hasGap } from "../months.ts";
import type { OverviewPart } from "../overview-part.ts";

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

/** What is compared, in the row above the verdict. */
export function comparedChip({ current, previous }: { current: string; previous: string }): string {
  return `${current} against ${previous}`;
}

/** What sets the customers of a snapshot apart, in a clause: who alone subscribes, and whether much else does. */
export function apartWords({ subscribersByGender, differences }: Report): string {
  const rows = subscribersByGender ?? [];
  const all = rows.reduce((sum, { subscribers }) => sum + subscribers, 0);
  const only = rows.length > 1 && all > 0 ? rows.find(({ subscribers }) => subscribers === all) : undefined;
  const who = only === undefined ? "" : `only ${people[only.name] ?? quoted(only.name)} subscribe`;
  const fields = new Set(differences.map(({ field }) => field));
  const isNothing = fields.size > 1 && differences.every(({ q }) => q > 0.05);
  if (!isNothing) return who;
  return who === "" ? "little sets them apart" : `${who}, and little else sets them apart`;
}

/** The sentence above the kinds of customers. */
export function kindsLead({ segments }: Report, format: Formatter): string {
  if (segments === null) return "";
  const { personas, basis } = segments;
  if ("why" in personas) return noPersonasWords(personas, basis);
  const { title, words } = personaSupport(personas, format);
  return `${title}. ${words}`;
}

/** The sentence above what was spent. */
export function spendLead(
  report: Pick<OverviewPart, "spend" | "months" | "monthsWithheld" | "minimumGroup">,
  format: Formatter,
): string {
  const { of, summary } = report.spend;
  const middle =
    summary === null
      ? `What ${of}s come to.`
      : middleHalf(of, format.money(summary.lowerQuartile), format.money(summary.upperQuartile));
  return hasGap(report)
    ? `${middle} Revenue by month is not shown: ${counted(format, report.monthsWithheld.length, "month", "months")} would tell of fewer than ${report.minimumGroup} customers.`
    : middle;
}

function middleHalf(of: string, low: string, high: string): string {
  return low === high
    ? `At least half of ${of}s come to ${low}.`
    : `The middle half of ${of}s lies between ${low} and ${high}.`;
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

/** The sentence above the locations' charts. */
export function locationsLead({ breakdowns: { location }, minimumGroup }: Report, format: Formatter): string {
  if (location === undefined) return "";
  const folded =
    location.folded === 0
      ? ""
      : ` ${counted(format, location.folded, "location")} of fewer than ${minimumGroup} customers ${location.folded === 1 ? "is" : "are"} not named.`;
  return `A customer counts in each location bought from.${folded}`;
}
