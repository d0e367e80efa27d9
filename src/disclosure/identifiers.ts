import { z } from "zod";
import type { RawTable } from "../dataset/raw-table.ts";
import type { FieldName } from "../fields/fields.ts";
import type { Store } from "../store/store.ts";

/** What must not leave the build, and what is published though it may read the same. */
export interface Identifiers {
  /** Every text that names a customer, as it stood in the data. */
  customers: string[];
  /** Every text that names an order or a line of it. */
  orders: string[];
  /** Names of products, places and other groups. */
  published: string[];
}

const wordRow = z.object({ word: z.string().nullable() });

/** The identifiers of a table, and the words of the store that it was loaded into. */
export async function identifiersOf(table: RawTable, store: Store): Promise<Identifiers> {
  const words = await store.query(
    "SELECT value AS word FROM traits UNION SELECT name FROM products UNION SELECT code FROM products",
    wordRow,
  );
  const textsOf = (...fields: FieldName[]) =>
    fields.flatMap((field) => table.column(field)?.texts ?? []).filter((text) => text !== "");
  return {
    customers: textsOf("customer", "email", "phone", "customerName"),
    orders: textsOf("order", "orderKey", "line"),
    published: words.flatMap(({ word }) => word ?? []),
  };
}
