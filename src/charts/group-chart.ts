import type { Column, ColumnId } from "../report/columns.ts";
import type { Formatter } from "../report/format.ts";
import type { MetricId } from "../report/metrics.ts";
import type { Breakdown, Group, Report } from "../report/report.ts";
import type { Source } from "../report/source.ts";
import {
  leftoverWords,
  nearlyAllWords,
  shareOf,
  shownSubject,
  shownWords,
  valueNames,
  withoutValueWords,
} from "../report/words/charts.ts";
import {
  describeSpread,
  type Measure,
  type MeasuredGroup,
  measured,
  writeMeasure,
} from "../report/words/general.ts";
import { averageWords, intervalWords } from "../report/words/intervals.ts";
import type { Interval } from "../statistics/significance/intervals.ts";
import type { ChartColor, ChartSeries, ChartSpec } from "./spec.ts";

/** Groups to be drawn, and how many more were folded. */
export interface Groups<By extends Measure = Measure> {
  groups: readonly (MeasuredGroup<By> & Pick<Group, "nearlyAll" | "notGoods">)[];
  folded: number;
  unlisted?: number;
  leftover?: Breakdown["leftover"];
}

export interface GroupChart<By extends Measure = Measure> {
  id: string;
  kind: "bars" | "columns" | "share";
  title: string;
  labelHeading: string;
  labelColumn: Column;
  measure: By;
  color?: ChartColor;
  /** Whether shares are written first, and values behind them. */
  isByShare?: boolean;
  /** How many named groups are shown; the folded ones only where all of these are. */
  limit?: number;
  /** The number of all such groups, where the report does not list them all. */
  outOf?: number;
}

const shareColumns: Record<Measure, ColumnId> = {
  customers: "shareOfCustomers",
  purchases: "shareOfPurchases",
  revenue: "shareOfRevenue",
};

/** The chart of a breakdown's groups by one measure, or null where the report has no such breakdown. */
export function groupChart<By extends Measure>(
  { format }: Pick<Source, "format">,
  breakdown: Groups<By> | undefined,
  chart: GroupChart<By>,
): ChartSpec | null {
  if (breakdown === undefined) return null;
  const { folded } = breakdown;
  const groups = breakdown.groups.filter(({ notGoods }) => notGoods !== true);
  if (groups.length < 2) return null;
  const { id, kind, title, labelHeading, labelColumn, measure, color = "accent", limit = 12 } = chart;
  const isByShare = kind === "share" || chart.isByShare === true;
  const named = groups.filter(({ other }) => other !== true);
  const shown = named.length <= limit ? groups : named.slice(0, limit);
  const values = shown.map((group) => measured(group, measure));
  // Data without money have no revenue to draw.
  if (measure === "revenue" && values.every(({ value }) => value === 0)) return null;
  const written = values.map(({ value }) => writeMeasure(format, value, measure));
  const shares = format.shares(values.map(({ share }) => share));
  const spread = describeSpread(
    format,
    shown.filter(({ other }) => other !== true),
    measure,
    shownSubject({ named: named.length, limit, folded }),
  );
  const cut = shownWords(
    {
      named: named.length,
      limit,
      all: chart.outOf ?? named.length + (breakdown.unlisted ?? 0) + folded,
      folded,
      together: shown.length > named.length,
    },
    format,
  );
  return {
    id,
    kind,
    title,
    caption: [
      cut,
      spread,
      leftoverWords(breakdown.leftover ?? null, measure),
      measure === "customers"
        ? nearlyAllWords(shown.flatMap(({ name, nearlyAll }) => (nearlyAll === true ? [name] : [])))
        : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
    labelHeading,
    labelColumn,
    labels: shown.map(({ name }) => name),
    series: [
      {
        name: isByShare ? shareOf(measure) : valueNames[measure],
        column: isByShare ? shareColumns[measure] : measure,
        values: values.map(({ value }) => value),
        display: isByShare ? shares : written,
        notesName: isByShare ? valueNames[measure] : valueNames.share,
        notesColumn: isByShare ? measure : "share",
        notes: isByShare ? written : shares,
        ...shareIntervals(
          shown.map(({ intervals }) => ({ interval: intervals?.[`${measure}Share`] ?? null })),
          format,
        ),
        color,
      },
    ],
  };
}

/** How sure shares are, for their table; nothing where that is told of none. */
export function shareIntervals(
  rows: readonly { interval?: Interval | null }[],
  format: Formatter,
): Pick<ChartSeries, "intervals"> {
  return rows.some(({ interval }) => interval != null)
    ? { intervals: rows.map(({ interval }) => intervalWords(interval, format.share)) }
    : {};
}

/** A chart of groups with what their purchases come to on average in its table, where there is money. */
export function withAverages(
  spec: ChartSpec,
  groups: readonly Pick<Group, "averagePurchase" | "intervals">[],
  format: Formatter,
): ChartSpec {
  if (groups.length !== spec.labels.length || groups.every(({ averagePurchase }) => averagePurchase === null))
    return spec;
  const averages = groups.map(({ averagePurchase, intervals }) =>
    averageWords(averagePurchase, intervals?.averagePurchase, format),
  );
  return { ...spec, series: spec.series.map((series) => ({ ...series, averages })) };
}

/** How many groups there are in all, by the metric that counts them. */
export function outOf({ report }: Source<Pick<Report, "metrics">>, id: MetricId): { outOf?: number } {
  const value = report.metrics.find(({ metric }) => metric === id)?.value;
  return value === undefined ? {} : { outOf: value };
}

/** A breakdown with its named groups in order of revenue, where there is one. */
export function rankedByRevenue({ report }: Source, field: "location" | "product"): Groups | undefined {
  const groups = field === "location" ? report.locationsByRevenue : report.productsByRevenue;
  const breakdown = report.breakdowns[field];
  return groups === null || breakdown === undefined
    ? undefined
    : { groups, folded: breakdown.folded, leftover: breakdown.leftover };
}

/** A sentence on purchases and customers that have no value in a field, or nothing. */
export function withoutValue(
  { format }: Pick<Source, "format">,
  breakdown: { withoutValue: Partial<Breakdown["withoutValue"]> } | undefined,
  measure: "customers" | "purchases",
): string {
  const words = withoutValueWords(breakdown?.withoutValue?.[measure] ?? 0, measure, format);
  return words === "" ? "" : ` ${words}`;
}
