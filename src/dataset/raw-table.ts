import { type FieldName, fieldDefinition } from "../fields/fields.ts";
import type { Platform } from "../fields/platforms.ts";
import { TextColumn } from "./text-column.ts";

/** A file's columns by field, as the table takes them over. */
export interface TablePart {
  name: string;
  rows: number;
  columns: ReadonlyMap<FieldName, { header: string; column: TextColumn }>;
  /** The line of each row in its file. */
  lines: Uint32Array;
  /** A hash of the cells that no field took, so that equal rows can be told from rows that differ there. */
  rest: Int32Array;
  platform: Platform | undefined;
  /** The whole text of a row's review, its title before it; undefined where the file has none. */
  review?: ((row: number) => string) | undefined;
}

/** One file's rows in the table: from `firstRow` up to, not including, `endRow`. */
export interface FileRows {
  name: string;
  firstRow: number;
  endRow: number;
  platform: Platform | undefined;
}

/** The mapped cells of all files as text, with each row's place. Rows are numbered from 0 over all files. */
export class RawTable {
  readonly rows: number;
  readonly columns = new Map<FieldName, TextColumn>();
  readonly #files: (FileRows & { headers: Map<FieldName, string> })[] = [];
  readonly #lines: Uint32Array;
  readonly #rest: Int32Array;
  readonly #reviews: TablePart["review"][] = [];

  /** The files' rows one after another. A single file's columns are taken over as they are. */
  constructor(parts: readonly TablePart[]) {
    this.rows = parts.reduce((rows, part) => rows + part.rows, 0);
    const [only] = parts;
    if (only !== undefined && parts.length === 1) {
      this.#lines = only.lines;
      this.#rest = only.rest;
      for (const [field, { column }] of only.columns) this.columns.set(field, column);
    } else {
      this.#lines = new Uint32Array(this.rows);
      this.#rest = new Int32Array(this.rows);
    }
    let firstRow = 0;
    for (const { name, rows, columns, lines, rest, platform, review } of parts) {
      this.#reviews.push(review);
      const headers = new Map([...columns].map(([field, { header }]) => [field, header]));
      this.#files.push({ name, firstRow, endRow: firstRow + rows, platform, headers });
      if (parts.length > 1) {
        this.#lines.set(lines.subarray(0, rows), firstRow);
        this.#rest.set(rest.subarray(0, rows), firstRow);
        for (const [field, { column }] of columns) {
          let all = this.columns.get(field);
          if (all === undefined) {
            all = new TextColumn(this.rows);
            this.columns.set(field, all);
          }
          all.append(column, rows, firstRow);
        }
      }
      firstRow += rows;
    }
  }

  column(field: FieldName): TextColumn | undefined {
    return this.columns.get(field);
  }

  /** Puts a column in the place of a field's, or takes the field's away; headers stay those of the files. */
  replace(field: FieldName, column: TextColumn | undefined): void {
    if (column === undefined) this.columns.delete(field);
    else this.columns.set(field, column);
  }

  /** Gives a field's column to another field, headers included. */
  rename(field: FieldName, other: FieldName): void {
    const column = this.columns.get(field);
    if (column === undefined) return;
    this.columns.delete(field);
    this.columns.set(other, column);
    for (const { headers } of this.#files) {
      const header = headers.get(field);
      if (header === undefined) continue;
      headers.delete(field);
      headers.set(other, header);
    }
  }

  /** Names further headers that a field's values come from. */
  addHeaders(field: FieldName, others: readonly FieldName[]): void {
    for (const { headers } of this.#files) {
      const all = [field, ...others].flatMap((each) => headers.get(each) ?? []);
      if (all.length > 0) headers.set(field, [...new Set(all)].join(", "));
    }
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

  /** Whether some file has reviews. */
  get hasReviews(): boolean {
    return this.#reviews.some((review) => review !== undefined);
  }

  /** The whole text of a row's review; empty for none. */
  review(row: number): string {
    const place = this.#files.findLastIndex((file) => file.firstRow <= row);
    return this.#reviews[place]?.(row - (this.#files[place]?.firstRow ?? 0)) ?? "";
  }

  /** Each file's rows. */
  files(): FileRows[] {
    return this.#files.map(({ name, firstRow, endRow, platform }) => ({ name, firstRow, endRow, platform }));
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
}
