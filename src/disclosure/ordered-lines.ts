import { type LinePersons, linePersons } from "../questions/persons.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";

/** The lines that tables are of, person by person. */
export interface OrderedLines {
  personOf: Int32Array;
  order: Int32Array;
  /** The first line of each order of a person. */
  firsts: Int32Array;
  /** By line, the first of its order. */
  firstOf: Int32Array;
}

/** The lines in the order of persons: those of all, and where there are guests as well, those of customers. */
export function orderedLines(lines: Pick<PurchaseLines, "count" | "customer" | "order">): OrderedLines[] {
  const persons = linePersons(lines);
  const { personOf, order, lastCustomer } = persons;
  const firstOf = firstOfOrders(lines, persons);
  const firsts = order.filter((line) => firstOf[line] === line);
  const isCustomers = (line: number) => (personOf[line] ?? 0) <= lastCustomer;
  const all = { personOf, order, firsts, firstOf };
  const own = { ...all, order: order.filter(isCustomers), firsts: firsts.filter(isCustomers) };
  return own.order.length < order.length && own.order.length > 0 ? [all, own] : [all];
}

/** By line, the first of the lines of one order and person; a line without an order is by itself. */
function firstOfOrders(
  { count, order }: Pick<PurchaseLines, "count" | "order">,
  { personOf, order: lines }: LinePersons,
): Int32Array {
  const firstOf = Int32Array.from({ length: count }, (_, line) => line);
  if (order === undefined) return firstOf;
  const firsts = new Map<number, number>();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? 0;
    const id = order[line] ?? 0;
    if (id === 0) continue;
    const first = firsts.get(id);
    if (first !== undefined && personOf[first] === personOf[line]) firstOf[line] = first;
    else firsts.set(id, line);
  }
  return firstOf;
}
