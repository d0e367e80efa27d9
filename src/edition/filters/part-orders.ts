import type { Axis } from "../../disclosure/axis.ts";
import { type Cells, placesOf } from "../../disclosure/cells.ts";
import { type LinePersons, linePersons } from "../../questions/persons.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";

/** Orders in parts, one place each, person by person: with what of an order is in a part, and whose it is. */
export interface OrdersInParts {
  cell: Int32Array;
  person: Int32Array;
  amount: Float64Array;
}

/** Customers in parts, one place each, customer by customer. */
interface CustomersInParts {
  cell: Int32Array;
  person: Int32Array;
  /** How many orders the customer has in the part. */
  orders: Int32Array;
}

/** The orders of every part. */
export interface PartOrders {
  /** Each with what its lines in that part come to; lines without an order are orders. */
  orders: OrdersInParts;
  /** The place of each line's among them, -1 for none. */
  orderOf: Int32Array;
  /** The part of each line. */
  cellOf: Int32Array;
  customers: CustomersInParts;
  /** The place of the customer of each line among them, -1 for none. */
  customerOf: Int32Array;
  persons: LinePersons;
}

/** The orders of every cell of a table of parts. */
export function partOrders(lines: PurchaseLines, axes: readonly Axis[], cells: Cells): PartOrders {
  const { count, order } = lines;
  const persons = linePersons(lines);
  const cellOf = placesOf(axes, cells.rungs, cells.strides, count);
  const orderOf = new Int32Array(count).fill(-1);
  const [cell, person] = [new Int32Array(count), new Int32Array(count)];
  const amount = new Float64Array(count);
  const ofOrder = new Chains(count, order?.reduce((most, id) => Math.max(most, id), 0) ?? 0);
  const customers = {
    cell: new Int32Array(count),
    person: new Int32Array(count),
    orders: new Int32Array(count),
  };
  const ofCustomer = new Chains(count, persons.lastCustomer);
  for (let at = 0; at < count; at += 1) {
    const line = persons.order[at] ?? 0;
    const id = order?.[line] ?? 0;
    if (order !== undefined && id === 0) continue;
    const own = cellOf[line] ?? 0;
    const known = order === undefined ? -1 : ofOrder.find(id, own, cell);
    if (known >= 0) {
      orderOf[line] = known;
      amount[known] = (amount[known] ?? 0) + (lines.amount[line] ?? 0);
      continue;
    }
    const place = ofOrder.add(id);
    const who = persons.personOf[line] ?? 0;
    orderOf[line] = place;
    cell[place] = own;
    person[place] = who;
    amount[place] = lines.amount[line] ?? 0;
    if (who > persons.lastCustomer) continue;
    let customer = ofCustomer.find(who, own, customers.cell);
    if (customer < 0) {
      customer = ofCustomer.add(who);
      customers.cell[customer] = own;
      customers.person[customer] = who;
    }
    customers.orders[customer] = (customers.orders[customer] ?? 0) + 1;
  }
  const customerOf = cellOf.map((own, line) => {
    const who = persons.personOf[line] ?? 0;
    return who > persons.lastCustomer ? -1 : ofCustomer.find(who, own, customers.cell);
  });
  const [found, known] = [ofOrder.length, ofCustomer.length];
  return {
    orders: {
      cell: cell.subarray(0, found),
      person: person.subarray(0, found),
      amount: amount.subarray(0, found),
    },
    orderOf,
    cellOf,
    customers: {
      cell: customers.cell.subarray(0, known),
      person: customers.person.subarray(0, known),
      orders: customers.orders.subarray(0, known),
    },
    customerOf,
    persons,
  };
}

/**
 * Places chained by an id, one for each cell of it. An order lies in few cells, so that walking its chain costs far less
 * than a map of ids and cells.
 */
class Chains {
  readonly #last: Int32Array;
  readonly #before: Int32Array;
  length = 0;

  constructor(most: number, mostId: number) {
    this.#last = new Int32Array(mostId + 1).fill(-1);
    this.#before = new Int32Array(most);
  }

  /** The place of an id in a cell, -1 for none. */
  find(id: number, cell: number, cells: Int32Array): number {
    let place = this.#last[id] ?? -1;
    while (place >= 0 && cells[place] !== cell) place = this.#before[place] ?? -1;
    return place;
  }

  add(id: number): number {
    const place = this.length;
    this.#before[place] = this.#last[id] ?? -1;
    this.#last[id] = place;
    this.length += 1;
    return place;
  }
}
