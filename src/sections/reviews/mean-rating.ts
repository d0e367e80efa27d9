import type { Gate } from "../../disclosure/gate.ts";
import type { Reviews } from "../../store/reviews.ts";

/** The mean rating of some reviews; null where too few persons gave one. */
export function meanRating(
  some: Iterable<number>,
  { rating, person }: Pick<Reviews, "rating" | "person">,
  gate: Gate,
): number | null {
  const texts = new Map<number, number>();
  const persons = new Set<number>();
  for (const review of some) {
    const given = rating[review] ?? Number.NaN;
    if (Number.isNaN(given)) continue;
    texts.set(given, (texts.get(given) ?? 0) + 1);
    if (!gate.isEnough(persons.size)) persons.add(person[review] ?? 0);
  }
  if (!gate.isEnough(persons.size)) return null;
  // In an order that is not that of the rows.
  const given = [...texts].sort(([a], [b]) => a - b);
  const count = given.reduce((all, [, each]) => all + each, 0);
  return given.reduce((sum, [value, each]) => sum + value * each, 0) / count;
}
