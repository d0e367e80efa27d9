import { type HeatmapSpec, heatmap } from "../../charts/heatmap.ts";
import type { ChartColor, ChartSpec } from "../../charts/spec.ts";
import type { Formatter } from "../../report/format.ts";
import type { Cohort } from "./cohorts.ts";
import type { ComingBack } from "./part.ts";
import {
  activeCaption,
  cohortWords,
  comparedCaption,
  comparisonNote,
  curvesCaption,
  valueCaption,
} from "./words/cohorts.ts";
import { comingBackColumns, sinceColumn } from "./words/columns.ts";
import { comingBackWords } from "./words/page.ts";

/** Colours of the curves, the newest cohort's first. */
const curveColors: readonly ChartColor[] = ["accent", "second", "third", "fourth", "quiet"];
/** A curve of fewer points shows no course. */
const fewestPoints = 3;

/**
 * What a customer of each of the newest cohorts has spent by the end of each period, as curves. A last period that the
 * data break off in is left out, and so is the first cohort where there are others: it holds customers from before.
 */
export function cohortCurves({ cohorts: table }: ComingBack, format: Formatter): ChartSpec | null {
  if (table === null) return null;
  const { length, cohorts, lastIsWhole } = table;
  const whole = ({ active, watched }: Cohort) =>
    Math.min(mostColumns, active.length, watched - (lastIsWhole ? 0 : 1));
  const long = cohorts.filter((cohort) => whole(cohort) >= fewestPoints);
  const drawn = (long.length > 2 ? long.slice(1) : long).slice(-curveColors.length);
  const [oldest] = drawn;
  if (oldest === undefined || drawn.length < 2) return null;
  return {
    id: "cohort-curves",
    kind: "line",
    title: cohortWords.curves,
    caption: curvesCaption(length),
    labelHeading: cohortWords.since(length),
    labelColumn: sinceColumn(length),
    labels: Array.from({ length: whole(oldest) }, (_, since) => format.count(since)),
    series: drawn.map((cohort, place) => {
      const values = Array.from({ length: whole(cohort) }, (_, since) => cumulated(cohort, since));
      return {
        name: format.period(cohort.name),
        column: null,
        values,
        display: values.map((value) => format.roundMoney(value)),
        color: curveColors[drawn.length - 1 - place] ?? "quiet",
      };
    }),
  };
}

/** What customers of each cohort spent in the first 90 days, and whether that is more or less than before. */
export function comparedChart({ cohorts }: ComingBack, format: Formatter): ChartSpec | null {
  const pairs = cohorts?.comparisons ?? [];
  if (cohorts === null || pairs.length === 0) return null;
  const bars = new Map<string, { value: number; note: string }>();
  for (const pair of pairs) {
    if (!bars.has(pair.before)) bars.set(pair.before, { value: pair.spentBefore, note: "" });
    bars.set(pair.name, { value: pair.spent, note: comparisonNote(pair) });
  }
  const shown = [...bars].slice(-mostColumns);
  return {
    id: "cohorts-compared",
    kind: "bars",
    title: cohortWords.compared,
    caption: comparedCaption,
    labelHeading: cohortWords.firstOrder,
    labelColumn: comingBackColumns.firstOrder,
    labels: shown.map(([name]) => format.period(name)),
    series: [
      {
        name: cohortWords.perCustomer,
        column: comingBackColumns.perCustomer,
        values: shown.map(([, { value }]) => value),
        display: shown.map(([, { value }]) => format.roundMoney(value)),
        notesName: cohortWords.held,
        notesColumn: comingBackColumns.held,
        notes: shown.map(([, { note }]) => note),
        color: "accent",
      },
    ],
  };
}

/** Rows of cohorts by periods since the first order; more columns than this are cut from the table on the page. */
const mostColumns = 13;

/** The share of each cohort's customers who ordered, period by period. */
export function activeHeatmap({ cohorts }: ComingBack, format: Formatter): HeatmapSpec | null {
  return cohortHeatmap(cohorts, {
    id: "cohorts-active",
    title: comingBackWords.active,
    caption: activeCaption(cohorts?.length ?? 1),
    valueFor: ({ active, customers }, since) => (active[since] ?? 0) / customers,
    writer: (values) => {
      const texts = new Map(format.shares(values).map((text, index) => [values[index], text]));
      return (share) => texts.get(share) ?? "";
    },
    format,
  });
}

/** What a customer of each cohort has spent by the end of each period. */
export function cumulatedHeatmap({ cohorts }: ComingBack, format: Formatter): HeatmapSpec | null {
  return cohortHeatmap(cohorts, {
    id: "cohorts-value",
    title: comingBackWords.value,
    caption: valueCaption(cohorts?.length ?? 1),
    valueFor: cumulated,
    writer: () => format.roundMoney,
    format,
  });
}

function cumulated({ revenue, customers }: Cohort, since: number): number {
  return revenue.slice(0, since + 1).reduce((sum, each) => sum + each, 0) / customers;
}

function cohortHeatmap(
  table: ComingBack["cohorts"],
  {
    valueFor,
    writer,
    format,
    ...words
  }: Pick<HeatmapSpec, "id" | "title" | "caption"> & {
    valueFor: (cohort: Cohort, since: number) => number;
    /** How these values are written, all of one figure alike. */
    writer: (values: readonly number[]) => (value: number) => string;
    format: Formatter;
  },
): HeatmapSpec | null {
  if (table === null) return null;
  const { cohorts } = table;
  const width = Math.min(mostColumns, Math.max(...cohorts.map(({ active }) => active.length)));
  const counts = cohorts.map((cohort) =>
    Array.from({ length: width }, (_, since) =>
      since < cohort.active.length ? valueFor(cohort, since) : null,
    ),
  );
  const write = writer(counts.flat().filter((value) => value !== null));
  const columns = Array.from({ length: width }, (_, since) =>
    since === 0 ? comingBackWords.firstOrder : `+${format.count(since)}`,
  );
  return heatmap(
    { columns, counts },
    {
      ...words,
      rows: cohorts.map(({ name, customers }) => `${format.period(name)} (${format.count(customers)})`),
      write: (value) => (value === null ? "" : write(value)),
    },
  );
}
