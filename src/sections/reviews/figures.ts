import { type HeatmapSpec, heatmap } from "../../charts/heatmap.ts";
import type { ChartColor, ChartSpec } from "../../charts/spec.ts";
import type { Formatter } from "../../report/format.ts";
import { hasContradictions } from "./disagreement.ts";
import type { ReviewsPart } from "./part.ts";
import type { Theme } from "./theme-measures.ts";
import { reviewColumns } from "./words/columns.ts";
import { captions, reviewWords, themeName, themesCaption } from "./words/page.ts";

const mostThemes = 12;
const mostLines = 5;
const mostCategories = 8;
const colors: readonly ChartColor[] = ["accent", "second", "third", "fourth", "quiet"];

/** How texts read, by their rating. */
export function starsChart({ byStars }: ReviewsPart, format: Formatter): ChartSpec | null {
  if (byStars === null) return null;
  const series = [
    { column: reviewColumns.worst, color: "third", part: 0 },
    { column: reviewColumns.middle, color: "quiet", part: 1 },
    { column: reviewColumns.best, color: "accent", part: 2 },
  ] as const;
  return {
    id: "reviews-stars",
    kind: "columns",
    title: reviewWords.stars.title,
    caption: captions.stars,
    labelHeading: reviewWords.stars.labels,
    labelColumn: reviewColumns.stars,
    labels: byStars.map(({ name }) => name),
    series: series.map(({ column, color, part }) => ({
      name: column.name,
      column,
      color,
      values: byStars.map(({ thirds }) => thirds[part]),
      display: byStars.map(({ thirds }) => format.share(thirds[part])),
    })),
  };
}

/** What themes cost or bring. */
export function themesChart({ themes }: ReviewsPart, format: Formatter): ChartSpec | null {
  const shown = (themes?.themes ?? []).flatMap((theme) =>
    theme.stars === null ? [] : [{ theme, stars: theme.stars }],
  );
  if (shown.length === 0) return null;
  const cut = shown.slice(0, mostThemes);
  return {
    id: "reviews-themes",
    kind: "bars",
    title: reviewWords.themeStars.title,
    caption: themesCaption(format),
    labelHeading: reviewWords.themeStars.labels,
    labelColumn: reviewColumns.theme,
    labels: cut.map(({ theme }) => themeName(theme)),
    series: [
      {
        name: reviewWords.starsAway,
        column: reviewColumns.starsAway,
        values: cut.map(({ stars }) => stars),
        display: cut.map(({ stars }) => format.signed(stars)),
        notesName: reviewWords.texts,
        notesColumn: reviewColumns.shareOfTexts,
        notes: cut.map(({ theme }) => `${format.share(theme.share)} ${reviewWords.ofTexts}`),
        color: "accent",
      },
    ],
  };
}

/** Themes by category. */
export function categoriesHeatmap({ themes }: ReviewsPart, format: Formatter): HeatmapSpec | null {
  const shown = (themes?.themes ?? []).filter(({ categories }) => categories.length > 0).slice(0, mostThemes);
  const sizes = new Map(
    shown.flatMap(({ categories }) => categories.map(({ name, reviews }) => [name, reviews] as const)),
  );
  const columns = [...sizes]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, mostCategories)
    .map(([name]) => name);
  if (columns.length < 2 || !shown.some(({ categories }) => categories.length > 1)) return null;
  const counts = shown.map(({ categories }) =>
    columns.map((column) => categories.find(({ name }) => name === column)?.share ?? null),
  );
  return heatmap(
    { columns, counts },
    {
      id: "reviews-themes-category",
      title: reviewWords.byCategory.title,
      caption: captions.byCategory,
      rows: shown.map(themeName),
      write: (share) => (share === null ? "–" : format.share(share)),
    },
  );
}

/** Themes over time. */
export function themesLine({ themes }: ReviewsPart, format: Formatter): ChartSpec | null {
  const periods = themes?.periods ?? null;
  if (themes === null || periods === null) return null;
  const shown = themes.themes.flatMap((theme): { theme: Theme; shares: number[] }[] =>
    theme.periods === null ? [] : [{ theme, shares: theme.periods }],
  );
  if (shown.length === 0) return null;
  return {
    id: "reviews-themes-time",
    kind: "line",
    title: reviewWords.trend.title,
    caption: captions.trend,
    labelHeading: reviewWords.trend.labels,
    labelColumn: "period",
    labels: periods.names.map(format.period),
    series: shown.slice(0, mostLines).map(({ theme, shares }, index) => ({
      name: themeName(theme),
      column: null,
      values: shares,
      display: shares.map((share) => format.share(share)),
      color: colors[index] ?? "quiet",
    })),
  };
}

/** The rating, or how texts read, over time. */
export function timeChart(
  of: "rating" | "readsWell",
  { overTime, method }: ReviewsPart,
  format: Formatter,
): ChartSpec | null {
  const measure = overTime?.[of] ?? null;
  if (overTime === null || measure === null) return null;
  const words = of === "rating" ? reviewWords.rating : reviewWords.reads;
  return {
    id: of === "rating" ? "reviews-rating-time" : "reviews-score-time",
    kind: "line",
    title: words.title,
    caption:
      of === "rating" ? captions.rating : method.kind === "wordList" ? captions.readsByList : captions.reads,
    labelHeading: words.labels,
    labelColumn: "period",
    labels: overTime.periods.map(format.period),
    series: [
      {
        name: words.value,
        column: of === "rating" ? reviewColumns.meanRating : reviewColumns.readWell,
        values: [...measure.values],
        display: measure.values.map((value) =>
          of === "rating" ? format.decimal(value, 2) : format.share(value),
        ),
        color: "accent",
      },
    ],
  };
}

/** Products whose texts contradict their stars. */
export function disagreementChart({ disagreement }: ReviewsPart, format: Formatter): ChartSpec | null {
  const products = disagreement?.products ?? [];
  if (!hasContradictions(products)) return null;
  return {
    id: "reviews-disagreement",
    kind: "bars",
    title: reviewWords.products.title,
    caption: captions.products,
    labelHeading: reviewWords.products.labels,
    labelColumn: "product",
    labels: products.map(({ name }) => name),
    series: [
      {
        name: reviewWords.products.value,
        column: reviewColumns.contradicting,
        values: products.map(({ share }) => share),
        display: format.shares(products.map(({ share }) => share)),
        notesName: reviewWords.texts,
        notesColumn: reviewColumns.texts,
        notes: products.map(({ texts }) => format.count(texts)),
        color: "accent",
      },
    ],
  };
}
