import type { PersonsValues } from "../questions/persons.ts";
import {
  clusteredMean,
  clusteredRatio,
  clusteredShare,
  clustersBehind,
} from "../statistics/significance/clustered-ratio.ts";
import type { Interval } from "../statistics/significance/intervals.ts";

/**
 * An interval of confidence to four digits, null where fewer persons than the minimum decide it: from the spread of
 * values among which one is far off, that one could be worked out.
 *
 * @param persons how many persons alike would spread as much
 */
export function disclosableInterval(
  interval: Interval | null,
  persons: number,
  minimum: number,
): Interval | null {
  // A hair below a whole number is rounding.
  if (interval === null || !(persons > minimum - 1e-6)) return null;
  const rounded = (value: number) => Number(value.toPrecision(4));
  return { low: rounded(interval.low), high: rounded(interval.high) };
}

/** The interval of the mean of values, of which a person may have several. */
export function meanInterval(of: PersonsValues, minimum: number): Interval | null {
  const { places, counts } = byPerson(of);
  const sums = new Float64Array(counts.length);
  for (const [index, value] of of.values.entries())
    sums[places[index] ?? 0] = (sums[places[index] ?? 0] ?? 0) + value;
  const ratio = clusteredRatio(sums, counts);
  return disclosableInterval(clusteredMean(ratio), clustersBehind(ratio), minimum);
}

/** The intervals of the shares of values for which each of some tests holds; a person may have several values. */
export function shareIntervals(
  of: PersonsValues,
  tests: readonly ((value: number) => boolean)[],
  minimum: number,
): (Interval | null)[] {
  const { places, counts } = byPerson(of);
  return tests.map((holds) => {
    const held = new Float64Array(counts.length);
    for (const [index, value] of of.values.entries())
      if (holds(value)) held[places[index] ?? 0] = (held[places[index] ?? 0] ?? 0) + 1;
    const ratio = clusteredRatio(held, counts);
    return disclosableInterval(clusteredShare(ratio, of.values.length), clustersBehind(ratio), minimum);
  });
}

/** A place for the person of each value, and how many values each person has. */
function byPerson({ persons }: PersonsValues): { places: Int32Array; counts: Float64Array } {
  const known = new Map<number, number>();
  const counts: number[] = [];
  const places = Int32Array.from(persons, (person) => {
    const place = (Number.isNaN(person) ? undefined : known.get(person)) ?? counts.length;
    if (place === counts.length && !Number.isNaN(person)) known.set(person, place);
    counts[place] = (counts[place] ?? 0) + 1;
    return place;
  });
  return { places, counts: Float64Array.from(counts) };
}
