import { csvOf } from "../../report/csv.ts";
import type { Lookup } from "./lookup.ts";
import { lookupColumns } from "./lookup-columns.ts";

/** Every customer of a lookup as CSV: ISO dates, plain numbers. */
export function lookupCsv(lookup: Lookup): string {
  const columns = lookupColumns(lookup);
  return csvOf([
    columns.map(({ heading }) => heading),
    ...lookup.rows.map((row) => columns.map(({ value }) => value(row))),
  ]);
}
