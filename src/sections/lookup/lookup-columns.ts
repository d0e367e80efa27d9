import type { CsvCell } from "../../report/csv.ts";
import type { Formatter } from "../../report/format.ts";
import type { Lookup, LookupRow } from "./lookup.ts";
import { lookupMeanings } from "./words.ts";

/** A column of the list of customers. */
export interface LookupColumn {
  heading: string;
  words: string;
  amount: boolean;
  /** What stands in a file. */
  value: (row: LookupRow) => CsvCell;
  /** What stands on the page. */
  text: (row: LookupRow, format: Formatter) => string;
}

type Column = keyof typeof lookupMeanings;

/** Whether a column holds amounts, what stands in a file, and how the page writes it where it is known. */
const columns: readonly [Column, boolean, LookupColumn["value"], LookupColumn["text"]?][] = [
  ["customer", false, ({ name }) => name],
  ["persona", false, ({ persona }) => persona],
  ["segment", false, ({ segment }) => segment],
  ["recency", true, ({ scores }) => scores?.[0] ?? null],
  ["frequency", true, ({ scores }) => scores?.[1] ?? null],
  ["monetary", true, ({ scores }) => scores?.[2] ?? null],
  ["orders", true, ({ orders }) => orders, ({ orders }, format) => format.count(orders ?? 0)],
  ["purchases", true, ({ purchases }) => purchases, ({ purchases }, format) => format.count(purchases)],
  [
    "revenue",
    true,
    ({ revenue }) => Number(revenue.toPrecision(12)),
    ({ revenue }, format) => format.money(revenue),
  ],
  [
    "expected",
    true,
    ({ expected }) => (expected === null ? null : Number(expected.toPrecision(6))),
    ({ expected }, format) => format.money(expected ?? 0),
  ],
  [
    "alive",
    true,
    ({ alive }) => (alive === null ? null : Number(alive.toFixed(4))),
    ({ alive }, format) => format.share(alive ?? 0),
  ],
  ["lastDay", true, ({ lastDay }) => lastDay, ({ lastDay }, format) => format.day(lastDay ?? "")],
];

/** The columns in which something is known. */
export function lookupColumns({ rows }: Lookup): LookupColumn[] {
  return columns
    .filter(([, , value]) => rows.some((row) => value(row) !== null))
    .map(([name, amount, value, write]) => ({
      ...lookupMeanings[name],
      amount,
      value,
      text: (row, format) => {
        const known = value(row);
        return known === null ? "" : (write?.(row, format) ?? String(known));
      },
    }));
}
