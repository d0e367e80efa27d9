import type { Gate } from "../../disclosure/gate.ts";
import type { PeriodLength } from "../../statistics/calendar/periods.ts";
import { holm } from "../../statistics/significance/holm.ts";
import type { Reviews } from "../../store/reviews.ts";
import { reviewTrend, tellablePeriods } from "./review-periods.ts";

/** A measure of reviews in each period, and whether it changes by more than chance would explain. */
export interface OverTime {
  length: PeriodLength;
  periods: string[];
  texts: number[];
  /** The mean rating of texts; null where they have none. */
  rating: { values: number[]; change: Change } | null;
  /** The share of texts that read better than what is typical; null without scores. */
  readsWell: { values: number[]; change: Change } | null;
}

type Change = "rises" | "falls" | "none" | null;

const mostChance = 0.05;

/** Rating and score by period; null where the data have no dates, or too few persons a period. */
export function reviewsOverTime(reviews: Reviews, scores: Float64Array | null, gate: Gate): OverTime | null {
  const { rating } = reviews;
  const isRated = (review: number) => !Number.isNaN(rating[review] ?? Number.NaN);
  const hasRatings = rating.some((each) => !Number.isNaN(each));
  const readsWell = (review: number) => {
    const score = scores?.[review] ?? Number.NaN;
    return Number.isNaN(score) ? null : score > 0;
  };
  const periods = tellablePeriods(reviews, [isRated, readsWell], gate);
  if (periods === null) return null;
  const { names, periodOf, length } = periods;
  const means = (measure: (review: number) => number) => {
    const values = names.map((): number[] => []);
    periodOf.forEach((period, review) => {
      const value = measure(review);
      if (period >= 0 && !Number.isNaN(value)) values[period]?.push(value);
    });
    if (values.some((some) => some.length === 0)) return null;
    return values.map(
      (some) => some.sort((a, b) => a - b).reduce((all, each) => all + each, 0) / some.length,
    );
  };
  const ratingOf = (review: number) => rating[review] ?? Number.NaN;
  const scoreOf = (review: number) => {
    const well = readsWell(review);
    return well === null ? Number.NaN : Number(well);
  };
  const trends = [ratingOf, scoreOf].map((of) => reviewTrend(reviews, of));
  const chances = holm(trends.map((trend) => trend?.p ?? 1));
  const change = (index: number): Change => {
    const trend = trends[index] ?? null;
    if (trend === null) return null;
    return (chances[index] ?? 1) >= mostChance ? "none" : trend.slope > 0 ? "rises" : "falls";
  };
  const ratings = hasRatings ? means(ratingOf) : null;
  const well = scores === null ? null : means(scoreOf);
  return {
    length,
    periods: names,
    texts: names.map((_, period) => periodOf.filter((each) => each === period).length),
    rating: ratings === null ? null : { values: ratings, change: change(0) },
    readsWell: well === null ? null : { values: well, change: change(1) },
  };
}
