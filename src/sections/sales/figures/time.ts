import { type HeatmapSpec, heatmap } from "../../../charts/heatmap.ts";
import type { ChartSpec } from "../../../charts/spec.ts";
import type { Formatter } from "../../../report/format.ts";
import type { Source } from "../../../report/source.ts";
import { monthNote } from "../../../report/words/charts.ts";
import { brought } from "../brought.ts";
import type { Sales, SalesPeriod } from "../sales.ts";
import { salesColumns } from "../words/columns.ts";
import {
  hoursName,
  measureName,
  onYearBefore,
  partName,
  periodsCaption,
  periodsTitle,
  salesWords,
  timesCaption,
  yearOverYearCaption,
  yearOverYearTitle,
} from "../words/page.ts";

/** What a month brought: after returns where these are told by month. */
function monthValue({ revenue, returns }: SalesPeriod): number {
  return revenue + (returns ?? 0);
}

/** Whether months are told after returns. */
function isNet({ months, change }: Sales): boolean {
  return change?.measure === "net" && months.every(({ returns }) => returns !== null);
}

/** This year by month in front of the last; null where there is no year before. A month that is not over is dashed. */
export function yearOverYear({ report, format }: Source): ChartSpec | null {
  const { sales } = report;
  const change = sales?.change ?? null;
  if (!sales || change === null || change.kind === "quarter") return null;
  const net = isNet(sales);
  const soldIn = (period: SalesPeriod) => (net ? monthValue(period) : period.revenue);
  const from = change.current.first.slice(5, 7);
  const monthsOf = (iso: string) =>
    sales.months.filter(({ name }) => name.slice(0, 4) === iso.slice(0, 4) && name.slice(5, 7) >= from);
  const [now, before] = [monthsOf(change.current.first), monthsOf(change.previous.first)];
  // Where a month is withheld the lines would have holes.
  if (!isWhole(now, from) || !isWhole(before, from) || before.length < now.length) return null;
  const [year, yearBefore] = [format.year(change.current.first), format.year(change.previous.first)];
  const series = (periods: readonly SalesPeriod[]) => ({
    values: periods.map(soldIn),
    display: periods.map((period) => format.roundMoney(soldIn(period))),
  });
  const compared = now.flatMap((period, index) => {
    const other = before[index];
    return period.whole && other?.whole === true
      ? [{ month: period.name, change: soldIn(period) - soldIn(other) }]
      : [];
  });
  return {
    id: "year-over-year",
    kind: "line",
    title: yearOverYearTitle(
      compared,
      { fell: change.sales.after < change.sales.before, yearBefore },
      format,
    ),
    caption: yearOverYearCaption({ net, year, yearBefore, parts: now.some(({ whole }) => !whole) }),
    labelHeading: salesWords.month,
    labelColumn: "month",
    labels: before.map(({ name }) => format.monthName(name)),
    series: [
      {
        name: year,
        column: null,
        ...series(now),
        notesName: salesWords.change,
        notesColumn: salesColumns.change,
        notes: now.map((period, index) => {
          const other = before[index];
          return period.whole && other?.whole === true && soldIn(other) > 0
            ? onYearBefore(soldIn(period) / soldIn(other) - 1, format)
            : "";
        }),
        parts: now.flatMap(({ whole }, index) => (whole ? [] : [index])),
        bold: true,
        color: "accent",
      },
      { name: yearBefore, column: null, ...series(before), color: "quiet" },
    ],
  };
}

function isWhole(periods: readonly SalesPeriod[], from: string): boolean {
  return (
    periods.length > 0 &&
    periods.every(({ name }, index) => Number(name.slice(5, 7)) === Number(from) + index)
  );
}

/** More weeks than that are too many for a line; the last are shown. */
const mostWeeks = 105;

/** Sales before returns, week by week. */
export function salesByWeek({ report, format }: Source): ChartSpec | null {
  const weeks = report.sales?.weeks?.slice(-mostWeeks) ?? [];
  if (weeks.length < 4 || weeks.every(({ revenue }) => revenue === 0)) return null;
  const sold = weeks.map(({ name, revenue, whole }) => ({ name: format.day(name), sold: revenue, whole }));
  return {
    id: "sales-by-week",
    kind: "line",
    title: periodsTitle(sold, "week", format),
    caption: periodsCaption(sold, "week", { net: false, format }),
    labelHeading: salesWords.periods.week.labels,
    labelColumn: salesColumns.week,
    labels: weeks.map(({ name, whole }) => partName(format.shortDay(name), whole)),
    series: [
      {
        name: salesWords.sales,
        column: salesColumns.beforeReturns,
        values: weeks.map(({ revenue }) => revenue),
        display: weeks.map(({ revenue }) => format.roundMoney(revenue)),
        notesName: salesWords.orders,
        notesColumn: "orders",
        notes: weeks.map(({ orders }) => monthNote(orders, format)),
        parts: weeks.flatMap(({ whole }, index) => (whole ? [] : [index])),
        color: "accent",
      },
    ],
  };
}

/** Sales by quarter, each beside the one a year before. */
export function salesByQuarter({ report, format }: Source): ChartSpec | null {
  return periodColumns(report.sales?.quarters.slice(-12) ?? [], "quarter", format.period, format);
}

/** Sales by year, each beside the one before. */
export function salesByYear({ report, format }: Source): ChartSpec | null {
  const years = report.sales?.years ?? [];
  // A part of a year beside another is no comparison.
  return years.filter(({ whole }) => whole).length < 2
    ? null
    : periodColumns(years, "year", (name) => format.year(name), format);
}

function periodColumns(
  periods: readonly SalesPeriod[],
  word: "quarter" | "year",
  write: (name: string) => string,
  format: Formatter,
): ChartSpec | null {
  if (periods.length < 2 || periods.every(({ revenue }) => revenue === 0)) return null;
  const { net, money } = brought(periods);
  const sold = periods.map(({ name, whole }, index) => ({
    name: write(name),
    sold: money[index] ?? 0,
    whole,
  }));
  const changes = periods.map(({ name, whole }, index) => {
    const year = String(Number(name.slice(0, 4)) - 1).padStart(4, "0");
    const place = periods.findIndex((other) => other.name === `${year}${name.slice(4)}` && other.whole);
    const [now, before] = [sold[index]?.sold ?? 0, sold[place]?.sold ?? 0];
    return whole && before > 0 ? now / before - 1 : null;
  });
  return {
    id: `sales-by-${word}`,
    kind: "columns",
    title: periodsTitle(sold, word, format),
    caption: periodsCaption(sold, word, { net, format }),
    labelHeading: salesWords.periods[word].labels,
    labelColumn: salesColumns[word],
    labels: sold.map(({ name, whole }) => partName(name, whole)),
    series: [
      {
        name: measureName(net),
        column: net ? "netSales" : salesColumns.beforeReturns,
        values: sold.map((period) => period.sold),
        display: sold.map((period) => format.roundMoney(period.sold)),
        notesName: salesWords.change,
        notesColumn: salesColumns.change,
        notes: changes.map((change) => onYearBefore(change, format)),
        color: "accent",
      },
    ],
  };
}

/** Orders by weekday and hour, as a table whose shades are the drawing. */
export function ordersByHour({ report, format }: Source): HeatmapSpec | null {
  const times = report.sales?.times ?? null;
  if (times === null || times.hours === null || times.byHour === null) return null;
  return heatmap(
    { columns: times.hours.map(hoursName), counts: times.byHour },
    {
      id: "orders-by-hour",
      title: salesWords.hours,
      caption: timesCaption(times, format),
      rows: times.days.map((_, day) => format.weekday(day)),
      write: (count) => (count === null || count === 0 ? "" : format.count(count)),
    },
  );
}

/** Orders by weekday, where hours are not known or not told. */
export function ordersByWeekday({ report, format }: Source): ChartSpec | null {
  const times = report.sales?.times ?? null;
  if (times === null || times.hours !== null) return null;
  const { title, labels } = salesWords.days;
  return {
    id: "orders-by-weekday",
    kind: "columns",
    title,
    caption: timesCaption(times, format),
    labelHeading: labels,
    labelColumn: salesColumns.weekday,
    labels: times.days.map((_, day) => format.weekday(day)),
    series: [
      {
        name: salesWords.orders,
        column: "orders",
        values: times.days,
        display: times.days.map((count) => format.count(count)),
        color: "accent",
      },
    ],
  };
}
