import type { PurchaseLines } from "../../store/purchase-lines.ts";

/** The places of lines, those of an order together, and orders customer by customer, guests' first. */
export interface OrderedLines {
  places: Int32Array;
  /** The customer of each line's order, by line; 0 for a guest. */
  owner: Int32Array;
}

/** Told of each order (where there are no orders, of each purchase) in each cell that it has lines in. */
export type OrderVisit = (cell: number, customer: number, firstLine: number, amount: number) => void;

/** Puts the lines in the order of customers and orders. */
export function linesByOrder({ count, customer, order }: PurchaseLines): OrderedLines {
  const owner = new Int32Array(count);
  if (order === undefined) {
    owner.set(customer);
    return { places: sortedBy(sequence(count), owner), owner };
  }
  const ownerOf = new Int32Array(highest(order) + 1);
  for (let line = 0; line < count; line += 1) {
    const each = order[line] ?? 0;
    ownerOf[each] = Math.max(ownerOf[each] ?? 0, customer[line] ?? 0);
  }
  for (let line = 0; line < count; line += 1) owner[line] = ownerOf[order[line] ?? 0] ?? 0;
  return { places: sortedBy(sortedBy(sequence(count), order), owner), owner };
}

/**
 * Visits every order in every cell, with what its lines in that cell come to. `cellOf` gives each line's cell,
 * `cells` their number. Lines without an order are in none.
 */
export function eachOrder(
  { order, amount }: Pick<PurchaseLines, "order" | "amount">,
  { places, owner }: OrderedLines,
  cellOf: Int32Array,
  cells: number,
  visit: OrderVisit,
): void {
  const amounts = new Float64Array(cells);
  const seen = new Int32Array(cells).fill(-1);
  const touched: number[] = [];
  for (let from = 0, to = 0; from < places.length; from = to) {
    const first = places[from] ?? 0;
    const id = order?.[first];
    for (to = from; to < places.length; to += 1) {
      const line = places[to] ?? 0;
      if (to > from && (id === undefined || order?.[line] !== id)) break;
      const cell = cellOf[line] ?? 0;
      if (seen[cell] !== from) {
        seen[cell] = from;
        amounts[cell] = 0;
        touched.push(cell);
      }
      amounts[cell] = (amounts[cell] ?? 0) + (amount[line] ?? 0);
    }
    if (id !== 0) for (const cell of touched) visit(cell, owner[first] ?? 0, first, amounts[cell] ?? 0);
    touched.length = 0;
  }
}

function sequence(count: number): Int32Array {
  return new Int32Array(count).map((_, index) => index);
}

/** A stable counting sort of places by their keys. */
function sortedBy(places: Int32Array, keys: Int32Array): Int32Array {
  const starts = new Int32Array(highest(keys) + 2);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 1; key < starts.length; key += 1) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const sorted = new Int32Array(places.length);
  for (const place of places) {
    const key = keys[place] ?? 0;
    const at = starts[key] ?? 0;
    starts[key] = at + 1;
    sorted[at] = place;
  }
  return sorted;
}

function highest(ids: Int32Array): number {
  let most = 0;
  for (const id of ids) if (id > most) most = id;
  return most;
}
