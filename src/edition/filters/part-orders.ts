import type { Axis } from "../../disclosure/axis.ts";
import { type Cells, placesOf } from "../../disclosure/cells.ts";
import { type LinePersons, linePersons } from "../../questions/persons.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";

/** An order in a part: with what of it is in the part, and whose it is. */
export interface PartOrder {
  place: number;
  cell: number;
  person: number;
  amount: number;
}

/** The orders of every part. */
export interface PartOrders {
  /** Each with what its lines in that part come to; lines without an order are orders. */
  orders: readonly PartOrder[];
  /** The place of each line's among them, -1 for none. */
  orderOf: Int32Array;
  /** The part of each line. */
  cellOf: Int32Array;
  /** How many orders each customer has in each part, by cell and person. */
  customers: readonly { cell: number; person: number; orders: number }[];
  persons: LinePersons;
}

/** The orders of every cell of a table of parts. */
export function partOrders(lines: PurchaseLines, axes: readonly Axis[], cells: Cells): PartOrders {
  const persons = linePersons(lines);
  const cellOf = placesOf(axes, cells.rungs, cells.strides, lines.count);
  const known = new Map<number, PartOrder>();
  const orderOf = new Int32Array(lines.count).fill(-1);
  const customers = new Map<number, { cell: number; person: number; orders: number }>();
  for (let at = 0; at < persons.order.length; at += 1) {
    const line = persons.order[at] ?? 0;
    const id = lines.order === undefined ? line : (lines.order[line] ?? 0);
    if (lines.order !== undefined && id === 0) continue;
    const cell = cellOf[line] ?? 0;
    const amount = lines.amount[line] ?? 0;
    const order = known.get(id * cells.size + cell);
    if (order !== undefined) {
      orderOf[line] = order.place;
      order.amount += amount;
      continue;
    }
    const person = persons.personOf[line] ?? 0;
    orderOf[line] = known.size;
    known.set(id * cells.size + cell, { place: known.size, cell, person, amount });
    if (person > persons.lastCustomer) continue;
    const own = customers.get(person * cells.size + cell);
    if (own === undefined) customers.set(person * cells.size + cell, { cell, person, orders: 1 });
    else own.orders += 1;
  }
  return { orders: [...known.values()], orderOf, cellOf, customers: [...customers.values()], persons };
}
