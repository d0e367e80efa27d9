import { shareIntervals } from "../../charts/group-chart.ts";
import type { ChartSpec } from "../../charts/spec.ts";
import type { ColumnDefinition } from "../../report/columns.ts";
import type { Formatter } from "../../report/format.ts";
import type { ComingBack, ReturnDifference } from "./part.ts";
import { comingBackColumns } from "./words/columns.ts";
import {
  comingBackWords,
  differenceCaption,
  differenceTitle,
  lateLead,
  mixCaption,
  withinCaption,
  withinLabel,
} from "./words/page.ts";

/** The share of customers who order a second time, by days since the first. */
export function withinChart({ second }: ComingBack, format: Formatter): ChartSpec | null {
  if (second.within.length === 0) return null;
  return {
    id: "second-orders",
    kind: "columns",
    title: comingBackWords.within.title,
    caption: withinCaption(second, format),
    labelHeading: comingBackWords.within.labels,
    labelColumn: comingBackColumns.within,
    labels: second.within.map(({ days }) => withinLabel(days, format)),
    series: [
      {
        name: comingBackWords.share,
        column: comingBackColumns.orderedAgain,
        values: second.within.map(({ share }) => share),
        display: format.shares(second.within.map(({ share }) => share)),
        ...shareIntervals(
          second.within.map((interval) => ({ interval })),
          format,
        ),
        color: "accent",
      },
    ],
  };
}

/** Second orders by a field of the first order. */
export function differenceChart(difference: ReturnDifference, format: Formatter): ChartSpec {
  const { field, groups } = difference;
  const shown = groups.slice(0, 12);
  const { title, labels } = differenceTitle(field);
  const shares = shown.map(({ within }) => within.at(-1)?.share ?? 0);
  return {
    id: `second-orders-${field}`,
    kind: "bars",
    title,
    caption: differenceCaption(difference, format),
    labelHeading: labels,
    labelColumn: comingBackColumns[field],
    labels: shown.map(({ name }) => name),
    series: [
      {
        name: comingBackWords.share,
        column: comingBackColumns.orderedAgain,
        values: shares,
        display: format.shares(shares),
        ...shareIntervals(
          shown.map(({ within }) => ({ interval: within.at(-1) ?? null })),
          format,
        ),
        color: "accent",
      },
    ],
  };
}

/** Sales to new and returning customers, period by period. */
export function mixChart(part: ComingBack, format: Formatter): ChartSpec | null {
  if (part.periods === null) return null;
  const { periods } = part.periods;
  const series = (
    column: ColumnDefinition,
    key: "newRevenue" | "returningRevenue" | "guestRevenue",
    color: "accent" | "second" | "quiet",
  ) => ({
    name: column.name,
    column,
    values: periods.map((period) => period[key]),
    display: periods.map((period) => format.roundMoney(period[key])),
    color,
  });
  const hasGuests = periods.some(({ guestOrders }) => guestOrders > 0);
  return {
    id: "new-and-returning",
    kind: "line",
    title: comingBackWords.revenue.title,
    caption: mixCaption(part.periods.length),
    labelHeading: comingBackWords.revenue.labels,
    labelColumn: "period",
    labels: periods.map(({ name }) => format.period(name)),
    series: [
      series(comingBackColumns.returning, "returningRevenue", "accent"),
      series(comingBackColumns.newcomers, "newRevenue", "second"),
      ...(hasGuests ? [series(comingBackColumns.guests, "guestRevenue", "quiet")] : []),
    ],
  };
}

/** Days of silence that are unusual, by persona. */
export function lateChart({ late }: ComingBack, format: Formatter): ChartSpec | null {
  if (late === null || late.length < 2) return null;
  return {
    id: "late-customers",
    kind: "bars",
    title: comingBackWords.late.title,
    caption: lateLead(late, format),
    labelHeading: comingBackWords.late.labels,
    labelColumn: "persona",
    labels: late.map(({ name }) => name),
    series: [
      {
        name: comingBackWords.lateDays,
        column: comingBackColumns.lateDays,
        values: late.map(({ days }) => days),
        display: late.map(({ days }) => withinLabel(days, format)),
        notesName: comingBackWords.lateNow,
        notesColumn: comingBackColumns.lateNow,
        notes: late.map(({ late: now }) =>
          now === null ? "" : `${format.count(now)} ${comingBackWords.lateNow}`,
        ),
        color: "accent",
      },
    ],
  };
}
