import type { Axis } from "../../disclosure/axis.ts";
import type { Cells } from "../../disclosure/cells.ts";
import type { Gate } from "../../disclosure/gate.ts";
import type { LinePersons } from "../../questions/persons.ts";
import { placesByKey } from "../../statistics/describe/places-by-key.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import { type OrdersInParts, partOrders } from "./part-orders.ts";

/** What the numbers of parts are counted from. */
export interface PartSources {
  lines: PurchaseLines;
  /** Upper edges of the bins of orders' amounts, ascending. */
  spendEdges: readonly number[];
  /** Lower edges of the ranges of orders a customer, from 1 on; empty where there are no orders. */
  orderRanges: readonly number[];
  /** Previous purchases by customer's id, NaN for none; null where the data do not say. */
  previous: Float64Array | null;
}

/** Numbers of parts; null where they may not be published, NaN in a cell that has none. */
export interface PartNumbers {
  orders: Float64Array | null;
  /** Lower quartile, median, upper quartile of what orders come to. */
  quartiles: readonly Float64Array[];
  /** Customers of more than one order. */
  repeat: Float64Array | null;
  /** Means. */
  rating: Float64Array | null;
  previous: Float64Array | null;
}

/** Numbers of every cell of a table of parts. */
export function partNumbers(
  { lines, orderRanges, previous }: PartSources,
  axes: readonly Axis[],
  cells: Cells,
  gate: Gate,
): PartNumbers {
  const { orders, cellOf, customers, persons } = partOrders(lines, axes, cells);
  const counts = new Float64Array(cells.size);
  for (const cell of orders.cell) counts[cell] = (counts[cell] ?? 0) + 1;
  const repeaters = new Float64Array(cells.size);
  customers.cell.forEach((cell, place) => {
    if ((customers.orders[place] ?? 0) > 1) repeaters[cell] = (repeaters[cell] ?? 0) + 1;
  });
  const isRepeatTold =
    gate.holds(repeaters) && gate.holds(repeaters.map((own, cell) => (cells.customers[cell] ?? 0) - own));
  return {
    orders: counts,
    quartiles: quartilesOf(orders, counts, gate),
    repeat: orderRanges.length > 0 && isRepeatTold ? repeaters : null,
    ...means(lines, persons, previous, cellOf, cells.size, gate),
  };
}

function quartilesOf(orders: OrdersInParts, counts: Float64Array, gate: Gate): Float64Array[] {
  const found = [0, 1, 2].map(() => new Float64Array(counts.length).fill(Number.NaN));
  const { starts, places } = placesByKey(orders.cell, counts.length);
  counts.forEach((count, cell) => {
    // A quarter of the orders lies beyond a quartile.
    if (!gate.isEnough(Math.floor(count / 4))) return;
    const own = places.subarray(starts[cell], starts[cell + 1]);
    const at = gate.quantiles({
      values: Float64Array.from(own, (place) => orders.amount[place] ?? 0),
      persons: Float64Array.from(own, (place) => orders.person[place] ?? 0),
    });
    const values = [at(0.25), at(0.5), at(0.75)];
    if (values.some((value) => value === null)) return;
    values.forEach((value, place) => {
      const column = found[place];
      if (column !== undefined) column[cell] = value ?? Number.NaN;
    });
  });
  return found;
}

/** Mean ratings of purchases, and mean previous purchases of customers; none of a table where one stands on few. */
function means(
  { rating, customer }: PurchaseLines,
  { personOf, order }: LinePersons,
  previous: Float64Array | null,
  cellOf: Int32Array,
  cells: number,
  gate: Gate,
): Pick<PartNumbers, "rating" | "previous"> {
  const [rated, raters, ratingSum] = [0, 1, 2].map(() => new Float64Array(cells));
  const [known, knownSum] = [0, 1].map(() => new Float64Array(cells));
  const lastRater = new Int32Array(cells);
  const last = new Int32Array(cells);
  const add = (column: Float64Array | undefined, cell: number, value: number) => {
    if (column !== undefined) column[cell] = (column[cell] ?? 0) + value;
  };
  for (const line of order) {
    const cell = cellOf[line] ?? 0;
    const person = personOf[line] ?? 0;
    const given = rating?.[line] ?? Number.NaN;
    if (!Number.isNaN(given)) {
      add(rated, cell, 1);
      add(ratingSum, cell, given);
      if (lastRater[cell] !== person) add(raters, cell, 1);
      lastRater[cell] = person;
    }
    if (last[cell] === person) continue;
    last[cell] = person;
    const before = previous?.[customer[line] ?? 0] ?? Number.NaN;
    if (customer[line] === 0 || Number.isNaN(before)) continue;
    add(known, cell, 1);
    add(knownSum, cell, before);
  }
  const mean = (sums: Float64Array | undefined, counts: Float64Array | undefined) =>
    Float64Array.from(sums ?? [], (sum, cell) =>
      (counts?.[cell] ?? 0) > 0 ? sum / (counts?.[cell] ?? 1) : Number.NaN,
    );
  return {
    rating: gate.holds(raters ?? []) ? mean(ratingSum, rated) : null,
    previous: gate.holds(known ?? []) ? mean(knownSum, known) : null,
  };
}
