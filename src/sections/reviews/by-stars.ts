import type { Gate } from "../../disclosure/gate.ts";
import type { RatingKinds } from "./rating-kinds.ts";

/** How texts of one rating read. */
export interface StarGroup {
  /** `1` to `5`; on other scales from the number up to the next. */
  name: string;
  texts: number;
  /** Shares of its texts among all that are scored: in the third that reads worst, the middle, and the best. */
  thirds: [worst: number, middle: number, best: number];
}

/** The scores of texts by their rating; null where no two ratings can be told. */
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
  const width = top === 5 || top === 1 ? 1 : top / 5;
  const groups = new Map<number, number[]>();
  for (const review of scored) {
    const given = rating[review] ?? 0;
    const group = top === 5 ? Math.round(given) : Math.min(top - width, Math.floor(given / width) * width);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [review]);
    else known.push(review);
  }
  const persons = (some: readonly number[]) => new Set(some.map((review) => person[review])).size;
  const found = [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([group, reviews]): StarGroup[] => {
      const parts = [0, 1, 2].map((third) =>
        reviews.filter((review) => thirdOf(scores[review] ?? 0, bounds) === third),
      );
      if (!gate.isEnough(persons(reviews)) || !gate.holds(parts.map(persons))) return [];
      const share = (part: number) => (parts[part]?.length ?? 0) / reviews.length;
      const name = width === 1 ? `${group}` : `${group}–${group + width}`;
      return [{ name, texts: reviews.length, thirds: [share(0), share(1), share(2)] }];
    });
  return found.length < 2 ? null : found;
}

function thirdOf(score: number, bounds: readonly number[]): number {
  return bounds.filter((bound) => score >= bound).length;
}
