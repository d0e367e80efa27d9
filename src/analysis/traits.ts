import { z } from "zod";
import type { Database } from "../dataset/database.ts";
import type { CustomersIn, GroupCounts } from "./groups.ts";

const groupRow = z.object({
  id: z.number(),
  name: z.string(),
  customers: z.number(),
  purchases: z.number(),
  revenue: z.number(),
});
const customersRow = z.object({ customers: z.number() });
const missingRow = z.object({ customers: z.number(), purchases: z.number() });

/** Groups of one field, and what has no value there. */
export interface TraitGroups {
  groups: GroupCounts[];
  withoutValue: { customers: number; purchases: number };
  /** Where a customer may be in several groups. */
  customersIn?: CustomersIn;
}

export type PurchaseTrait =
  | "location"
  | "category"
  | "season"
  | "size"
  | "color"
  | "payment_method"
  | "shipping_type"
  | "discount"
  | "promo_code";
export type CustomerTrait = "gender" | "subscription" | "preferred_payment_method" | "purchase_frequency";

/** Purchases by a trait that each purchase has; null where none has it. */
export function groupByPurchaseTrait(database: Database, trait: PurchaseTrait): TraitGroups | null {
  const groups = database.query(
    `SELECT trait AS id, traits.value AS name, customers, purchases, revenue FROM (
  SELECT ${trait}_id AS trait, COUNT(DISTINCT customer_id) AS customers, COUNT(*) AS purchases, SUM(amount) AS revenue
  FROM transactions WHERE ${trait}_id IS NOT NULL GROUP BY ${trait}_id
) AS grouped JOIN traits ON trait_id = trait`,
    groupRow,
  );
  if (groups.length === 0) return null;
  const [withoutValue = { customers: 0, purchases: 0 }] = database.query(
    `SELECT COUNT(DISTINCT customer_id) AS customers, COUNT(*) AS purchases FROM transactions WHERE ${trait}_id IS NULL`,
    missingRow,
  );
  return { ...named(groups), withoutValue, customersIn: distinctCustomers(database, `${trait}_id`, groups) };
}

/** Counts the customers of some of the groups, each once, by the column of transactions that tells groups apart. */
export function distinctCustomers(
  database: Database,
  column: string,
  groups: readonly { id: number; name: string }[],
): CustomersIn {
  const ids = new Map<string, number[]>();
  for (const { id, name } of groups) ids.set(name, [...(ids.get(name) ?? []), id]);
  return (some) => {
    const wanted = some.flatMap(({ name }) => ids.get(name) ?? []);
    // Numbers of our own: as parameters they could be more than a statement takes.
    const sql = `SELECT COUNT(DISTINCT customer_id) AS customers FROM transactions WHERE ${column} IN (${wanted.join(",")})`;
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
  const [withoutValue = { customers: 0, purchases: 0 }] = database.query(
    `SELECT COUNT(*) AS customers, COALESCE(SUM(purchases), 0) AS purchases
FROM customers JOIN customer_totals ON customer_totals.customer_id = customers.customer_id WHERE ${trait}_id IS NULL`,
    missingRow,
  );
  return { ...named(groups), withoutValue };
}
