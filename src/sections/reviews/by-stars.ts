import type { Gate } from "../../disclosure/gate.ts";
import { joinRanges, placesByRange } from "../../disclosure/ranges.ts";
import { PersonCounter } from "./person-counter.ts";
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
  const groups = Float64Array.from(scored, (review) => {
    const given = rating[review] ?? 0;
    return isWhole ? Math.round(given) : Math.min(top - width, Math.floor(given / width) * width);
  });
  const persons = new PersonCounter(person);
  const partsOf = (places: readonly number[]) => {
    const parts: [number[], number[], number[]] = [[], [], []];
    for (const review of places.map((place) => scored[place] ?? 0))
      parts[thirdOf(scores[review] ?? 0, bounds)].push(review);
    return parts;
  };
  const known = [...new Set(groups)].sort((a, b) => a - b);
  // None is left out: it would follow from the others, since the thirds of all are equal.
  const lowest = joinRanges(groups, known, (places) => {
    const parts = partsOf(places);
    return (
      !gate.isEnough(persons.among(parts.flat())) || !gate.holds(parts.map((part) => persons.among(part)))
    );
  });
  if (lowest.length < 2) return null;
  return placesByRange(groups, lowest).map((places, index): StarGroup => {
    const [worst, middle, best] = partsOf(places);
    const from = lowest[index] ?? 0;
    const to = known.findLast((group) => group < (lowest[index + 1] ?? Number.POSITIVE_INFINITY)) ?? from;
    const end = isWhole ? to : to + width;
    return {
      name: from === end ? `${from}` : `${from}–${end}`,
      texts: places.length,
      thirds: [worst.length / places.length, middle.length / places.length, best.length / places.length],
    };
  });
}

function thirdOf(score: number, [low = 0, high = 0]: readonly number[]): 0 | 1 | 2 {
  if (score < low) return 0;
  return score < high ? 1 : 2;
}
