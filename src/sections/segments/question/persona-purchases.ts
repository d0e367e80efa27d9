import type { PurchaseLines } from "../../../store/purchase-lines.ts";

/** What one persona bought of one thing. */
export interface PersonaCounts {
  /** The id of the thing, a product or a word. */
  id: number;
  /** Distinct customers of the persona. */
  customers: number;
  purchases: number;
  revenue: number;
}

/**
 * For each persona what its customers bought, by a column of ids: one list a persona, in no order that means
 * anything. `personaOf` gives the persona by customer's id, 255 for none; `order` the lines customer by customer.
 */
export function purchasesByPersona(
  lines: PurchaseLines,
  ids: Int32Array,
  personaOf: Uint8Array,
  personas: number,
  order: Int32Array,
): PersonaCounts[][] {
  let most = 0;
  for (const id of ids) if (id > most) most = id;
  const size = most + 1;
  const purchases = new Uint32Array(size * personas);
  const customers = new Uint32Array(size * personas);
  const revenue = new Float64Array(size * personas);
  // What rounding lost of each sum, after Neumaier: the order of the lines must not show.
  const lost = new Float64Array(size * personas);
  const last = new Int32Array(size * personas);
  for (let place = 0; place < order.length; place += 1) {
    const line = order[place] ?? 0;
    const id = ids[line] ?? 0;
    const customer = lines.customer[line] ?? 0;
    const persona = personaOf[customer] ?? 255;
    if (id === 0 || customer === 0 || persona >= personas) continue;
    const cell = persona * size + id;
    purchases[cell] = (purchases[cell] ?? 0) + 1;
    const amount = lines.amount[line] ?? 0;
    const before = revenue[cell] ?? 0;
    const after = before + amount;
    lost[cell] =
      (lost[cell] ?? 0) +
      (Math.abs(before) >= Math.abs(amount) ? before - after + amount : amount - after + before);
    revenue[cell] = after;
    // Lines come customer by customer: a new one is told from the one before.
    if (last[cell] === customer) continue;
    last[cell] = customer;
    customers[cell] = (customers[cell] ?? 0) + 1;
  }
  return Array.from({ length: personas }, (_, persona) => {
    const found: PersonaCounts[] = [];
    for (let id = 1; id < size; id += 1) {
      const cell = persona * size + id;
      const count = purchases[cell] ?? 0;
      if (count === 0) continue;
      found.push({
        id,
        purchases: count,
        customers: customers[cell] ?? 0,
        revenue: (revenue[cell] ?? 0) + (lost[cell] ?? 0),
      });
    }
    return found;
  });
}
