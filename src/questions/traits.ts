import { z } from "zod";
import type { TraitColumn } from "../fields/traits.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import { smallGroup } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import type { CountedGroup, FieldGroups, SeveralGroups } from "./groups.ts";
import { guestsBy, type LinePersons, severalOf } from "./persons.ts";

const groupRow = z.object({
  id: z.number(),
  name: z.string(),
  customers: z.number(),
  purchases: z.number(),
  revenue: z.number(),
});
const missingRow = z.object({ customers: z.number(), purchases: z.number(), revenue: z.number() });

const none = { customers: 0, purchases: 0, revenue: 0 };

export type PurchaseTrait = TraitColumn<"purchase">;
export type CustomerTrait = TraitColumn<"customer">;

/** The groups of one field of purchases. */
export const purchaseTraitQuery = `SELECT traits.trait_id AS id, traits.value AS name, customers, purchases, revenue
FROM trait_totals JOIN traits ON traits.trait_id = trait_totals.trait_id WHERE trait_totals.field = $field`;

/** Purchases by a trait that each purchase has; null where none has it. */
export async function groupByPurchaseTrait(
  store: Store,
  trait: PurchaseTrait,
  lines: PurchaseLines,
  persons: LinePersons,
): Promise<FieldGroups | null> {
  const ids = lines.traits.get(trait);
  const groups = await store.query(purchaseTraitQuery, groupRow, { field: trait });
  if (groups.length === 0 || ids === undefined) return null;
  const [missing = none] = await store.query(
    "SELECT customers, purchases, revenue FROM trait_totals WHERE field = $field AND trait_id IS NULL",
    missingRow,
    { field: trait },
  );
  return {
    ...withGuests(groups, missing, guestsBy(ids, lines, persons)),
    several: await severalGroups(store, trait, groups, lines, persons),
  };
}

/** Groups with the orders of guests in each; guests count in groups as customers do. */
export function withGuests(
  groups: readonly z.output<typeof groupRow>[],
  missing: z.output<typeof missingRow>,
  guests: ReadonlyMap<number, number>,
): Pick<FieldGroups, "groups" | "missing" | "guests"> {
  return {
    groups: groups.map(({ id, name, customers, purchases, revenue }) => ({
      id,
      name,
      customers,
      guests: guests.get(id) ?? 0,
      purchases,
      revenue,
    })),
    missing: { id: 0, name: "", guests: guests.get(0) ?? 0, ...missing },
    guests: null,
  };
}

/** Counts customers who may be in several groups. `field` is a trait of purchases or `product`. */
export async function severalGroups(
  store: Store,
  field: PurchaseTrait | "product",
  groups: readonly { id: number; customers: number }[],
  { customer, product, traits }: PurchaseLines,
  persons: LinePersons,
): Promise<SeveralGroups> {
  const column = (field === "product" ? product : traits.get(field)) ?? new Int32Array(customer.length);
  const sizeOf = new Map(groups.map(({ id, customers }) => [id, customers]));
  const [all = 0] = (await store.columns("SELECT COUNT(*) AS customers FROM customers"))[0] ?? [];
  // Small groups have a table of their own; the lines are gone through only where a larger one is among them.
  const [ids = [], members = []] = await store.columns(
    "SELECT group_id, customer_id FROM small_groups WHERE field = $field",
    { field },
  );
  const customersOf = new Map<number, number[]>();
  ids.forEach((id, row) => {
    const known = customersOf.get(id);
    if (known === undefined) customersOf.set(id, [members[row] ?? 0]);
    else known.push(members[row] ?? 0);
  });
  // Asked for every group, and found by going through all lines.
  let several: ReturnType<typeof severalOf> | null = null;
  return {
    customersIn(wanted) {
      const [only] = wanted;
      if (wanted.length === 1 && only !== 0) return sizeOf.get(only ?? 0) ?? 0;
      if (wanted.includes(0) && wanted.length > groups.length) return all;
      if (!wanted.includes(0) && wanted.every((id) => (sizeOf.get(id) ?? 0) <= smallGroup))
        return new Set(wanted.flatMap((id) => customersOf.get(id) ?? [])).size;
      return customersWith(column, customer, new Set(wanted));
    },
    overlaps: () => {
      several ??= severalOf(column, persons);
      return several;
    },
  };
}

/** Distinct customers of the lines that have one of some ids, 0 for none. */
function customersWith(ids: Int32Array, customer: Int32Array, wanted: ReadonlySet<number>): number {
  const customers = new Set<number>();
  ids.forEach((id, line) => {
    if (wanted.has(id)) customers.add(customer[line] ?? 0);
  });
  customers.delete(0);
  return customers.size;
}

/** The groups of one field of customers. */
export const customerTraitQuery = (trait: CustomerTrait) =>
  `SELECT trait_id AS id, traits.value AS name, COUNT(*) AS customers, SUM(purchases) AS purchases, SUM(revenue) AS revenue
FROM customers JOIN customer_totals ON customer_totals.customer_id = customers.customer_id
JOIN traits ON trait_id = ${trait}_id GROUP BY trait_id, traits.value`;

/** Customers and their purchases by a trait that each customer has; null where none has it. */
export async function groupByCustomerTrait(
  store: Store,
  trait: CustomerTrait,
  guests: CountedGroup,
): Promise<FieldGroups | null> {
  const groups = await store.query(customerTraitQuery(trait), groupRow);
  if (groups.length === 0) return null;
  const [missing = none] = await store.query(
    `SELECT COUNT(*) AS customers, COALESCE(SUM(purchases), 0) AS purchases, COALESCE(SUM(revenue), 0) AS revenue
FROM customers JOIN customer_totals ON customer_totals.customer_id = customers.customer_id WHERE ${trait}_id IS NULL`,
    missingRow,
  );
  return { ...withGuests(groups, missing, new Map()), guests };
}

/** All purchases of guests, whose gender and the like nobody knows. */
export async function guestsGroup(
  store: Store,
  { order, personOf, lastCustomer }: LinePersons,
): Promise<CountedGroup> {
  const [found] = await store.query(
    "SELECT 0 AS customers, COALESCE(SUM(purchases), 0) AS purchases, COALESCE(SUM(revenue), 0) AS revenue FROM customer_totals WHERE customer_id IS NULL",
    missingRow,
  );
  const last = personOf[order.at(-1) ?? 0] ?? 0;
  return { id: 0, name: "", guests: Math.max(0, last - lastCustomer), ...(found ?? none) };
}

const wordRow = z.object({ id: z.number(), value: z.string() });

/** The words of all fields by their ids. */
export async function allWords(store: Store): Promise<Map<number, string>> {
  const rows = await store.query("SELECT trait_id AS id, value FROM traits", wordRow);
  return new Map(rows.map(({ id, value }) => [id, value]));
}

/** The words of a field by their ids. */
export async function words(
  store: Store,
  field: PurchaseTrait | CustomerTrait,
): Promise<Map<number, string>> {
  const rows = await store.query("SELECT trait_id AS id, value FROM traits WHERE field = $field", wordRow, {
    field,
  });
  return new Map(rows.map(({ id, value }) => [id, value]));
}
