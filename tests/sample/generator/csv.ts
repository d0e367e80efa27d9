import Papa from "papaparse";
import { COLUMNS, type Row } from "./row.ts";

/** The text of the CSV file. */
export function toCsv(rows: readonly Row[]): string {
  const data = rows.map((row) => COLUMNS.map((column) => row[column]));
  return `${Papa.unparse({ fields: [...COLUMNS], data }, { newline: "\n" })}\n`;
}
