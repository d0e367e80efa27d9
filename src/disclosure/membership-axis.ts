import type { PurchaseLines } from "../store/purchase-lines.ts";
import { type Axis, valueRungs } from "./axis.ts";

/** Who is in which of some groups of customers. */
export interface Membership {
  /** By customer's id, 255 for none; place 0 stands for guests. */
  placeOf: Uint8Array;
  names: readonly string[];
}

/**
 * An axis of groups that each customer is in one of. Lines of none, as guests' are, are counted with the group of most
 * customers where they are too few: with the same one in every table, lest two of them tell what is counted with it.
 */
export function membershipAxis<Id extends "persona" | "rfm">(
  id: Id,
  { customer }: Pick<PurchaseLines, "customer">,
  { placeOf, names }: Membership,
): Axis & { id: Id } {
  const codes = Uint8Array.from(customer, (who) => {
    const place = placeOf[who] ?? 255;
    return place === 255 ? 0 : place + 1;
  });
  return {
    id,
    codes,
    ofCustomer: true,
    subjects: [id],
    rungs: valueRungs(names, codes.includes(0), largestGroup(placeOf, names) + 1),
  };
}

/** The place of the group of most customers, of equals the first. */
export function largestGroup(placeOf: Uint8Array, names: readonly string[]): number {
  const sizes = names.map(() => 0);
  for (const place of placeOf.subarray(1)) if (place < names.length) sizes[place] = (sizes[place] ?? 0) + 1;
  return sizes.indexOf(Math.max(...sizes));
}
