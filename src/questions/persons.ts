import { placesByKey } from "../statistics/describe/places-by-key.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";

/** Values with the person behind each: a number of one's own, NaN for somebody of whom nothing else is known. */
export interface PersonsValues {
  values: Float64Array;
  persons: Float64Array;
}

/** How many different persons there are. */
export function countPersons(persons: Float64Array): number {
  const known = new Set<number>();
  let unknown = 0;
  for (const person of persons) {
    if (Number.isNaN(person)) unknown += 1;
    else known.add(person);
  }
  return known.size + unknown;
}

/** Whose each purchase is. */
export interface LinePersons {
  /** By line: the customer's id, or for a guest's order a number of its own above `lastCustomer`. */
  personOf: Int32Array;
  lastCustomer: number;
  /** The places of the lines, person by person, guests last. */
  order: Int32Array;
}

/** What was found for lines, by their column of customers. */
const found = new WeakMap<Int32Array, LinePersons>();

/** The person behind each line: a customer, or a guest's order (without orders, a guest's purchase). Found once. */
export function linePersons(lines: Pick<PurchaseLines, "count" | "customer" | "order">): LinePersons {
  let persons = found.get(lines.customer);
  if (persons === undefined) {
    persons = findPersons(lines);
    found.set(lines.customer, persons);
  }
  return persons;
}

function findPersons({
  count,
  customer,
  order,
}: Pick<PurchaseLines, "count" | "customer" | "order">): LinePersons {
  let lastCustomer = 0;
  for (let line = 0; line < count; line += 1) lastCustomer = Math.max(lastCustomer, customer[line] ?? 0);
  const personOf = new Int32Array(count);
  let last = lastCustomer;
  const guests = new Map<number, number>();
  for (let line = 0; line < count; line += 1) {
    const known = customer[line] ?? 0;
    const id = order?.[line] ?? 0;
    let person = known;
    if (known === 0) {
      person = id === 0 ? 0 : (guests.get(id) ?? 0);
      if (person === 0) {
        last += 1;
        person = last;
        if (id !== 0) guests.set(id, person);
      }
    }
    personOf[line] = person;
  }
  return { personOf, lastCustomer, order: placesByKey(personOf, last + 1).places };
}

/** The guests' orders by a column of ids, 0 for none: how many different ones have a line of each id. */
export function guestsBy(
  ids: Int32Array,
  { customer }: Pick<PurchaseLines, "customer">,
  { personOf, order }: LinePersons,
): Map<number, number> {
  const guests = new Map<number, number>();
  const last = new Map<number, number>();
  for (const line of order) {
    if (customer[line] !== 0) continue;
    const id = ids[line] ?? 0;
    const person = personOf[line] ?? 0;
    if (last.get(id) === person) continue;
    last.set(id, person);
    guests.set(id, (guests.get(id) ?? 0) + 1);
  }
  return guests;
}

/** The customers who have lines of several ids, each with these ids. */
export function severalOf(
  ids: Int32Array,
  { personOf, lastCustomer, order }: LinePersons,
): { customer: number; ids: number[] }[] {
  const several: { customer: number; ids: number[] }[] = [];
  let own = new Set<number>();
  let who = 0;
  const close = () => {
    if (own.size > 1 && who <= lastCustomer) several.push({ customer: who, ids: [...own] });
  };
  for (const line of order) {
    const person = personOf[line] ?? 0;
    if (person !== who) {
      close();
      own = new Set();
      who = person;
    }
    own.add(ids[line] ?? 0);
  }
  close();
  return several;
}
