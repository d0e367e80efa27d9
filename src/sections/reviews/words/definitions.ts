import type { Parts } from "../../../report/find-insights.ts";
import type { HeldFigure } from "../../../report/held-figure.ts";
import { hasContradictions } from "../disagreement.ts";
import type { ReviewsPart } from "../part.ts";
import { captions, reviewWords } from "./page.ts";

const query = null;

function when(holds: (part: ReviewsPart) => boolean): (report: Parts) => boolean {
  return ({ reviews }) => reviews != null && holds(reviews);
}

/** What customers write. */
export const reviewDefinitions: readonly HeldFigure[] = [
  {
    id: "reviews-stars",
    name: reviewWords.stars.title,
    words: captions.stars,
    formula: "texts of a rating in a third of all scored texts ÷ texts of the rating",
    unit: "share",
    query,
    isIn: when(({ byStars }) => byStars !== null),
  },
  {
    id: "reviews-themes",
    name: reviewWords.themeStars.title,
    words: "How far the rating of texts with a theme lies from that of the others.",
    formula: "mean rating of texts with the theme − mean rating of texts without it",
    unit: "rating",
    query,
    isIn: when(({ themes }) => themes?.themes.some(({ stars }) => stars !== null) ?? false),
  },
  {
    id: "reviews-themes-category",
    name: reviewWords.byCategory.title,
    words: captions.byCategory,
    formula: "texts of the category with the theme ÷ texts of the category",
    unit: "share",
    query,
    isIn: when(({ themes }) => themes?.themes.some(({ categories }) => categories.length > 1) ?? false),
  },
  {
    id: "reviews-themes-time",
    name: reviewWords.trend.title,
    words: captions.trend,
    formula: "texts of the period with the theme ÷ texts of the period",
    unit: "share",
    query,
    isIn: when(({ themes }) => themes?.periods != null && themes.themes.length > 0),
  },
  {
    id: "reviews-rating-time",
    name: reviewWords.rating.title,
    words: captions.rating,
    formula: "sum of ratings ÷ texts with a rating",
    unit: "rating",
    query,
    isIn: when(({ overTime }) => overTime?.rating != null),
  },
  {
    id: "reviews-score-time",
    name: reviewWords.reads.title,
    words:
      "The share of texts whose score is above 0: they read better than what is typical of the shop’s texts, or by a word list have more good words than bad.",
    formula: "texts with a score above 0 ÷ texts with a score",
    unit: "share",
    query,
    isIn: when(({ overTime }) => overTime?.readsWell != null),
  },
  {
    id: "reviews-disagreement",
    name: reviewWords.products.title,
    words: captions.products,
    formula: "texts that contradict their rating ÷ texts with a high or a low rating",
    unit: "share",
    query,
    isIn: when(({ disagreement }) => hasContradictions(disagreement?.products ?? [])),
  },
];
