import type { FileRows } from "../raw-table.ts";
import type { TextColumn } from "../text-column.ts";
import { parseDay } from "./date.ts";
import { foldSpaces } from "./text.ts";

/** Rows that follow each other on different days: fewer prove nothing. */
const leastSteps = 12;
/** Part of the steps that lead one way in a file that is sorted by date. */
const sorted = 0.98;
/** Part of them up to which a file is not sorted. */
const unsorted = 0.9;

/**
 * The order of day and month in which a file's rows follow each other by date, earliest or latest first, where in the other order
 * they do not; null where that tells nothing.
 */
export function orderOfRows(column: TextColumn, file: FileRows | undefined): "dmy" | "mdy" | null {
  if (file === undefined) return null;
  const [dayFirst, monthFirst] = (["dmy", "mdy"] as const).map((format) => {
    const days = column.texts.map((text) => parseDay(foldSpaces(text), format));
    let up = 0;
    let down = 0;
    let before: number | null = null;
    for (let row = file.firstRow; row < file.endRow; row += 1) {
      const day = days[column.code(row)] ?? null;
      if (day === null) continue;
      if (before !== null && day > before) up += 1;
      if (before !== null && day < before) down += 1;
      before = day;
    }
    return { steps: up + down, way: Math.max(up, down) / Math.max(1, up + down) };
  });
  if (dayFirst === undefined || monthFirst === undefined) return null;
  if (Math.min(dayFirst.steps, monthFirst.steps) < leastSteps) return null;
  if (dayFirst.way >= sorted && monthFirst.way <= unsorted) return "dmy";
  return monthFirst.way >= sorted && dayFirst.way <= unsorted ? "mdy" : null;
}
