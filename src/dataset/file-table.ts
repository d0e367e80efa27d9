import { InputError } from "../errors.ts";
import { type FieldName, fieldDefinition } from "../fields/fields.ts";
import { meaningsOf, normalHeader } from "../fields/headers.ts";
import { ownColumns, platformOf } from "../fields/platforms.ts";
import { isEmail } from "./clean/mask-names.ts";
import { isMissing } from "./clean/text.ts";
import { LongTexts } from "./long-texts.ts";
import { isReview, sayReviews } from "./review-headers.ts";
import { TextColumn } from "./text-column.ts";

/** Different texts kept of a column that no field is likely to take: to guess by, where a field is missing. */
const mostSamples = 50;

/** The rows of one file: the text of every column that may mean something, and a hash of the others. */
export class FileTable {
  rows = 0;
  readonly name: string;
  readonly headers: readonly string[];
  /** By column; undefined where its text is not kept. */
  readonly columns: readonly (TextColumn | undefined)[];
  /** Whole texts of columns that may hold reviews; `columns` only say of each cell whether there is one. */
  readonly long: ReadonlyMap<number, LongTexts>;
  /** Some texts of each column that is not kept, or not whole. */
  readonly samples: readonly Set<string>[];
  /** The e-mail addresses in columns whose text is not kept: whatever such a column is called, they name somebody. */
  readonly emails = new Set<string>();
  #capacity = 4096;
  #lines = new Uint32Array(this.#capacity);
  #rest = new Int32Array(this.#capacity);
  #line: number;
  readonly #kept: { index: number; column: TextColumn; presence: boolean }[];
  /** Columns whose text is not kept, but tells rows apart. */
  readonly #hashed: readonly number[];

  /**
   * @param wanted headers that are kept whatever they mean
   * @param headerLine where the header stands in the file, from 1
   * @param reviews headers that are reviews or their titles whatever they mean
   */
  constructor(
    name: string,
    headers: readonly string[],
    wanted: ReadonlySet<string> = new Set(),
    headerLine = 1,
    reviews: ReadonlySet<string> = new Set(),
  ) {
    this.name = name;
    this.headers = headers;
    this.samples = headers.map(() => new Set());
    const normal = headers.map(normalHeader);
    const own = ownColumns(platformOf(normal), normal);
    const long = new Map<number, LongTexts>();
    const mayReview = sayReviews(headers.map(meaningsOf));
    const kinds = headers.map((header, index) => {
      const known = own[index];
      const fields = known ? [known] : meaningsOf(header).map(({ field }) => field);
      const isNamed = reviews.has(header.trim().toLowerCase());
      if (isNamed || (mayReview && fields.length > 0 && fields.every(isReview))) {
        long.set(index, new LongTexts());
        return "presence" as const;
      }
      if (known) return tellsByPresence(known) ? ("presence" as const) : ("text" as const);
      if (wanted.has(header.trim().toLowerCase())) return "text" as const;
      if (fields.length > 0) return fields.every(tellsByPresence) ? ("presence" as const) : ("text" as const);
      return mayBeKey(header) ? ("text" as const) : undefined;
    });
    this.long = long;
    this.columns = kinds.map((kind) => (kind === undefined ? undefined : new TextColumn(this.#capacity)));
    this.#kept = this.columns.flatMap((column, index) =>
      column === undefined ? [] : [{ index, column, presence: kinds[index] === "presence" }],
    );
    this.#hashed = headers.flatMap((_, index) => (kinds[index] === "text" ? [] : [index]));
    this.#line = headerLine + 1 + newlines(headers);
  }

  /** The line of each row in the file. */
  get lines(): Uint32Array {
    return this.#lines;
  }

  /** A hash of the cells of each row that are not kept. */
  get rest(): Int32Array {
    return this.#rest;
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
      if (row.length !== this.headers.length) this.#checkWidth(row, line);
      if (this.rows === this.#capacity) this.#grow();
      const number = this.rows++;
      let rest = 0;
      for (const index of this.#hashed) {
        const text = row[index] ?? "";
        rest = hashText(text, rest);
        const samples = this.samples[index];
        if (samples !== undefined && samples.size < mostSamples && text !== "") samples.add(text);
        if (isEmail(text)) this.emails.add(text.trim());
      }
      if (this.long.size > 0) this.#keepLong(row);
      this.#lines[number] = line;
      this.#rest[number] = rest;
      for (const { index, column, presence } of this.#kept) {
        const text = row[index] ?? "";
        column.set(number, presence ? presenceOf(text) : text);
      }
    }
    return breaks;
  }

  #keepLong(row: readonly string[]): void {
    for (const [index, texts] of this.long) {
      const text = row[index] ?? "";
      texts.add(isMissing(text) ? "" : text);
    }
  }

  /** To be called behind the last row: takes what spreadsheets write around a cell's text off. */
  end(): void {
    for (const { column } of this.#kept) column.rewrite(plainCell);
  }

  /** Whether each cell of a column is filled, as its own column. */
  presence(index: number): TextColumn | undefined {
    const column = this.columns[index];
    if (column === undefined || this.long.has(index)) return column;
    const found = new TextColumn(this.rows);
    const codes = column.texts.map((text) => found.codeOf(presenceOf(text)));
    for (let row = 0; row < this.rows; row += 1) found.setCode(row, codes[column.code(row)] ?? 0);
    return found;
  }

  /** The whole text of a cell; empty where words for no value stand there. */
  textAt(index: number, row: number): string {
    const long = this.long.get(index);
    if (long !== undefined) return long.text(row);
    const column = this.columns[index];
    const text = column?.text(column.code(row)) ?? "";
    return isMissing(text) ? "" : text;
  }

  #checkWidth(row: readonly string[], line: number): void {
    const width = this.headers.length;
    if (row.length > width && row.slice(width).every((cell) => cell.trim() === "")) return;
    throw new InputError(
      `the row has ${row.length} ${row.length === 1 ? "cell" : "cells"}, the header has ${width}`,
      `Put cells that hold the delimiter or a line break in double quotes, and give every row ${width} cells.`,
      { file: this.name, line },
    );
  }

  #grow(): void {
    this.#capacity *= 2;
    const lines = new Uint32Array(this.#capacity);
    lines.set(this.#lines);
    this.#lines = lines;
    const rest = new Int32Array(this.#capacity);
    rest.set(this.#rest);
    this.#rest = rest;
    for (const { column } of this.#kept) column.grow(this.#capacity);
  }
}

/** The text within `="00123"`, and `'00123` without the mark of a text. */
function plainCell(text: string): string {
  const first = text.charCodeAt(0);
  if (first !== 0x3d && first !== 0x27) return text;
  return /^="([^"]*)"$/.exec(text)?.[1] ?? /^'([-+]?\d[^']*)'?$/.exec(text)?.[1] ?? text;
}

/** Whether files may be joined by a column of that name. */
function mayBeKey(header: string): boolean {
  return /(?:^|[\s_-])(?:id|key|code|no|nr|sku)$/i.test(header.trim().replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
}

/** Texts of these may be long and are read for whether they are there. */
function tellsByPresence(field: FieldName): boolean {
  return fieldDefinition(field).rule === "presence" && field !== "cancelledAt";
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
