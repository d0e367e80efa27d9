import type { Gate } from "../../disclosure/gate.ts";
import type { RatingKinds } from "./rating-kinds.ts";

/** How texts of one rating read. */
export interface StarGroup {
  /** `1` to `5`, `0` and `1` of two, on other scales from the number up to the next; `1–2` where few gave either. */
  name: string;
  texts: number;
  /** Shares of its texts among all that are scored: in the third that reads worst, the middle, and the best. */
  thirds: [worst: number, middle: number, best: number];
}

/** The scores of texts by their rating; null where no two ratings, or ranges of them, can be told. */
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
  const isTellable = (reviews: readonly number[]) =>
    gate.isEnough(persons(reviews)) && gate.holds(partsOf(reviews).map(persons));
  const ranges = joinedRanges(
    [...groups].sort(([a], [b]) => a - b).map(([from, reviews]) => ({ from, to: from, reviews })),
    isTellable,
  );
  if (ranges.length < 2) return null;
  return ranges.map(({ from, to, reviews }): StarGroup => {
    const [worst = 0, middle = 0, best = 0] = partsOf(reviews).map((part) => part.length / reviews.length);
    const end = isWhole ? to : to + width;
    const name = from === end ? `${from}` : `${from}–${end}`;
    return { name, texts: reviews.length, thirds: [worst, middle, best] };
  });
}

interface RatingRange {
  from: number;
  to: number;
  reviews: number[];
}

/**
 * Ranges of ratings, ascending, of which each may be told: what may not is joined with the smaller of its neighbours, the
 * smallest first. None is left out: it would follow from the others, since the thirds of all are equal.
 */
function joinedRanges(
  ranges: readonly RatingRange[],
  isTellable: (reviews: readonly number[]) => boolean,
): RatingRange[] {
  const joined = [...ranges];
  while (joined.length > 1) {
    const sizeOf = (place: number) => joined[place]?.reviews.length ?? Number.POSITIVE_INFINITY;
    const [place] = [...joined.keys()]
      .filter((each) => !isTellable(joined[each]?.reviews ?? []))
      .sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
    if (place === undefined) return joined;
    const first = sizeOf(place - 1) < sizeOf(place + 1) ? place - 1 : place;
    const [lower, upper] = joined.slice(first, first + 2);
    if (lower === undefined || upper === undefined) return [];
    const reviews = [...lower.reviews, ...upper.reviews];
    joined.splice(first, 2, { from: lower.from, to: upper.to, reviews });
  }
  return joined;
}

function thirdOf(score: number, bounds: readonly number[]): number {
  return bounds.filter((bound) => score >= bound).length;
}
