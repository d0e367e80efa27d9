import type { Formatter } from "../../report/format.ts";
import type { MetricId } from "../../report/metrics.ts";
import type { Breakdown, Group, Report } from "../../report/report.ts";
import { counted, describeSpread, type Measure, measured, writeMeasure } from "../../report/words.ts";
import type { ChartColor, ChartSpec } from "../spec.ts";

/** A report with the formatter that writes its numbers. */
export interface Source {
  report: Report;
  format: Formatter;
}

export interface GroupChart {
  id: string;
  kind: "bars" | "columns" | "share";
  title: string;
  labelHeading: string;
  measure: Measure;
  color?: ChartColor;
  /** How many groups are shown; the folded "Other" only where all are. */
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
  groups: readonly Group[] | null | undefined,
  chart: GroupChart,
): ChartSpec | null {
  if (groups === null || groups === undefined || groups.length < 2) return null;
  const {
    id,
    kind,
    title,
    labelHeading,
    measure,
    color = "accent",
    limit = 12,
    outOf = groups.length,
  } = chart;
  const named = groups.filter(({ name }) => !isOther(name));
  const shown = groups.length <= limit ? groups : named.slice(0, limit);
  const values = shown.map((group) => measured(group, measure));
  const written = values.map(({ value }) => writeMeasure(format, value, measure));
  const shares = values.map(({ share }) => format.share(share));
  const spread = describeSpread(
    format,
    shown.filter(({ name }) => !isOther(name)),
    measure,
  );
  const cut =
    shown.length < outOf ? `The first ${format.count(shown.length)} of ${format.count(outOf)}. ` : "";
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

/** Groups of a breakdown, where there is one. */
export function groupsOf(breakdown: Breakdown | undefined): Group[] | null {
  return breakdown?.groups ?? null;
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

function isOther(name: string): boolean {
  return name.startsWith("Other (fewer than ");
}
