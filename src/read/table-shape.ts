import { InputError } from "../errors.ts";
import type { LeftOut } from "./row-source.ts";

export type Row = readonly string[];

/** Where a table begins. */
export interface FoundTable {
  names: string[];
  /** Indices of the rows above it that are not blank. */
  above: number[];
  /** Index of its first row behind the header. */
  first: number;
  /** Filled cells that a row usually has. */
  usual: number;
}

/**
 * Finds the header among the first rows of a file: the first row that is as wide as most and names its columns. Undefined
 * where every row is blank. Throws an InputError where the first row looks like data: whether it is a header is never guessed.
 *
 * @param header false: there is none, and columns are called `column 1` and so on; true: the first row that is not blank
 */
export function findTable(
  rows: readonly Row[],
  header: boolean | undefined,
  file: string,
  lineOf: (index: number) => number,
): FoundTable | undefined {
  const start = rows.findIndex((row) => filledCells(row) > 0);
  if (start < 0) return undefined;
  const width = commonWidth(rows);
  if (header === false) {
    const names = Array.from({ length: width }, (_, index) => `column ${index + 1}`);
    return { names, above: [], first: start, usual: usualCells(rows.slice(start)) };
  }
  const usual = usualCells(rows.slice(start + 1));
  const at = header === true ? start : headerIndex(rows, start, width, usual);
  const names = (rows[at] ?? []).map((cell) => cell.trim());
  if (header === undefined && holdsData(names, rows.slice(at + 1))) {
    throw new InputError(
      "the file has no header line: its first row holds data",
      'Write a line with the names of the columns above it; or say in report.yaml beside the data that there is none, and which column is which:\nheader: false\ncolumns:\n  customer: "column 1"\n  amount: "column 2"\nIf it is a header all the same: header: true',
      { file, line: lineOf(at) },
    );
  }
  const above = [...rows.keys()].slice(start, at).filter((index) => filledCells(rows[index] ?? []) > 0);
  return { names, above, first: at + 1, usual };
}

/** A row at the end that is none of the table's. */
export interface ClosingRow {
  index: number;
  kind: LeftOut["kind"];
}

const totalWords =
  /^(?:(?:grand|sub|over-?all)[ -]?)?(?:totals?|sum)$|^(?:gesamt|summe|gesamtsumme|gesamtbetrag|zwischensumme|total g[eé]n[eé]ral|somme|total geral|suma|totale|totale generale|totaal|eindtotaal|toplam|genel toplam|razem|suma|łącznie|итого|всего|合計|総計|総合計|小計|合计|总计|總計|总额)$/i;

/**
 * The rows at the end of a file that are none of the table: a row of totals, a remark in one cell, and what stands below an
 * empty line with clearly fewer cells than rows have.
 */
export function closingRows(rows: readonly Row[], width: number, usual: number): ClosingRow[] {
  const closing = new Map<number, LeftOut["kind"]>();
  const isThin = (row: Row) => filledCells(row) < usual * 0.6;
  // Below the first empty line of the last rows that has nothing but thin rows below it.
  let below = rows.length;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index] ?? [];
    if (filledCells(row) === 0) below = index;
    else if (!isThin(row)) break;
  }
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index] ?? [];
    if (filledCells(row) === 0) continue;
    if (isTotal(row, width, usual)) closing.set(index, "total");
    else if (index > below || isRemark(row, width, usual)) closing.set(index, "below");
    else break;
  }
  return [...closing].map(([index, kind]) => ({ index, kind })).sort((a, b) => a.index - b.index);
}

/** The number of cells that are not blank. */
export function filledCells(row: Row): number {
  let filled = 0;
  for (const cell of row) if (cell !== "" && cell.trim() !== "") filled += 1;
  return filled;
}

function isTotal(row: Row, width: number, usual: number): boolean {
  const first = row.find((cell) => cell.trim() !== "")?.trim() ?? "";
  if (!totalWords.test(first.replace(/\s*:$/, ""))) return false;
  return filledCells(row) < usual || width <= 3;
}

/** A sentence in a cell of its own, such as "(500 rows affected)". */
function isRemark(row: Row, width: number, usual: number): boolean {
  if (width < 3 || usual < 3 || filledCells(row) !== 1) return false;
  return /\p{L}.*[\s:]|[\s:].*\p{L}/u.test(row.find((cell) => cell.trim() !== "") ?? "");
}

/** The number of cells that most rows have, of equals that of the first. */
function commonWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    if (filledCells(row) > 0) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [1, 0] as const)[0];
}

/** The median number of filled cells of the rows that have any. */
function usualCells(rows: readonly Row[]): number {
  const filled = rows
    .map(filledCells)
    .filter((cells) => cells > 0)
    .sort((a, b) => a - b);
  return filled[filled.length >> 1] ?? 1;
}

/** The first row as wide as most with names in most of its cells, if only narrow rows stand above it; else the first row. */
function headerIndex(rows: readonly Row[], start: number, width: number, usual: number): number {
  for (let index = start; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    const filled = filledCells(row);
    if (filled === 0) continue;
    if (row.length >= width && filled * 2 >= width && filled >= usual * 0.6) {
      return index === start || row.every((cell) => kindOf(cell) === "text" || kindOf(cell) === "empty")
        ? index
        : start;
    }
    if (filled > Math.max(1, usual / 2)) return start;
  }
  return start;
}

type CellKind = "empty" | "text" | "whole" | "decimal" | "date" | "e-mail";

function kindOf(cell: string): CellKind {
  const text = cell.trim();
  if (text === "") return "empty";
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return "e-mail";
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)/.test(text)) return "date";
  if (/^[-(]?\p{Sc}?\s?\d[\d.,' ]*[.,]\d+\)?\s?\p{Sc}?$/u.test(text)) return "decimal";
  return /^[-+]?\d+$/.test(text) ? "whole" : "text";
}

/** Whether a would-be header holds what the rows below hold: a date, an amount, an address, or numbers for the most part. */
function holdsData(names: readonly string[], rows: readonly Row[]): boolean {
  const kinds = names.map(kindOf);
  const alike = kinds.map((kind, column) => {
    if (kind === "text" || kind === "empty") return false;
    const below = rows.map((row) => kindOf(row[column] ?? "")).filter((other) => other !== "empty");
    const same = below.filter((other) => other === kind || (kind === "decimal" && other === "whole"));
    return below.length > 0 && same.length >= below.length * 0.8;
  });
  const certain = kinds.some((kind, column) => alike[column] === true && kind !== "whole");
  const numbers = alike.filter(Boolean).length;
  return certain || numbers * 2 > kinds.filter((kind) => kind !== "empty").length;
}
