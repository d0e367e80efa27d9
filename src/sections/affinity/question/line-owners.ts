import type { PurchaseLines } from "../../../store/purchase-lines.ts";

/** Whose each purchase is: the customer's id, or for a guest's a number above all of them for the order. */
export function lineOwners({ count, customer, order }: PurchaseLines): {
  ownerOf: Int32Array;
  lastCustomer: number;
} {
  let lastCustomer = 0;
  for (let line = 0; line < count; line += 1) lastCustomer = Math.max(lastCustomer, customer[line] ?? 0);
  const ownerOf = new Int32Array(count);
  for (let line = 0; line < count; line += 1) {
    ownerOf[line] = customer[line] || lastCustomer + (order?.[line] ?? line + 1);
  }
  return { ownerOf, lastCustomer };
}
