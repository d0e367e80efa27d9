import type { z } from "zod";
import type { PurchaseLines } from "./purchase-lines.ts";

/** What a question leaves open, by name: `{ field: "season" }` for `$field`. */
export type Parameters = Readonly<Record<string, number | string | null>>;

/**
 * The loaded dataset, asked with SQL: the star schema of schema.ts, in the common core of the language (SELECT, JOIN,
 * GROUP BY, CASE, window functions). tests/store/conformance.ts is what any engine behind it must pass.
 */
export interface Store {
  /**
   * The rows of a question, each parsed by `row`: a column that is missing or of another type throws here,
   * not later on a page. Rows come in no order that the question does not ask for.
   */
  query<Row>(sql: string, row: z.ZodType<Row>, parameters?: Parameters): Promise<Row[]>;
  /**
   * The columns of a question that gives numbers only, in its order, NaN for NULL: for rows by the thousand.
   * Text throws here.
   */
  columns(sql: string, parameters?: Parameters): Promise<Float64Array[]>;
  /** The purchases as arrays, for questions that take every line at once. The same arrays every time. */
  lines(): Promise<PurchaseLines>;
  /** Frees what the store holds; it is asked nothing after that. */
  close(): Promise<void>;
}
