import { InputError } from "../errors.ts";
import { type FieldName, fieldDefinition } from "../fields/fields.ts";
import { isMissing } from "./clean/text.ts";
import type { Mapping } from "./map.ts";
import { TextColumn } from "./text-column.ts";

/** The mapped cells of all files as text, with each row's place. Rows are numbered from 0 over all files. */
export class RawTable {
  rows = 0;
  readonly columns = new Map<FieldName, TextColumn>();
  readonly #files: { name: string; firstRow: number; headers: Map<FieldName, string> }[] = [];
  #capacity = 4096;
  #lines = new Uint32Array(this.#capacity);
  /** A hash of the cells that are not kept, so that equal rows can be told from rows that differ there. */
  #rest = new Int32Array(this.#capacity);

  /** Starts a file, its header on a line of it. Rows that follow are its rows. */
  beginFile(name: string, mapping: Mapping, headerLine = 1): FileWriter {
    const headers = new Map(
      [...mapping.columns].map(([field, index]) => [field, mapping.headers[index] ?? field]),
    );
    this.#files.push({ name, firstRow: this.rows, headers });
    for (const field of mapping.columns.keys()) {
      if (!this.columns.has(field)) this.columns.set(field, new TextColumn(this.#capacity));
    }
    return new FileWriter(this, name, mapping, headerLine);
  }

  /** Forgets the file begun last, and its rows. */
  dropLastFile(): void {
    const file = this.#files.pop();
    if (file === undefined) return;
    for (const [field, column] of this.columns) {
      if (this.headers(field).length === 0) this.columns.delete(field);
      else column.codes.fill(0, file.firstRow, this.rows);
    }
    this.rows = file.firstRow;
  }

  column(field: FieldName): TextColumn | undefined {
    return this.columns.get(field);
  }

  /** Whether the file of a row has a column for the field. */
  hasField(row: number, field: FieldName): boolean {
    return this.#files.findLast((file) => file.firstRow <= row)?.headers.has(field) === true;
  }

  /** File, line and header of a row's field. */
  place(row: number, field: FieldName): { file: string; line: number; column: string } {
    const file = this.#files.findLast((candidate) => candidate.firstRow <= row);
    return {
      file: file?.name ?? "",
      line: this.#lines[row] ?? 0,
      column: file?.headers.get(field) ?? fieldDefinition(field).label,
    };
  }

  /** Each file's rows: from `firstRow` up to, not including, `endRow`. */
  files(): { name: string; firstRow: number; endRow: number }[] {
    return this.#files.map(({ name, firstRow }, index) => ({
      name,
      firstRow,
      endRow: this.#files[index + 1]?.firstRow ?? this.rows,
    }));
  }

  /** The header of a field; where files differ, each header once. */
  header(field: FieldName): string {
    return [...new Set(this.headers(field))].join(", ") || fieldDefinition(field).label;
  }

  /** The headers of a field in all files that have it. */
  headers(field: FieldName): string[] {
    return this.#files.flatMap((file) => file.headers.get(field) ?? []);
  }

  /** The number of the row's rest hash. */
  rest(row: number): number {
    return this.#rest[row] ?? 0;
  }

  addRow(line: number, rest: number): number {
    if (this.rows === this.#capacity) this.#grow();
    const row = this.rows++;
    this.#lines[row] = line;
    this.#rest[row] = rest;
    return row;
  }

  #grow(): void {
    this.#capacity *= 2;
    const lines = new Uint32Array(this.#capacity);
    lines.set(this.#lines);
    this.#lines = lines;
    const rest = new Int32Array(this.#capacity);
    rest.set(this.#rest);
    this.#rest = rest;
    for (const column of this.columns.values()) column.grow(this.#capacity);
  }
}

/** Takes the rows of one file into the table. */
class FileWriter {
  #line: number;
  readonly #table: RawTable;
  readonly #name: string;
  readonly #width: number;
  readonly #cells: { index: number; column: TextColumn; presence: boolean }[];
  /** Columns whose text is not kept, but tells rows apart. */
  readonly #hashed: readonly number[];

  constructor(table: RawTable, name: string, mapping: Mapping, headerLine: number) {
    this.#table = table;
    this.#name = name;
    this.#width = mapping.headers.length;
    this.#cells = [...mapping.columns].flatMap(([field, index]) => {
      const column = table.column(field);
      return column === undefined
        ? []
        : [{ index, column, presence: fieldDefinition(field).rule === "presence" }];
    });
    this.#hashed = [
      ...mapping.unmapped,
      ...this.#cells.filter(({ presence }) => presence).map(({ index }) => index),
    ];
    this.#line = headerLine + 1 + newlines(mapping.headers);
  }

  /**
   * Adds rows in the order of the file, and gives the number of line breaks within their cells. Throws an
   * InputError for a row of another width than the header.
   */
  add(rows: readonly (readonly string[])[]): number {
    let breaks = 0;
    for (const row of rows) {
      const line = this.#line;
      const within = newlines(row);
      breaks += within;
      this.#line += 1 + within;
      if (row.length === 1 && (row[0] ?? "").trim() === "") continue;
      if (row.length !== this.#width) this.#checkWidth(row, line);
      let rest = 0;
      for (const index of this.#hashed) rest = hashText(row[index] ?? "", rest);
      const number = this.#table.addRow(line, rest);
      for (const { index, column, presence } of this.#cells) {
        const text = row[index] ?? "";
        if (presence) column.set(number, presenceOf(text));
        else column.set(number, text);
      }
    }
    return breaks;
  }

  #checkWidth(row: readonly string[], line: number): void {
    if (row.length > this.#width && row.slice(this.#width).every((cell) => cell.trim() === "")) return;
    throw new InputError(
      `the row has ${row.length} ${row.length === 1 ? "cell" : "cells"}, the header has ${this.#width}`,
      `Put cells that hold the delimiter or a line break in double quotes, and give every row ${this.#width} cells.`,
      { file: this.#name, line },
    );
  }
}

/** What is kept of a cell that only tells by being filled. Words for no value are reported later, as written. */
function presenceOf(text: string): string {
  const cell = text.trim();
  return cell === "" || isMissing(cell) ? cell : "yes";
}

/** Line breaks within the cells of a row: a quoted cell may hold some. */
function newlines(row: readonly string[]): number {
  let count = 0;
  for (const cell of row) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count += 1;
  }
  return count;
}

/** FNV-1a over UTF-16 units, with a separator; only ever compared within one run. */
function hashText(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return Math.imul(hash ^ 0x1f, 0x01000193);
}
