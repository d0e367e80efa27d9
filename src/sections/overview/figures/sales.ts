import { shareIntervals } from "../../../charts/group-chart.ts";
import type { ChartSpec } from "../../../charts/spec.ts";
import { hasGap } from "../../../report/month-gap.ts";
import type { Histogram } from "../../../report/report.ts";
import type { Source } from "../../../report/source.ts";
import {
  binWords,
  chartWords,
  monthLabel,
  monthNote,
  monthsCaption,
  spendCaption,
  spendWords,
  valueNames,
} from "../../../report/words/charts.ts";
import type { OverviewPart } from "../../narrowed.ts";

/** Amounts of orders or purchases in round bins, each from its first up to, not including, its second number. */
export function spendDistribution({
  report,
  format,
}: Source<Pick<OverviewPart, "spend" | "currency">>): ChartSpec | null {
  const { of, summary } = report.spend;
  const { bins } = report.spend.histogram;
  // Where nobody spends so little, the axis begins with the first who does.
  const histogram = {
    bins: bins.slice(
      Math.max(
        0,
        bins.findIndex(({ count }) => count > 0),
      ),
    ),
  };
  if (summary === null || histogram.bins.length < 2) return null;
  const words = spendWords(of, report.currency);
  return {
    id: "spend",
    kind: "columns",
    title: words.title,
    caption: spendCaption(of, summary, format),
    labelHeading: words.labels,
    labelColumn: "fromFirst",
    labels: binLabels(histogram, (value) =>
      (Number.isInteger(value) ? format.roundMoney : format.money)(value),
    ),
    series: [
      {
        name: words.values,
        column: of === "order" ? "orders" : "purchases",
        values: histogram.bins.map(({ count }) => count),
        display: histogram.bins.map(({ count }) => format.count(count)),
        notesName: valueNames.share,
        notesColumn: "share",
        notes: format.shares(histogram.bins.map(({ share }) => share)),
        ...shareIntervals(histogram.bins, format),
        color: "third",
      },
    ],
  };
}

/**
 * Revenue by calendar month; months that the data do not cover whole, or that are left out, are said. Null
 * where a month between others has too few orders to be shown: a line would go on as if nothing were missing.
 */
export function revenueByMonth({
  report,
  format,
}: Source<Pick<OverviewPart, "months" | "monthsWithheld" | "minimumGroup">>): ChartSpec | null {
  const { months, monthsWithheld } = report;
  if (months === null || months.length < 2 || hasGap(report)) return null;
  if (months.every(({ revenue }) => revenue === 0)) return null;
  const notes = months.flatMap(({ orders }) => (orders === null ? [] : [monthNote(orders, format)]));
  return {
    id: "revenue-by-month",
    kind: "line",
    title: chartWords.months.title,
    caption: monthsCaption({ months, monthsWithheld, minimumGroup: report.minimumGroup }, format),
    labelHeading: chartWords.months.labels,
    labelColumn: "month",
    labels: months.map(({ month, partial }) => monthLabel(month, partial, format)),
    series: [
      {
        name: valueNames.revenue,
        column: "revenue",
        values: months.map(({ revenue }) => revenue),
        display: months.map(({ revenue }) => format.roundMoney(revenue)),
        ...(notes.length < months.length
          ? {}
          : { notesName: valueNames.orders, notesColumn: "orders" as const, notes }),
        parts: months.flatMap(({ partial }, index) => (partial ? [index] : [])),
        color: "accent",
      },
    ],
  };
}

function binLabels({ bins }: Pick<Histogram, "bins">, write: (value: number) => string): string[] {
  return bins.map(({ from, to }) => binWords(write(from), to === null ? null : write(to)));
}
