import { z } from "zod";
import type { TraitColumn } from "../fields/traits.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import { smallGroup } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import type { CustomersIn, GroupCounts } from "./groups.ts";

const groupRow = z.object({
  id: z.number(),
  name: z.string(),
  customers: z.number(),
  purchases: z.number(),
  revenue: z.number(),
});
const missingRow = z.object({ customers: z.number(), purchases: z.number(), revenue: z.number() });

const none = { customers: 0, purchases: 0, revenue: 0 };

/** Groups of one field, and what has no value there. */
export interface TraitGroups {
  groups: GroupCounts[];
  withoutValue: GroupCounts;
  /** Where a customer may be in several groups. */
  customersIn?: CustomersIn;
}

export type PurchaseTrait = TraitColumn<"purchase">;
export type CustomerTrait = TraitColumn<"customer">;

/** The groups of one field of purchases. */
export const purchaseTraitQuery = `SELECT traits.trait_id AS id, traits.value AS name, customers, purchases, revenue
FROM trait_totals JOIN traits ON traits.trait_id = trait_totals.trait_id WHERE trait_totals.field = $field`;

/** Purchases by a trait that each purchase has; null where none has it. */
export async function groupByPurchaseTrait(store: Store, trait: PurchaseTrait): Promise<TraitGroups | null> {
  const groups = await store.query(purchaseTraitQuery, groupRow, { field: trait });
  if (groups.length === 0) return null;
  const [missing = none] = await store.query(
    "SELECT customers, purchases, revenue FROM trait_totals WHERE field = $field AND trait_id IS NULL",
    missingRow,
    { field: trait },
  );
  return {
    ...named(groups),
    withoutValue: { name: "", ...missing },
    customersIn: await distinctCustomers(store, trait, groups),
  };
}

/**
 * Counts the customers of some of the groups, each once. `field` is a trait of purchases or `product`; the group
 * without a name is that of the purchases without a value.
 */
export async function distinctCustomers(
  store: Store,
  field: PurchaseTrait | "product",
  groups: readonly { id: number; name: string; customers: number }[],
): Promise<CustomersIn> {
  const byName = new Map<string, (typeof groups)[number][]>();
  for (const group of groups) byName.set(group.name, [...(byName.get(group.name) ?? []), group]);
  // Small groups have a table of their own; the lines are gone through only where a larger one is among them.
  const [ids = [], members = []] = await store.columns(
    "SELECT group_id, customer_id FROM small_groups WHERE field = $field",
    { field },
  );
  const customersOf = new Map<number, number[]>();
  ids.forEach((id, row) => {
    const customer = members[row] ?? 0;
    const known = customersOf.get(id);
    if (known === undefined) customersOf.set(id, [customer]);
    else known.push(customer);
  });
  const lines = await store.lines();
  return (some) => {
    const wanted = some.flatMap(({ name }) => byName.get(name) ?? []);
    const isUnknownWanted = some.some(({ name }) => name === "");
    if (!isUnknownWanted && wanted.every(({ customers }) => customers <= smallGroup)) {
      return new Set(wanted.flatMap(({ id }) => customersOf.get(id) ?? [])).size;
    }
    return customersWith(
      lines,
      field,
      new Set([...wanted.map(({ id }) => id), ...(isUnknownWanted ? [0] : [])]),
    );
  };
}

/** Distinct customers of the lines that have one of some ids, 0 for none. */
function customersWith(
  { count, customer, product, traits }: PurchaseLines,
  field: PurchaseTrait | "product",
  wanted: ReadonlySet<number>,
): number {
  const ids = field === "product" ? product : traits.get(field);
  const customers = new Set<number>();
  for (let line = 0; line < count; line += 1) {
    if (wanted.has(ids?.[line] ?? 0)) customers.add(customer[line] ?? 0);
  }
  customers.delete(0);
  return customers.size;
}

function named(groups: readonly z.output<typeof groupRow>[]): { groups: GroupCounts[] } {
  return {
    groups: groups.map(({ name, customers, purchases, revenue }) => ({
      name,
      customers,
      purchases,
      revenue,
    })),
  };
}

/** Customers and their purchases by a trait that each customer has; null where none has it. */
export async function groupByCustomerTrait(store: Store, trait: CustomerTrait): Promise<TraitGroups | null> {
  const groups = await store.query(
    `SELECT trait_id AS id, traits.value AS name, COUNT(*) AS customers, SUM(purchases) AS purchases, SUM(revenue) AS revenue
FROM customers JOIN customer_totals ON customer_totals.customer_id = customers.customer_id
JOIN traits ON trait_id = ${trait}_id GROUP BY trait_id, traits.value`,
    groupRow,
  );
  if (groups.length === 0) return null;
  const [missing = none] = await store.query(
    `SELECT COUNT(*) AS customers, COALESCE(SUM(purchases), 0) AS purchases, COALESCE(SUM(revenue), 0) AS revenue
FROM customers JOIN customer_totals ON customer_totals.customer_id = customers.customer_id WHERE ${trait}_id IS NULL`,
    missingRow,
  );
  return { ...named(groups), withoutValue: { name: "", ...missing } };
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
