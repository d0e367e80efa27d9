import { hasGap } from "../../report/months.ts";
import type { Group, Histogram } from "../../report/report.ts";
import { counted, listed } from "../../report/words/general.ts";
import type { ChartSpec } from "../spec.ts";
import { groupChart, type Source } from "./group-chart.ts";

/** Amounts of orders or purchases in round bins, each above its first up to its second number. */
export function spendDistribution({ report, format }: Source): ChartSpec | null {
  const { of, summary, histogram } = report.spend;
  if (summary === null || histogram.bins.length < 2) return null;
  return {
    id: "spend",
    kind: "columns",
    title: of === "order" ? "Size of orders" : "Size of purchases",
    caption: `Half of ${of === "order" ? "orders" : "purchases"} come to at most ${format.money(summary.median)}; the average is ${format.money(summary.mean)}.`,
    labelHeading: `Amount${report.currency === null ? "" : ` in ${report.currency}`}, above the first up to the second number`,
    labels: binLabels(histogram, (value) => format.decimal(value, Number.isInteger(value) ? 0 : 2)),
    series: [
      {
        name: of === "order" ? "Orders" : "Purchases",
        values: histogram.bins.map(({ count }) => count),
        display: histogram.bins.map(({ count }) => format.count(count)),
        notesName: "Share",
        notes: histogram.bins.map(({ share }) => format.share(share)),
        color: "third",
      },
    ],
  };
}

/**
 * Revenue by calendar month; months that the data do not cover whole, or that are left out, are said. Null
 * where a month between others has too few orders to be shown: a line would go on as if nothing were missing.
 */
export function revenueByMonth({ report, format }: Source): ChartSpec | null {
  const { months, monthsWithheld } = report;
  if (months === null || months.length < 2 || hasGap(report)) return null;
  const whole = months.filter(({ partial }) => !partial);
  const best = [...whole].sort((a, b) => b.revenue - a.revenue)[0];
  const partial = months.filter((month) => month.partial).map(({ month }) => format.month(month));
  const said = partial.length === 0 ? "" : ` Not covered whole: ${listed(partial)}.`;
  const left =
    monthsWithheld.length === 0
      ? ""
      : ` Left out for fewer than ${report.minimumGroup} orders: ${listed(monthsWithheld.map(format.month))}.`;
  return {
    id: "revenue-by-month",
    kind: "line",
    title: "Revenue by month",
    caption: `${best === undefined ? "No month is covered whole." : `${format.month(best.month)} brought most: ${format.roundMoney(best.revenue)}.`}${said}${left}`,
    labelHeading: "Month",
    labels: months.map(({ month, partial: cut }) =>
      cut ? `${format.month(month)} (part)` : format.month(month),
    ),
    series: [
      {
        name: "Revenue",
        values: months.map(({ revenue }) => revenue),
        display: months.map(({ revenue }) => format.roundMoney(revenue)),
        notesName: "Orders",
        notes: months.map(({ orders }) => counted(format, orders, "order")),
        color: "accent",
      },
    ],
  };
}

/** Purchases by category. */
export function purchasesByCategory(source: Source): ChartSpec | null {
  return groupChart(source, source.report.breakdowns.category, {
    id: "purchases-by-category",
    kind: "bars",
    title: "Purchases by category",
    labelHeading: "Category",
    measure: "purchases",
  });
}

/** Revenue by category. */
export function revenueByCategory(source: Source): ChartSpec | null {
  const { category } = source.report.breakdowns;
  const byRevenue = category && { ...category, groups: [...category.groups].sort(byRevenueOtherLast) };
  return groupChart(source, byRevenue, {
    id: "revenue-by-category",
    kind: "bars",
    title: "Revenue by category",
    labelHeading: "Category",
    measure: "revenue",
    color: "second",
  });
}

/** Purchases by season. */
export function purchasesBySeason(source: Source): ChartSpec | null {
  return groupChart(source, source.report.breakdowns.season, {
    id: "purchases-by-season",
    kind: "columns",
    title: "Purchases by season",
    labelHeading: "Season",
    measure: "purchases",
    color: "second",
  });
}

function byRevenueOtherLast(a: Group, b: Group): number {
  return Number(a.other ?? false) - Number(b.other ?? false) || b.revenue - a.revenue;
}

function binLabels({ bins }: Histogram, write: (value: number) => string): string[] {
  return bins.map(({ from, to }) => (to === null ? `over ${write(from)}` : `${write(from)}–${write(to)}`));
}
