import type { CustomerOrders } from "../../questions/customer-orders.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";

/**
 * Of each customer, in the order of the customers, the id that most of the money of the first order went to; of equals
 * the smaller id. 0 where the first order has none.
 *
 * @param ids an id of each line, 0 for none
 */
export function firstOrderIds(
  { customers, starts, order: orders }: CustomerOrders,
  { order, amount }: Pick<PurchaseLines, "order" | "amount">,
  ids: Int32Array,
): Int32Array {
  const placeOf = new Map(Array.from(customers.keys(), (place) => [orders[starts[place] ?? 0] ?? 0, place]));
  const spent = Array.from(customers, () => new Map<number, number>());
  for (const [line, id] of ids.entries()) {
    const place = placeOf.get(order?.[line] ?? 0);
    const money = place === undefined ? undefined : spent[place];
    if (money !== undefined && id !== 0) money.set(id, (money.get(id) ?? 0) + (amount[line] ?? 0));
  }
  return Int32Array.from(spent, (money) => {
    const [most] = [...money].sort(([one, a], [other, b]) => b - a || one - other);
    return most?.[0] ?? 0;
  });
}
