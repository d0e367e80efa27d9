import { quantile } from "../statistics/describe/quantile.ts";
import { type Summary, summarize } from "../statistics/describe/summarize.ts";

/** Values with the person behind each: a number of one's own, NaN for somebody of whom nothing else is known. */
export interface PersonsValues {
  values: Float64Array;
  persons: Float64Array;
}

/** A summary that gives away nobody: its ends stand on several persons. */
export interface TellableSummary extends Omit<Summary, "minimum" | "maximum"> {
  /** Quantiles 0.05 and 0.95 (type 7); null where too few persons lie so far out. */
  low: number | null;
  high: number | null;
}

/** How many different persons there are. */
export function countPersons(persons: Float64Array): number {
  const known = new Set<number>();
  let unknown = 0;
  for (const person of persons) {
    if (Number.isNaN(person)) unknown += 1;
    else known.add(person);
  }
  return known.size + unknown;
}

/**
 * Summarizes values of persons. A quantile is told where at least `minimum` persons have a value up to it and as many
 * one from it on; null where that does not hold for the quartiles.
 */
export function tellableSummary(of: PersonsValues, minimum: number): TellableSummary | null {
  const order = Uint32Array.from(of.values.keys()).sort((a, b) => (of.values[a] ?? 0) - (of.values[b] ?? 0));
  const from = reach(of, order, minimum);
  const to = reach(of, order.slice().reverse(), minimum);
  const summary = summarize(of.values);
  if (from === null || to === null || summary === null) return null;
  const { minimum: _lowest, maximum: _highest, ...rest } = summary;
  const isTold = (value: number) => from <= value && value <= to;
  if (![rest.lowerQuartile, rest.median, rest.upperQuartile].every(isTold)) return null;
  const ascending = Float64Array.from(order, (index) => of.values[index] ?? 0);
  const [low, high] = [quantile(ascending, 0.05), quantile(ascending, 0.95)];
  return { ...rest, low: isTold(low) ? low : null, high: isTold(high) ? high : null };
}

/** The value up to which, in an order, there are `minimum` different persons; null where there are not so many. */
function reach({ values, persons }: PersonsValues, order: Uint32Array, minimum: number): number | null {
  const known = new Set<number>();
  let unknown = 0;
  for (const index of order) {
    const person = persons[index] ?? Number.NaN;
    if (Number.isNaN(person)) unknown += 1;
    else known.add(person);
    if (known.size + unknown >= minimum) return values[index] ?? null;
  }
  return null;
}
