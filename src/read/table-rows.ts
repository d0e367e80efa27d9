import type { LeftOut, RowHandler } from "./row-source.ts";
import { closingRows, filledCells, findTable, type Row } from "./table-shape.ts";

/** So many rows are looked at for the header. */
const lookedAt = 100;
/** So many rows are kept back: those at the end may be none of the table. */
const keptBack = 30;

/**
 * Finds the table among the rows of a file and hands it on: what stands above its header and below its last row, and
 * the header where it stands again, is left out.
 */
export class TableRows {
  readonly leftOut: LeftOut[] = [];
  readonly #handler: RowHandler;
  readonly #file: string;
  readonly #header: boolean | undefined;
  /** Rows before the table is found, afterwards the last ones that came. */
  #waiting: Row[] = [];
  #names: Row | undefined;
  /** Filled cells that a row of the table usually has. */
  #usual = 1;
  /** The line of the first waiting row. */
  #line = 1;

  /** @param header false: there is none; true: there is, whatever it looks like; undefined: it is looked for */
  constructor(handler: RowHandler, file: string, header: boolean | undefined) {
    this.#handler = handler;
    this.#file = file;
    this.#header = header;
  }

  /** The line behind all rows that came, and behind others that follow them. */
  lineAfter(rows: readonly Row[]): number {
    return this.#line + linesOf(this.#waiting) + linesOf(rows);
  }

  /** Takes the next rows. Throws an InputError where there is no header. */
  add(rows: readonly Row[]): void {
    const all = this.#waiting.concat(rows);
    this.#waiting = all;
    if (this.#names === undefined) {
      if (all.length < lookedAt) return;
      this.#begin();
    }
    if (this.#names === undefined || all.length <= keptBack) return;
    this.#waiting = all.splice(all.length - keptBack);
    this.#handOn(all);
  }

  /** To be called behind the last row. */
  end(): void {
    if (this.#names === undefined) this.#begin();
    if (this.#names === undefined) return;
    const names = this.#names;
    const closing = closingRows(this.#waiting, names.length, this.#usual);
    const rows = this.#waiting;
    this.#waiting = [];
    this.#handOn(
      rows,
      closing.map(({ index, kind }) => [index, kind]),
    );
  }

  #begin(): void {
    const found = findTable(this.#waiting, this.#header, this.#file, (index) => this.#lineOf(index));
    if (found === undefined) return;
    const { names, above, first, usual } = found;
    for (const index of above) this.leftOut.push({ kind: "above", line: this.#lineOf(index) });
    const headerLine = this.#lineOf(Math.max(first - 1, 0));
    const line = this.#lineOf(first);
    this.#waiting.splice(0, first);
    this.#names = names;
    this.#usual = usual;
    this.#line = line;
    this.#handler.onHeader(names, this.#header === false ? line - 1 : headerLine);
  }

  #handOn(rows: Row[], left: readonly (readonly [number, LeftOut["kind"]])[] = []): void {
    const names = this.#names ?? [];
    const kinds = new Map(left);
    const [head = ""] = names;
    // Nearly every row differs from the header in its first cell; this runs once a row.
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? [];
      const [first = ""] = row;
      if (first.length >= head.length && first.includes(head) && sameCells(row, names))
        kinds.set(index, "header");
    }
    for (const [index, kind] of kinds) {
      const row = rows[index];
      if (row === undefined) continue;
      this.leftOut.push({ kind, line: this.#line + linesOf(rows.slice(0, index)) });
      // Its line breaks still count.
      rows[index] = ["\n".repeat(linesOf([row]) - 1)];
    }
    this.#line += rows.length + this.#handler.onRows(rows);
  }

  #lineOf(index: number): number {
    return this.#line + linesOf(this.#waiting.slice(0, index));
  }
}

function sameCells(row: Row, names: Row): boolean {
  return (
    row.length >= names.length &&
    filledCells(row) > 0 &&
    row.every((cell, index) => cell.trim() === (names[index] ?? ""))
  );
}

/** The lines that rows take. */
function linesOf(rows: readonly Row[]): number {
  let lines = rows.length;
  for (const row of rows) {
    for (const cell of row) if (cell.includes("\n")) lines += cell.split("\n").length - 1;
  }
  return lines;
}
