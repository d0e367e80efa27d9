import { z } from "zod";
import type { Database } from "../dataset/database.ts";
import type { GroupCounts } from "./groups.ts";

const groupRow = z.object({ name: z.string(), customers: z.number(), purchases: z.number(), revenue: z.number() });
const missingRow = z.object({ customers: z.number(), purchases: z.number() });

/** Groups of one field, and what has no value there. */
export interface TraitGroups {
  groups: GroupCounts[];
  withoutValue: { customers: number; purchases: number };
}

export type PurchaseTrait =
  | "location" | "category" | "season" | "size" | "color" | "payment_method" | "shipping_type" | "discount" | "promo_code";
export type CustomerTrait = "gender" | "subscription" | "preferred_payment_method" | "purchase_frequency";

/** Purchases by a trait that each purchase has; null where none has it. */
export function groupByPurchaseTrait(database: Database, trait: PurchaseTrait): TraitGroups | null {
  const groups = database.query(
    `SELECT traits.value AS name, customers, purchases, revenue FROM (
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
  return { groups, withoutValue };
}

/** Customers and their purchases by a trait that each customer has; null where none has it. */
export function groupByCustomerTrait(database: Database, trait: CustomerTrait): TraitGroups | null {
  const groups = database.query(
    `SELECT traits.value AS name, COUNT(*) AS customers, SUM(purchases) AS purchases, SUM(revenue) AS revenue
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
  return { groups, withoutValue };
}
