import { z } from "zod";
import type { Database } from "./database.ts";
import type { FieldName } from "./fields.ts";
import type { RawTable } from "./raw-table.ts";

/** What must not leave the build, and what is published though it may read the same. */
export interface Identifiers {
  /** Every text that names a customer, an order or a line of it, as it stood in the data. */
  texts: string[];
  /** Names of products, places and other groups. */
  published: string[];
}

const personal: readonly FieldName[] = ["customer", "order", "line"];
const wordRow = z.object({ word: z.string().nullable() });

/** The identifiers of a table, and the words of the database that it was loaded into. */
export function identifiersOf(table: RawTable, database: Database): Identifiers {
  const words = database.query(
    "SELECT value AS word FROM traits UNION SELECT name FROM products UNION SELECT code FROM products",
    wordRow,
  );
  return {
    texts: personal.flatMap((field) => table.column(field)?.texts ?? []).filter((text) => text !== ""),
    published: words.flatMap(({ word }) => word ?? []),
  };
}
