import type { Gate } from "../../disclosure/gate.ts";
import { words } from "../../questions/traits.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Store } from "../../store/store.ts";
import type { PersonaReport } from "../segments/segments.ts";
import type { Grouping } from "./part.ts";
import type { WatchedCustomer } from "./question.ts";

/** A place by customer's id, 255 for none, as other sections hand it over. */
export function groupingBy(places: Uint8Array, names: readonly string[]): Grouping {
  return {
    groupOf: (customer) => {
      const place = places[customer] ?? 255;
      return place === 255 ? undefined : place;
    },
    names,
  };
}

/**
 * Customers by the place that most of their money went to; null where no line has one. Places that may not be named
 * are one group.
 */
export async function groupingByPlace(
  store: Store,
  { customer, amount, traits }: PurchaseLines,
  gate: Gate,
): Promise<Grouping | null> {
  const location = traits.get("location");
  if (location === undefined) return null;
  const spent = new Map<number, Map<number, number>>();
  for (const [line, who] of customer.entries()) {
    const place = location[line] ?? 0;
    if (who === 0 || place === 0) continue;
    const places = spent.get(who) ?? new Map<number, number>();
    spent.set(who, places.set(place, (places.get(place) ?? 0) + (amount[line] ?? 0)));
  }
  const named = [...(await words(store, "location"))].filter(([, name]) => gate.mayName("location", name));
  const placeOf = new Map(named.map(([id], index) => [id, index]));
  const mostSpent = new Map(
    [...spent].map(([who, places]) => {
      const [most] = [...places].sort(([one, a], [other, b]) => b - a || one - other);
      return [who, most === undefined ? undefined : placeOf.get(most[0])];
    }),
  );
  return { groupOf: (who) => mostSpent.get(who), names: named.map(([, name]) => name) };
}

/**
 * The persona whose centre was nearest to what a customer was at a day, by today's edges: recency in days to the day
 * after, orders and money so far, transformed and scaled as when personas were found.
 */
export function personaFinder({
  transform,
  scale,
  personas,
}: Pick<PersonaReport, "transform" | "scale" | "personas">): (
  customer: WatchedCustomer,
  until: number,
) => number {
  const z = (value: number, { mean, deviation }: { mean: number; deviation: number }) =>
    ((transform === "log1p" ? Math.log1p(value) : value) - mean) / deviation;
  return ({ orders, spent, lastDay }, until) => {
    const recency = z(until + 1 - lastDay, scale.recency);
    const frequency = z(orders, scale.frequency);
    const monetary = z(spent, scale.monetary);
    const distances = personas.map(
      ({ centroidZ }) =>
        (centroidZ.recency - recency) ** 2 +
        (centroidZ.frequency - frequency) ** 2 +
        (centroidZ.monetary - monetary) ** 2,
    );
    return distances.indexOf(Math.min(...distances));
  };
}
