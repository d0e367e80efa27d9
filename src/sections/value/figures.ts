import type { ChartSpec } from "../../charts/spec.ts";
import type { Formatter } from "../../report/format.ts";
import type { ExpectedGroup } from "./expected-groups.ts";
import type { PublishedProof, ValueForecast } from "./part.ts";
import { valueColumns } from "./words/columns.ts";
import {
  groupsCaption,
  monthsCaption,
  purchasesCaption,
  rangeWords,
  tenthsCaption,
  valueWords,
  weeksCaption,
} from "./words/page.ts";

/** What groups are told by. */
const groupColumns = {
  personas: "persona",
  segments: "segment",
  cohorts: valueColumns.cohorts,
  places: valueColumns.places,
} as const;

/** More bars than this are cut to those of which most is expected. */
const mostBars = 12;

/** Expected revenue by group; null for fewer than two. */
export function expectedBy(
  kind: "personas" | "segments" | "cohorts" | "places",
  groups: readonly ExpectedGroup[],
  format: Formatter,
): ChartSpec | null {
  if (groups.length < 2) return null;
  const isDated = kind === "cohorts";
  const shown = isDated
    ? groups
    : [...groups].sort((one, other) => other.revenue.value - one.revenue.value).slice(0, mostBars);
  return {
    id: `value-${kind}`,
    kind: "bars",
    title: valueWords[kind].title,
    caption: groupsCaption(shown, format),
    labelHeading: valueWords[kind].labels,
    labelColumn: groupColumns[kind],
    labels: shown.map(({ name }) => name),
    series: [
      {
        name: valueWords.revenue,
        column: valueColumns.revenue,
        values: shown.map(({ revenue }) => revenue.value),
        display: shown.map(({ revenue }) => format.roundMoney(revenue.value)),
        notesName: valueWords.range,
        notesColumn: valueColumns.range,
        notes: shown.map(({ revenue }) => rangeWords(revenue, format.roundMoney)),
        color: "accent",
      },
    ],
  };
}

/** How much of the expected revenue each tenth of customers should bring. */
export function tenthsChart({ tenths }: ValueForecast, format: Formatter): ChartSpec | null {
  if (tenths === null) return null;
  return {
    id: "value-tenths",
    kind: "columns",
    title: valueWords.tenths.title,
    caption: tenthsCaption(tenths, format),
    labelHeading: valueWords.tenths.labels,
    labelColumn: valueColumns.tenths,
    labels: tenths.map((_, index) => format.count(index + 1)),
    series: [
      {
        name: valueWords.revenueShare,
        column: valueColumns.revenueShare,
        values: [...tenths],
        display: tenths.map((share) => format.share(share)),
        color: "accent",
      },
    ],
  };
}

/** Orders forecast and seen in the time that was hidden. */
export function weeksChart(proof: PublishedProof, format: Formatter): ChartSpec | null {
  const { byWeek } = proof;
  if (byWeek.length < 3) return null;
  const orders = (values: readonly number[]) => values.map((each) => format.count(Math.round(each)));
  const actual = byWeek.map((each) => each.actual);
  const expected = byWeek.map((each) => each.expected);
  return {
    id: "value-weeks",
    kind: "line",
    title: valueWords.weeks.title,
    caption: weeksCaption(proof, format),
    labelHeading: valueWords.weeks.labels,
    labelColumn: valueColumns.weeks,
    labels: byWeek.map(({ week }) => format.count(Math.round(week))),
    series: [
      {
        name: valueWords.actual,
        column: valueColumns.actual,
        values: actual,
        display: orders(actual),
        color: "accent",
      },
      {
        name: valueWords.expected,
        column: valueColumns.expected,
        values: expected,
        display: orders(expected),
        color: "quiet",
      },
    ],
  };
}

/** Orders a customer forecast and seen, by how often customers had come back before. */
export function purchasesChart(proof: PublishedProof, format: Formatter): ChartSpec | null {
  const { byPurchases } = proof;
  if (byPurchases.length < 2) return null;
  const nextFrom = (index: number) => (byPurchases[index + 1]?.from ?? 0) - 1;
  const rate = (key: "actual" | "expected") => byPurchases.map((group) => group[key]);
  const write = (values: readonly number[]) => values.map((each) => format.decimal(each, 2));
  return {
    id: "value-purchases",
    kind: "columns",
    title: valueWords.purchases.title,
    caption: purchasesCaption(proof),
    labelHeading: valueWords.purchases.labels,
    labelColumn: valueColumns.purchases,
    labels: byPurchases.map(({ from, open }, index) =>
      open
        ? `${format.count(from)}+`
        : nextFrom(index) > from
          ? `${format.count(from)}–${format.count(nextFrom(index))}`
          : format.count(from),
    ),
    series: [
      {
        name: valueWords.actual,
        column: valueColumns.actual,
        values: rate("actual"),
        display: write(rate("actual")),
        color: "accent",
      },
      {
        name: valueWords.expected,
        column: valueColumns.expected,
        values: rate("expected"),
        display: write(rate("expected")),
        color: "quiet",
      },
    ],
  };
}

/** What an average new customer brings, month by month. */
export function monthsChart({ newCustomer: { byMonth } }: ValueForecast, format: Formatter): ChartSpec {
  return {
    id: "value-months",
    kind: "line",
    title: valueWords.months.title,
    caption: monthsCaption,
    labelHeading: valueWords.months.labels,
    labelColumn: valueColumns.months,
    labels: byMonth.map((_, month) => format.count(month)),
    series: [
      {
        name: valueWords.cumulated,
        column: valueColumns.cumulated,
        values: [...byMonth],
        display: byMonth.map((each) => format.money(each)),
        color: "accent",
      },
    ],
  };
}
