import type { PurchaseLines } from "../store/purchase-lines.ts";

/** The first day of each line's order, in days since 1970-01-01; null without dates. */
export function orderStarts({
  count,
  order,
  day,
}: Pick<PurchaseLines, "count" | "order" | "day">): Int32Array | null {
  if (day === undefined) return null;
  if (order === undefined) return day;
  const first = new Int32Array(order.reduce((high, id) => Math.max(high, id), 0) + 1).fill(2 ** 31 - 1);
  for (let line = 0; line < count; line += 1) {
    const id = order[line] ?? 0;
    first[id] = Math.min(first[id] ?? 0, day[line] ?? 0);
  }
  return order.map((id, line) => (id === 0 ? (day[line] ?? 0) : (first[id] ?? 0)));
}
