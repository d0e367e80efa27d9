import type { Formatter } from "../../../report/format.ts";
import { hasGap } from "../../../report/month-gap.ts";
import type { Report } from "../../../report/report.ts";
import { counted, quoted } from "../../../report/words/general.ts";
import { people } from "../../../report/words/insights.ts";
import type { OverviewPart } from "../../narrowed.ts";
import { noPersonasWords, personaSupport } from "../../segments/words/segments.ts";

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
