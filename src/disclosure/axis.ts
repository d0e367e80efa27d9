/** One way to part the values of an axis into groups. */
export interface Rung {
  /** Names of the groups that may be shown; group 1 is the first. */
  names: readonly string[];
  /**
   * The group of each code, by code; 0 for what is in no group that is shown: code 0 (no value), and values beyond the
   * largest.
   */
  groupOf: ArrayLike<number>;
}

/** Times, categories with the products in them, and groups of customers. */
export const allSubjects = ["calendar", "category", "persona", "rfm"] as const;
export type Subject = (typeof allSubjects)[number];

/**
 * What purchases are counted by, with a ladder of ways to group its values, finest first: each group of a rung is made
 * of whole groups of the rung before. Tables of one report differ by whole groups, then, and by nothing smaller.
 */
export interface Axis {
  id: string;
  /** The code of each line's value; 0 for none. */
  codes: ArrayLike<number>;
  rungs: readonly Rung[];
  /** Whether a customer has one value in all purchases. */
  ofCustomer: boolean;
  /** What it is of, such as the calendar: everybody knows which values of axes of one subject come together. */
  subjects?: readonly Subject[];
  /** The axis whose values each group of this one lies in, as a category's months lie in the category. */
  within?: string;
}

/** What has no value may be counted with the largest up to this part of all; more of it stands for itself. */
export const mostCountedWith = 0.05;

/**
 * The first two rungs of any ladder: all values; what has none of them counted with one, the largest.
 *
 * @param names of the codes from 1 on; code 0 is none
 */
export function valueRungs(names: readonly string[], hasRest: boolean, largestCode = 1): Rung[] {
  const all = { names, groupOf: [0, ...names.map((_, index) => index + 1)] };
  return hasRest ? [all, { names, groupOf: [largestCode, ...names.map((_, index) => index + 1)] }] : [all];
}

/** How many values a ladder keeps, largest first, where it keeps not all. */
const largest = [50, 20, 10, 5, 3, 2, 1] as const;

/**
 * A ladder of values without an order, which must come largest first: all of them; what has none of them counted with
 * the largest, where it is little; then the largest fifty, twenty, ten, five, three, two and one, and the rest.
 *
 * @param names of the codes from 1 on; code 0 is none
 * @param hasRest whether some line has none of the values, and these are few
 */
export function largestFirstRungs(names: readonly string[], hasRest: boolean): Rung[] {
  const fewer = largest
    .filter((kept) => kept < names.length)
    .map(
      (kept): Rung => ({
        names: names.slice(0, kept),
        groupOf: [hasRest ? 1 : 0, ...names.map((_, index) => (index < kept ? index + 1 : 0))],
      }),
    );
  return [...valueRungs(names, hasRest), ...fewer];
}

/**
 * A ladder of values in an order: all of them; what has none counted with the largest; neighbours joined by twos, by
 * fours and so on down to two groups.
 *
 * @param join the name of some neighbours together
 * @param first the code that what has no value is counted with
 */
export function neighbourRungs(
  names: readonly string[],
  hasRest: boolean,
  join: (names: readonly string[]) => string,
  first = 1,
): Rung[] {
  const rungs = valueRungs(names, hasRest, first);
  for (let width = 2; Math.ceil(names.length / width) >= 2; width *= 2) {
    const groupOf = names.map((_, index) => Math.floor(index / width) + 1);
    const groups = Array.from({ length: Math.ceil(names.length / width) }, (_, group) =>
      names.slice(group * width, (group + 1) * width),
    );
    rungs.push({
      names: groups.map((some) => (some.length === 1 ? (some[0] ?? "") : join(some))),
      groupOf: [hasRest ? (groupOf[first - 1] ?? 1) : 0, ...groupOf],
    });
  }
  return rungs;
}

/** An axis of codes that are told one by one. */
export function codedAxis(id: string, codes: ArrayLike<number>, subjects: readonly Subject[] = []): Axis {
  let count = 0;
  for (let line = 0; line < codes.length; line += 1) count = Math.max(count, codes[line] ?? 0);
  const names = Array.from({ length: count }, (_, code) => String(code + 1));
  return { id, codes, ofCustomer: false, subjects, rungs: valueRungs(names, false) };
}
