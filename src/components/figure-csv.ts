import { type CsvCell, csvOf } from "../report/csv.ts";
import { numberHeading } from "../report/words/sharing.ts";
import type { PlacedFigure } from "./placed-figure.ts";

/**
 * A figure's data as CSV: its table as it is written, then a column of plain numbers, to twelve digits, for each
 * column whose numbers are known.
 */
export function figureCsv({ table, numbers }: Pick<PlacedFigure, "table" | "numbers">): string {
  const headings = [...table.headings, ...numbers.map(({ heading }) => numberHeading(heading))];
  const rows = table.rows.map((row, index): CsvCell[] => [
    ...row,
    ...numbers.map(({ values }) => {
      const value = values[index] ?? null;
      return value === null ? null : Number(value.toPrecision(12));
    }),
  ]);
  return csvOf([headings, ...rows]);
}
