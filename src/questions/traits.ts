import { z } from "zod";
import type { Database } from "../store/database.ts";
import type { PurchaseTraitColumn } from "../store/load/traits.ts";
import { smallGroup } from "../store/schema.ts";
import type { CustomersIn, GroupCounts } from "./groups.ts";

const groupRow = z.object({
  id: z.number(),
  name: z.string(),
  customers: z.number(),
  purchases: z.number(),
  revenue: z.number(),
});
const customersRow = z.object({ customers: z.number() });
const missingRow = z.object({ customers: z.number(), purchases: z.number(), revenue: z.number() });

const none = { customers: 0, purchases: 0, revenue: 0 };

/** Groups of one field, and what has no value there. */
export interface TraitGroups {
  groups: GroupCounts[];
  withoutValue: GroupCounts;
  /** Where a customer may be in several groups. */
  customersIn?: CustomersIn;
}

export type PurchaseTrait = PurchaseTraitColumn;
export type CustomerTrait = "gender" | "subscription" | "preferred_payment_method" | "purchase_frequency";

/** The groups of one field of purchases. */
export const purchaseTraitQuery = `SELECT traits.trait_id AS id, traits.value AS name, customers, purchases, revenue
FROM trait_totals JOIN traits ON traits.trait_id = trait_totals.trait_id WHERE trait_totals.field = $field`;

/** Purchases by a trait that each purchase has; null where none has it. */
export function groupByPurchaseTrait(database: Database, trait: PurchaseTrait): TraitGroups | null {
  const groups = database.query(purchaseTraitQuery, groupRow, { $field: trait });
  if (groups.length === 0) return null;
  const [missing = none] = database.query(
    "SELECT customers, purchases, revenue FROM trait_totals WHERE field = $field AND trait_id IS NULL",
    missingRow,
    { $field: trait },
  );
  return {
    ...named(groups),
    withoutValue: { name: "", ...missing },
    customersIn: distinctCustomers(database, trait, groups),
  };
}

/**
 * Counts the customers of some of the groups, each once. `field` is a trait of purchases or `product`; the group
 * without a name is that of the purchases without a value.
 */
export function distinctCustomers(
  database: Database,
  field: PurchaseTrait | "product",
  groups: readonly { id: number; name: string; customers: number }[],
): CustomersIn {
  const byName = new Map<string, (typeof groups)[number][]>();
  for (const group of groups) byName.set(group.name, [...(byName.get(group.name) ?? []), group]);
  return (some) => {
    const wanted = some.flatMap(({ name }) => byName.get(name) ?? []);
    const orNone = some.some(({ name }) => name === "") ? ` OR ${field}_id IS NULL` : "";
    // Numbers of our own: as parameters they could be more than a statement takes.
    const ids = wanted.map(({ id }) => id).join(",");
    // Small groups have a table of their own; the lines are scanned only where a larger one is among them.
    const isSmall = orNone === "" && wanted.every(({ customers }) => customers <= smallGroup);
    const sql = isSmall
      ? `SELECT COUNT(DISTINCT customer_id) AS customers FROM small_groups WHERE field = '${field}' AND group_id IN (${ids})`
      : `SELECT COUNT(DISTINCT customer_id) AS customers FROM transactions WHERE ${field}_id IN (${ids})${orNone}`;
    return database.query(sql, customersRow)[0]?.customers ?? 0;
  };
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
export function groupByCustomerTrait(database: Database, trait: CustomerTrait): TraitGroups | null {
  const groups = database.query(
    `SELECT trait_id AS id, traits.value AS name, COUNT(*) AS customers, SUM(purchases) AS purchases, SUM(revenue) AS revenue
FROM customers JOIN customer_totals ON customer_totals.customer_id = customers.customer_id
JOIN traits ON trait_id = ${trait}_id GROUP BY trait_id, traits.value`,
    groupRow,
  );
  if (groups.length === 0) return null;
  const [missing = none] = database.query(
    `SELECT COUNT(*) AS customers, COALESCE(SUM(purchases), 0) AS purchases, COALESCE(SUM(revenue), 0) AS revenue
FROM customers JOIN customer_totals ON customer_totals.customer_id = customers.customer_id WHERE ${trait}_id IS NULL`,
    missingRow,
  );
  return { ...named(groups), withoutValue: { name: "", ...missing } };
}

const wordRow = z.object({ id: z.number(), value: z.string() });

/** The words of all fields by their ids. */
export function allWords(database: Database): Map<number, string> {
  return new Map(
    database.query("SELECT trait_id AS id, value FROM traits", wordRow).map(({ id, value }) => [id, value]),
  );
}

/** The words of a field by their ids. */
export function words(database: Database, field: PurchaseTrait | CustomerTrait): Map<number, string> {
  const rows = database.query("SELECT trait_id AS id, value FROM traits WHERE field = $field", wordRow, {
    $field: field,
  });
  return new Map(rows.map(({ id, value }) => [id, value]));
}
