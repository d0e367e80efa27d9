import type { ColumnDefinition } from "../../../report/columns.ts";
import { reviewWords } from "./page.ts";

/** Columns of this section's tables. */
export const reviewColumns = {
  stars: { id: "stars", name: reviewWords.stars.labels, words: "The rating that stands with the texts." },
  worst: {
    id: "worstThird",
    name: reviewWords.worst,
    words: "Those of the row's texts that are in the third of all texts that reads worst.",
  },
  middle: {
    id: "middleThird",
    name: reviewWords.middle,
    words: "Those of the row's texts that are in the middle third.",
  },
  best: {
    id: "bestThird",
    name: reviewWords.best,
    words: "Those of the row's texts that are in the third of all texts that reads best.",
  },
  theme: {
    id: "theme",
    name: reviewWords.themeStars.labels,
    words: "Words that set low ratings apart from high ones, joined where they stand together.",
  },
  starsAway: {
    id: "starsAway",
    name: reviewWords.starsAway,
    words: "How far texts with the theme are rated above, or below zero under, those without it.",
  },
  shareOfTexts: {
    id: "shareOfTexts",
    name: reviewWords.texts,
    words: "Texts with the theme, as a part of all texts.",
  },
  meanRating: {
    id: "meanRating",
    name: reviewWords.rating.value,
    words: "The average rating of the texts of the period.",
  },
  readWell: {
    id: "readWell",
    name: reviewWords.reads.value,
    words: "Texts of the period whose score is above 0, as a part of its texts.",
  },
  contradicting: {
    id: "contradicting",
    name: reviewWords.products.value,
    words: "The product's texts that contradict their rating, as a part of those rated high or low.",
  },
  texts: { id: "texts", name: reviewWords.texts, words: "The product's texts that are rated high or low." },
} as const satisfies Record<string, ColumnDefinition>;
