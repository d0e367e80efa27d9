import type { Gate } from "../../disclosure/gate.ts";
import type { Reviews } from "../../store/reviews.ts";

/** The mean rating of some reviews; null where too few persons gave one. */
export function meanRating(
  some: Iterable<number>,
  { rating, person }: Pick<Reviews, "rating" | "person">,
  gate: Gate,
): number | null {
  const given: number[] = [];
  const persons = new Set<number>();
  for (const review of some) {
    const value = rating[review] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    given.push(value);
    persons.add(person[review] ?? 0);
  }
  if (!gate.isEnough(persons.size)) return null;
  // In an order that is not that of the rows.
  const ascending = Float64Array.from(given).sort();
  return ascending.reduce((all, each) => all + each, 0) / given.length;
}
