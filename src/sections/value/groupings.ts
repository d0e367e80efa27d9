import type { Gate } from "../../disclosure/gate.ts";
import { words } from "../../questions/traits.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Store } from "../../store/store.ts";
import type { FrozenGroups } from "../segments/frozen.ts";
import type { Grouping } from "./expected-groups.ts";
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

/** The persona that a customer would have been in at a day, by today's edges. */
export function personaFinder(
  personaOf: NonNullable<FrozenGroups["personaOf"]>,
): (customer: WatchedCustomer, until: number) => number {
  return ({ orders, spent, lastDay }, until) =>
    personaOf({ recency: until + 1 - lastDay, frequency: orders, monetary: spent });
}
