import { compareText } from "../../dataset/clean/text.ts";
import type { Gate } from "../../disclosure/gate.ts";

/** The reviews of a group, such as a product, and those among them of which something holds. */
export interface ReviewGroup {
  name: string;
  reviews: number[];
  having: number[];
}

/**
 * The groups in which neither those of whom it holds nor the others are few, and as many of these as leave no few behind
 * when they are taken from all: the smallest are left out first. Groups that may not be named are among what is left.
 *
 * @param groupOf by review: the place in `names`; −1 for none
 * @param isIn null for reviews that do not count
 */
export function tellableGroups(
  groupOf: Int32Array,
  names: readonly string[],
  {
    person,
    isIn,
    mayName,
  }: {
    person: Int32Array;
    isIn: (review: number) => boolean | null;
    mayName: (name: string) => boolean;
  },
  gate: Gate,
): ReviewGroup[] {
  const groups = names.map((name): ReviewGroup => ({ name, reviews: [], having: [] }));
  const rest: ReviewGroup = { name: "", reviews: [], having: [] };
  for (let review = 0; review < groupOf.length; review += 1) {
    const has = isIn(review);
    if (has === null) continue;
    const group = groups[groupOf[review] ?? -1] ?? rest;
    group.reviews.push(review);
    if (has) group.having.push(review);
  }
  const persons = (reviews: readonly number[]) => new Set(reviews.map((review) => person[review])).size;
  const lacking = ({ reviews, having }: ReviewGroup) => {
    const known = new Set(having);
    return reviews.filter((review) => !known.has(review));
  };
  const holds = (some: readonly ReviewGroup[]) =>
    gate.holds([persons(some.flatMap(({ having }) => having)), persons(some.flatMap(lacking))]);
  const isTellable = (group: ReviewGroup) =>
    group.reviews.length > 0 &&
    mayName(group.name) &&
    gate.isEnough(persons(group.reviews)) &&
    holds([group]);
  const shown = groups
    .filter(isTellable)
    .sort((a, b) => b.reviews.length - a.reviews.length || compareText(a.name, b.name));
  const hidden = [rest, ...groups.filter((group) => !isTellable(group))];
  while (shown.length > 0 && !holds(hidden)) {
    const last = shown.pop();
    if (last !== undefined) hidden.push(last);
  }
  return shown;
}
