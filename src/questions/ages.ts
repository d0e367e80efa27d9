import { z } from "zod";
import { sum } from "../statistics/describe/sum.ts";
import type { Store } from "../store/store.ts";
import type { CountedGroup, FieldGroups } from "./groups.ts";
import type { PersonsValues } from "./persons.ts";

const ageRow = z.object({
  age: z.number().nullable(),
  customers: z.number(),
  purchases: z.number(),
  revenue: z.number(),
});

/** Customers and their purchases by age, NULL for those of no known age. */
export const ageQuery = `SELECT age, COUNT(*) AS customers, SUM(purchases) AS purchases, SUM(revenue) AS revenue
FROM customers JOIN customer_totals ON customer_totals.customer_id = customers.customer_id GROUP BY age`;

/**
 * Ages of customers, one a customer, and groups from each lower bound up to the next, left-closed. Null without ages.
 */
export async function ages(
  store: Store,
  lowerBounds: readonly number[],
  guests: CountedGroup,
): Promise<(FieldGroups & { values: PersonsValues }) | null> {
  const rows = await store.query(ageQuery, ageRow);
  const known = rows.flatMap(({ age, ...counts }) => (age === null ? [] : [{ age, ...counts }]));
  const values = Float64Array.from(known.flatMap(({ age, customers }) => Array<number>(customers).fill(age)));
  if (values.length === 0) return null;
  const without = rows.find(({ age }) => age === null);
  const groups = [0, ...lowerBounds].map((from, index): CountedGroup => {
    const to = lowerBounds[index] ?? Number.POSITIVE_INFINITY;
    const within = known.filter(({ age }) => age >= from && age < to);
    const total = (of: "customers" | "purchases" | "revenue") => sum(within.map((row) => row[of]));
    return {
      id: index + 1,
      name: ageGroupName(from, to),
      guests: 0,
      customers: total("customers"),
      purchases: total("purchases"),
      revenue: total("revenue"),
    };
  });
  return {
    values: { values, persons: Float64Array.from(values.keys()) },
    groups: groups.filter(({ customers }) => customers > 0),
    guests,
    missing: {
      id: 0,
      name: "",
      guests: 0,
      customers: without?.customers ?? 0,
      purchases: without?.purchases ?? 0,
      revenue: without?.revenue ?? 0,
    },
  };
}

/** `under 18`, `18–24`, `65+` */
export function ageGroupName(from: number, to: number): string {
  if (from === 0) return `under ${to}`;
  if (to === Number.POSITIVE_INFINITY) return `${from}+`;
  return to - from === 1 ? `${from}` : `${from}–${to - 1}`;
}
