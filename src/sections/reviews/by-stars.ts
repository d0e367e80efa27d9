import type { Gate } from "../../disclosure/gate.ts";
import type { RatingKinds } from "./rating-kinds.ts";

/** How texts of one rating read. */
export interface StarGroup {
  /** `1` to `5`, `0` and `1` of two; on other scales from the number up to the next. */
  name: string;
  texts: number;
  /** Shares of its texts among all that are scored: in the third that reads worst, the middle, and the best. */
  thirds: [worst: number, middle: number, best: number];
}

/** The scores of texts by their rating; null where no two ratings can be told beside what is left of all. */
export function scoresByStars(
  scores: Float64Array,
  { rating, person }: { rating: Float64Array; person: Int32Array },
  { top }: RatingKinds,
  gate: Gate,
): StarGroup[] | null {
  const scored = [...scores.keys()].filter(
    (review) => !Number.isNaN(scores[review] ?? Number.NaN) && !Number.isNaN(rating[review] ?? Number.NaN),
  );
  const ascending = Float64Array.from(scored, (review) => scores[review] ?? 0).sort();
  const bounds = [1, 2].map((third) => ascending[Math.floor((ascending.length * third) / 3)] ?? 0);
  const isWhole = top === 5 || top === 1;
  const width = isWhole ? 1 : top / 5;
  const groups = new Map<number, number[]>();
  for (const review of scored) {
    const given = rating[review] ?? 0;
    const group = isWhole ? Math.round(given) : Math.min(top - width, Math.floor(given / width) * width);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [review]);
    else known.push(review);
  }
  const persons = (some: readonly number[]) => new Set(some.map((review) => person[review])).size;
  const partsOf = (reviews: readonly number[]) =>
    [0, 1, 2].map((third) => reviews.filter((review) => thirdOf(scores[review] ?? 0, bounds) === third));
  const isTellable = (reviews: readonly number[]) => gate.holds(partsOf(reviews).map(persons));
  const shown = [...groups].filter(([, reviews]) => gate.isEnough(persons(reviews)) && isTellable(reviews));
  // The thirds of all are equal: those of the ratings that are not shown follow from them.
  const hidden = [...groups].filter((group) => !shown.includes(group)).flatMap(([, reviews]) => reviews);
  shown.sort(([a, one], [b, other]) => other.length - one.length || a - b);
  while (shown.length > 0 && !isTellable(hidden)) hidden.push(...(shown.pop()?.[1] ?? []));
  if (shown.length < 2) return null;
  return shown
    .sort(([a], [b]) => a - b)
    .map(([group, reviews]): StarGroup => {
      const [worst = 0, middle = 0, best = 0] = partsOf(reviews).map((part) => part.length / reviews.length);
      const name = width === 1 ? `${group}` : `${group}–${group + width}`;
      return { name, texts: reviews.length, thirds: [worst, middle, best] };
    });
}

function thirdOf(score: number, bounds: readonly number[]): number {
  return bounds.filter((bound) => score >= bound).length;
}
