import { z } from "zod";
import { type FieldName, fieldsThatIdentify } from "../fields/fields.ts";
import type { Dataset } from "../store/open-dataset.ts";

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

/** The identifiers of a dataset, and the names that it publishes. */
export async function identifiersOf({
  table,
  store,
  emails,
  reviewTable = null,
}: Pick<Dataset, "table" | "store" | "emails"> &
  Partial<Pick<Dataset, "reviewTable">>): Promise<Identifiers> {
  const words = await store.query(
    "SELECT value AS word FROM traits UNION SELECT name FROM products UNION SELECT code FROM products",
    wordRow,
  );
  const textsOf = (fields: readonly FieldName[]) =>
    [table, ...(reviewTable === null ? [] : [reviewTable])]
      .flatMap((each) => fields.flatMap((field) => each.column(field)?.texts ?? []))
      .filter((text) => text !== "");
  return {
    customers: [...textsOf(fieldsThatIdentify("customer")), ...emails],
    orders: textsOf(fieldsThatIdentify("order")),
    published: words.flatMap(({ word }) => word ?? []),
  };
}
