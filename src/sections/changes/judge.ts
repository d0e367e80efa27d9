import { benjaminiHochberg } from "../../statistics/significance/benjamini-hochberg.ts";
import type { Judged, NewAndGone } from "./changes.ts";
import { longest } from "./changes.ts";

/** Above this a difference is taken for noise. */
const mostChance = 0.05;

/** A difference with the chance of it, null where that is not known. */
export interface Difference {
  same: boolean;
  p: number | null;
}

/** Verdicts on differences that are looked at together, corrected for all of them that can be judged. */
export function judge(differences: readonly Difference[]): Judged[] {
  const tested = differences.map(({ same, p }) => (same ? null : p));
  const known = tested.filter((p) => p !== null);
  const corrected = benjaminiHochberg(known);
  let place = 0;
  return differences.map(({ same }, index): Judged => {
    if (same) return { verdict: "same", q: null };
    if (tested[index] === null) return { verdict: "unjudged", q: null };
    const q = corrected[place] ?? 1;
    place += 1;
    return { verdict: q <= mostChance ? "beyond" : "noise", q };
  });
}

/** Items of one list that are not in the other, by key, each way, cut to the longest that is listed. */
export function newAndGone<Item>(
  before: readonly Item[],
  now: readonly Item[],
  key: (item: Item) => string,
): NewAndGone<Item> {
  const without = (items: readonly Item[], others: readonly Item[]) => {
    const known = new Set(others.map(key));
    return items.filter((item) => !known.has(key(item)));
  };
  return cutLists(without(now, before), without(before, now));
}

/** Two lists cut to the longest that is listed. */
export function cutLists<Item>(appeared: readonly Item[], vanished: readonly Item[]): NewAndGone<Item> {
  return {
    appeared: appeared.slice(0, longest),
    vanished: vanished.slice(0, longest),
    moreAppeared: Math.max(0, appeared.length - longest),
    moreVanished: Math.max(0, vanished.length - longest),
  };
}
