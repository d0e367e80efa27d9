import type { IsFew } from "./fold.ts";

/** Counts of a list as they may be shown. */
export interface ListedCounts {
  /** Null for one that is not shown. */
  counts: (number | null)[];
  /** The place of the count that those of few are counted with; null where there are none, or nothing is shown. */
  countedWith: number | null;
  /** The places of those of few. */
  few: number[];
}

/**
 * Counts of persons in a list whose total is known: those of few are not shown, and are counted with the largest, of equals
 * the first. Nothing is shown where that is one of few.
 */
export function listedCounts(counts: readonly number[], isFew: IsFew): ListedCounts {
  const few = counts.flatMap((count, place) => (isFew(count) ? [place] : []));
  const largest = counts.indexOf(Math.max(...counts));
  if (few.length === 0) return { counts: [...counts], countedWith: null, few };
  if (few.includes(largest)) return { counts: counts.map(() => null), countedWith: null, few };
  const extra = few.reduce((all, place) => all + (counts[place] ?? 0), 0);
  return {
    counts: counts.map((count, place) =>
      place === largest ? count + extra : few.includes(place) ? null : count,
    ),
    countedWith: largest,
    few,
  };
}
