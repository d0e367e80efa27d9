import { countPersons, type PersonsValues } from "../questions/persons.ts";
import { sum } from "../statistics/describe/sum.ts";
import { type Summary, summarize } from "../statistics/describe/summarize.ts";
import type { Interval } from "../statistics/significance/intervals.ts";
import { meanInterval } from "./intervals.ts";

/** A summary that gives away nobody: every number of it stands on several persons. */
export interface DisclosableSummary extends Omit<Summary, "minimum" | "maximum"> {
  /** Quantiles 0.05 and 0.95; null where too few persons lie so far out. */
  low: number | null;
  high: number | null;
  /** The 95 % interval of the mean, persons being the sample; null where too few decide it. */
  meanInterval: Interval | null;
}

/**
 * Summarizes values of persons. A quantile is the mean of the values next to it that `minimum` persons stand behind: of
 * equal values it is that value. It is told where as many persons have a value below its place and above; null where
 * that does not hold for the quartiles.
 */
export function disclosableSummary(of: PersonsValues, minimum: number): DisclosableSummary | null {
  const summary = summarize(of.values);
  const at = disclosableQuantiles(of, minimum);
  const [lowerQuartile, median, upperQuartile] = [at(0.25), at(0.5), at(0.75)];
  if (summary === null || lowerQuartile === null || median === null || upperQuartile === null) return null;
  const { minimum: _lowest, maximum: _highest, ...rest } = summary;
  return {
    ...rest,
    lowerQuartile,
    median,
    upperQuartile,
    low: at(0.05),
    high: at(0.95),
    meanInterval: meanInterval(of, minimum),
  };
}

/**
 * Quantiles of values of persons: the mean of the fewest values around place (n − 1)p that `minimum` persons stand
 * behind; null where fewer persons than that have a value at or below the place, or at or above it.
 */
export function disclosableQuantiles(
  { values, persons }: PersonsValues,
  minimum: number,
): (p: number) => number | null {
  const among = amongEquals(values, persons);
  const order = Uint32Array.from(values.keys()).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0) || among(a, b),
  );
  const last = order.length - 1;
  const valueAt = (place: number) => values[order[place] ?? 0] ?? 0;
  const [from, to] = [
    reach(order, persons, minimum),
    last - reach(order.slice().reverse(), persons, minimum),
  ];
  /** Whether the value at a place is that of enough persons. */
  const isShared = (place: number): boolean => {
    const same = new Set<number>();
    let unknown = 0;
    const value = valueAt(place);
    for (const step of [-1, 1])
      for (
        let at = step < 0 ? place : place + 1;
        at >= 0 && at <= last && valueAt(at) === value;
        at += step
      ) {
        const person = persons[order[at] ?? 0] ?? Number.NaN;
        if (Number.isNaN(person)) unknown += 1;
        else same.add(person);
        if (same.size + unknown >= minimum) return true;
      }
    return false;
  };
  return (p) => {
    const position = last * p;
    let [low, high] = [Math.floor(position), Math.ceil(position)];
    const isReached = (place: number) => place >= 0 && place <= last;
    // Of equal values it does not matter which one stands at the place.
    const [value, above] = [valueAt(low), valueAt(high)];
    if (!(valueAt(from) <= value && above <= valueAt(to)) || from > last || to < 0) return null;
    // A value that enough persons have is nobody's.
    if (value === above && isShared(low)) return value;
    const around = new Set<number>();
    let unknown = 0;
    const add = (place: number) => {
      const person = persons[order[place] ?? 0] ?? Number.NaN;
      if (Number.isNaN(person)) unknown += 1;
      else around.add(person);
    };
    for (let place = low; place <= high; place += 1) add(place);
    while (around.size + unknown < minimum) {
      const [below, next] = [low - 1, high + 1];
      if (!isReached(below) && !isReached(next)) return null;
      if (isReached(below)) {
        add(below);
        low = below;
      }
      if (isReached(next)) {
        add(next);
        high = next;
      }
    }
    const some = Float64Array.from({ length: high - low + 1 }, (_, index) => valueAt(low + index));
    // Without the last bits, which depend on how many values were added.
    return some[0] === some.at(-1) ? (some[0] ?? null) : Number((sum(some) / some.length).toPrecision(12));
  };
}

/**
 * An order of equal values by what else their persons have, the number of values, the least and the largest: which
 * persons stand next to a place must not depend on the order of the rows.
 */
function amongEquals(values: Float64Array, persons: Float64Array): (a: number, b: number) => number {
  const known = new Map<number, { count: number; least: number; most: number }>();
  for (const [index, value] of values.entries()) {
    const person = persons[index] ?? Number.NaN;
    if (Number.isNaN(person)) continue;
    const own = known.get(person);
    if (own === undefined) known.set(person, { count: 1, least: value, most: value });
    else {
      own.count += 1;
      own.least = Math.min(own.least, value);
      own.most = Math.max(own.most, value);
    }
  }
  // Where nobody has two values, persons are alike.
  if ([...known.values()].every(({ count }) => count === 1)) return () => 0;
  const unknown = { count: 0, least: 0, most: 0 };
  const ofValue = Array.from(persons, (person) => known.get(person) ?? unknown);
  return (a, b) => {
    const [one, other] = [ofValue[a] ?? unknown, ofValue[b] ?? unknown];
    return one.count - other.count || one.least - other.least || one.most - other.most;
  };
}

/** The place up to which, in an order, there are `minimum` different persons; beyond the end for fewer. */
function reach(order: Uint32Array, persons: Float64Array, minimum: number): number {
  const known = new Set<number>();
  let unknown = 0;
  for (let place = 0; place < order.length; place += 1) {
    const person = persons[order[place] ?? 0] ?? Number.NaN;
    if (Number.isNaN(person)) unknown += 1;
    else known.add(person);
    if (known.size + unknown >= minimum) return place;
  }
  return order.length;
}

/** How many persons have a value for which a test holds. */
export function personsWith({ values, persons }: PersonsValues, holds: (value: number) => boolean): number {
  return countPersons(persons.filter((_, index) => holds(values[index] ?? 0)));
}
