import type { FoldedGroups } from "../disclosure/fold.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Store } from "../store/store.ts";

/** By line, a number that follows from a value of its customer; 0 for guests and where the value is not known. */
export async function idsByCustomer(
  store: Store,
  lines: PurchaseLines,
  sql: string,
  idOf: (value: number) => number,
): Promise<Int32Array> {
  const [customers = new Float64Array(0), values = customers] = await store.columns(sql);
  const ids = new Map<number, number>();
  for (const [row, customer] of customers.entries()) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) ids.set(customer, idOf(value));
  }
  return lines.customer.map((customer) => ids.get(customer) ?? 0);
}

/** The published group of each line from 1 on, "Other" last; 0 for none. */
export function publishedGroups(
  ids: Int32Array,
  { customer }: PurchaseLines,
  { groups, recoding }: Pick<FoldedGroups, "groups" | "recoding">,
  areGuestsApart: boolean,
): Int32Array {
  const { countedWith, together, missingWith, guestsWith, names } = recoding;
  const placeOfName = new Map(groups.map(({ name }, index) => [name, index + 1]));
  const placeOf = new Map(
    [...names.keys()].map((id) => [
      id,
      together.has(id)
        ? groups.length + 1
        : (placeOfName.get(names.get(countedWith.get(id) ?? id) ?? "") ?? 0),
    ]),
  );
  const placeOfNone = (line: number) =>
    placeOf.get((areGuestsApart && customer[line] === 0 ? guestsWith : missingWith) ?? 0) ?? 0;
  return ids.map((id, line) => (id === 0 ? placeOfNone(line) : (placeOf.get(id) ?? 0)));
}
