import { compareText } from "../../../dataset/clean/text.ts";
import { basketsOfRows } from "../../../statistics/itemsets/baskets.ts";
import type { PurchaseLines } from "../../../store/purchase-lines.ts";
import type { BasketKind, ItemBaskets, ItemField } from "./item-baskets.ts";
import { lineOwners } from "./line-owners.ts";

/**
 * Products in an order. Null where there are no orders or no products, or no order holds two. `names` are the
 * products' by id.
 */
export function orderBaskets(lines: PurchaseLines, names: ReadonlyMap<number, string>): ItemBaskets | null {
  return lines.order === undefined || lines.product === undefined
    ? null
    : together(lines, "orders", "product", lines.order, lines.product, names);
}

/** What a customer bought over time, by a column of ids: categories or products. Null where nobody bought two. */
export function customerBaskets(
  lines: PurchaseLines,
  kind: "categories" | "products",
  ids: Int32Array | undefined,
  names: ReadonlyMap<number, string>,
): ItemBaskets | null {
  if (lines.order === undefined || ids === undefined) return null;
  return together(lines, kind, kind === "categories" ? "category" : "product", lines.customer, ids, names);
}

function together(
  lines: PurchaseLines,
  kind: BasketKind,
  field: ItemField,
  owners: Int32Array,
  ids: Int32Array,
  names: ReadonlyMap<number, string>,
): ItemBaskets | null {
  const { count } = lines;
  const { ownerOf, lastCustomer } = lineOwners(lines);
  const basketOf = codes(owners);
  // By name, so that nothing depends on the order of the rows.
  const itemOf = codes(ids, (a, b) => compareText(names.get(a) ?? "", names.get(b) ?? ""));
  const basketCodes = new Uint32Array(count);
  const itemCodes = new Uint32Array(count);
  const basketOwners = new Int32Array(basketOf.count);
  const purchases = new Uint32Array(basketOf.count);
  let used = 0;
  for (let line = 0; line < count; line += 1) {
    const basket = basketOf.code[owners[line] ?? 0] ?? -1;
    const item = itemOf.code[ids[line] ?? 0] ?? -1;
    if (basket < 0 || item < 0) continue;
    basketCodes[used] = basket;
    itemCodes[used] = item;
    used += 1;
    basketOwners[basket] = ownerOf[line] ?? 0;
    purchases[basket] = (purchases[basket] ?? 0) + 1;
  }
  const baskets = basketsOfRows(basketCodes.subarray(0, used), itemCodes.subarray(0, used), {
    baskets: basketOf.count,
    items: itemOf.count,
  });
  if (!hasPair(baskets.starts)) return null;
  const items = itemOf.ids.map((id) => ({ field, name: names.get(id) ?? "" }));
  return {
    kind,
    items,
    baskets,
    owners: basketOwners,
    lastCustomer,
    ofCustomer: new Uint8Array(items.length),
    purchases: kind === "orders" ? null : purchases,
  };
}

/** Dense codes of ids above 0, by id; -1 for ids that do not occur. */
function codes(
  ids: Int32Array,
  order?: (a: number, b: number) => number,
): { code: Int32Array; ids: number[]; count: number } {
  let most = 0;
  for (let line = 0; line < ids.length; line += 1) most = Math.max(most, ids[line] ?? 0);
  const code = new Int32Array(most + 1).fill(-1);
  const seen: number[] = [];
  for (let line = 0; line < ids.length; line += 1) {
    const id = ids[line] ?? 0;
    if (id === 0 || code[id] !== -1) continue;
    code[id] = seen.length;
    seen.push(id);
  }
  if (order !== undefined) {
    seen.sort(order);
    seen.forEach((id, place) => {
      code[id] = place;
    });
  }
  return { code, ids: seen, count: seen.length };
}

function hasPair(starts: Uint32Array): boolean {
  for (let basket = 1; basket < starts.length; basket += 1) {
    if ((starts[basket] ?? 0) - (starts[basket - 1] ?? 0) > 1) return true;
  }
  return false;
}
