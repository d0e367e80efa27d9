import type { Formatter } from "../../report/format.ts";
import type { MetricId } from "../../report/metrics.ts";
import type { Breakdown, Report } from "../../report/report.ts";
import { counted, describeSpread, type Measure, measured, writeMeasure } from "../../report/words/general.ts";
import type { ChartColor, ChartSpec } from "../spec.ts";

/** A report with the formatter that writes its numbers. */
export interface Source {
  report: Report;
  format: Formatter;
}

/** Groups to be drawn, and how many more were folded. */
export type Groups = Pick<Breakdown, "groups" | "folded">;

export interface GroupChart {
  id: string;
  kind: "bars" | "columns" | "share";
  title: string;
  labelHeading: string;
  measure: Measure;
  color?: ChartColor;
  /** How many named groups are shown; the folded ones only where all of these are. */
  limit?: number;
  /** The number of all such groups, where the report does not list them all. */
  outOf?: number;
}

const measureNames: Record<Measure, string> = {
  customers: "Customers",
  purchases: "Purchases",
  revenue: "Revenue",
};

/** The chart of a breakdown's groups by one measure, or null where the report has no such breakdown. */
export function groupChart(
  { format }: Source,
  breakdown: Groups | undefined,
  chart: GroupChart,
): ChartSpec | null {
  if (breakdown === undefined || breakdown.groups.length < 2) return null;
  const { groups, folded } = breakdown;
  const { id, kind, title, labelHeading, measure, color = "accent", limit = 12 } = chart;
  const named = groups.filter(({ other }) => other !== true);
  const shown = named.length <= limit ? groups : named.slice(0, limit);
  const values = shown.map((group) => measured(group, measure));
  const written = values.map(({ value }) => writeMeasure(format, value, measure));
  const shares = values.map(({ share }) => format.share(share));
  const spread = describeSpread(
    format,
    shown.filter(({ other }) => other !== true),
    measure,
  );
  const all = format.count(chart.outOf ?? named.length + folded);
  const cut =
    named.length > limit
      ? `The first ${format.count(limit)} of ${all}. `
      : folded > 0
        ? `${format.count(named.length)} of ${all} ${named.length === 1 ? "is" : "are"} named; ${restWords(format, folded, shown.length > named.length)}. `
        : "";
  return {
    id,
    kind,
    title,
    caption: `${cut}${spread}`,
    labelHeading,
    labels: shown.map(({ name }) => name),
    series: [
      {
        name: kind === "share" ? `Share of ${measure}` : measureNames[measure],
        values: values.map(({ value }) => value),
        display: kind === "share" ? shares : written,
        notesName: kind === "share" ? measureNames[measure] : "Share",
        notes: kind === "share" ? written : shares,
        color,
      },
    ],
  };
}

/** How many groups there are in all, by the metric that counts them. */
export function outOf({ report }: Source, id: MetricId): { outOf?: number } {
  const value = report.metrics.find(({ metric }) => metric === id)?.value;
  return value === undefined ? {} : { outOf: value };
}

/** A breakdown with its named groups in order of revenue, where there is one. */
export function rankedByRevenue({ report }: Source, field: "location" | "product"): Groups | undefined {
  const groups = field === "location" ? report.locationsByRevenue : report.productsByRevenue;
  const breakdown = report.breakdowns[field];
  return groups === null || breakdown === undefined ? undefined : { groups, folded: breakdown.folded };
}

/** A sentence on purchases and customers that have no value in a field, or nothing. */
export function withoutValue(
  { format }: Source,
  breakdown: Breakdown | undefined,
  measure: "customers" | "purchases",
): string {
  const missing = breakdown?.withoutValue[measure] ?? 0;
  return missing === 0
    ? ""
    : ` Not known for ${counted(format, missing, measure === "customers" ? "customer" : "purchase")}.`;
}

/** What became of groups that are not named, where they stand together in one or are left out. */
function restWords(format: Formatter, folded: number, together: boolean): string {
  if (!together) return `the ${folded === 1 ? "other is" : `other ${format.count(folded)} are`} not shown`;
  return folded === 1 ? "the other is not" : `the other ${format.count(folded)} stand together`;
}
