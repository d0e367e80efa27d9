import type { FieldName } from "../../fields/fields.ts";
import type { Findings } from "../findings.ts";
import type { FileRows, RawTable } from "../raw-table.ts";
import type { Standings } from "../standing.ts";
import type { TextColumn } from "../text-column.ts";
import { groupRows, type OrderGroups } from "./order-groups.ts";

/** A number of each row; NaN where the file does not say. */
export type Reader = (row: number) => number;

/** Rows looked at to see what the columns of a file have to do with each other. */
export const mostLookedAt = 50_000;
/** Part of them from which on a relation holds. */
export const holds = 0.8;

/** What belongs to the whole order and is none of its goods. */
const extraFields = ["shippingAmount", "taxAmount", "tipAmount"] as const satisfies readonly FieldName[];

const discountFields = ["discountAmount", "lineDiscount"] as const satisfies readonly FieldName[];
export type DiscountField = (typeof discountFields)[number];

/** The columns of money of one file, and what they have to do with each other. */
export class MoneyColumns {
  readonly table: RawTable;
  readonly file: FileRows;
  readonly quantity: Reader;
  readonly standings: Standings;
  readonly findings: Findings;
  readonly #readers: ReadonlyMap<FieldName, Reader>;
  readonly #leftOut: (row: number) => boolean;
  #orders: OrderGroups | undefined;

  /** @param leftOut rows that tell other rows' money once more */
  constructor(
    {
      table,
      quantity,
      standings,
      findings,
    }: Pick<MoneyColumns, "table" | "quantity" | "standings" | "findings">,
    file: FileRows,
    readers: ReadonlyMap<FieldName, Reader>,
    leftOut: (row: number) => boolean,
  ) {
    this.table = table;
    this.file = file;
    this.quantity = quantity;
    this.standings = standings;
    this.findings = findings;
    this.#leftOut = leftOut;
    this.#readers = new Map([...readers].filter(([field]) => table.hasField(file.firstRow, field)));
  }

  /** What was found of a column, by its field: looked for once. */
  readonly rates = new Map<FieldName, number | undefined>();
  /** What the price makes of a row; null where there is none, undefined as long as nobody asked. */
  linePrice: Reader | null | undefined;

  reader(field: FieldName): Reader | undefined {
    return this.#readers.get(field);
  }

  /** The file's own header of a field. */
  header(field: FieldName): string {
    return this.table.place(this.file.firstRow, field).column;
  }

  /** The file's own header of a field as a message quotes it. */
  quoted(field: FieldName): string {
    return JSON.stringify(this.header(field));
  }

  /** A kind of remark on the file's columns: of several files each has its own. */
  remarkKind(kind: string): string {
    return this.table.files().length > 1 ? `${kind}-${this.file.name}` : kind;
  }

  /** The first of these fields that the file has a column for. */
  column(...fields: readonly FieldName[]): TextColumn | undefined {
    const own = fields.find((field) => this.table.hasField(this.file.firstRow, field));
    return own && this.table.column(own);
  }

  /** The different texts of a field in the file's own rows. */
  texts(field: FieldName): string[] {
    const column = this.column(field);
    if (column === undefined) return [];
    const seen = new Uint8Array(column.texts.length);
    for (const row of this.rows()) seen[column.code(row)] = 1;
    return column.texts.filter((_, code) => seen[code] === 1);
  }

  /** The field that says what was taken off, where there is one: the order's before the line's. */
  get discountField(): DiscountField | undefined {
    return discountFields.find((field) => this.reader(field) !== undefined);
  }

  /** What was taken off, by the order's column or the line's, at or above zero. */
  get discount(): Reader | undefined {
    const field = this.discountField;
    const read = field && this.reader(field);
    return read && ((row) => Math.abs(read(row) || 0));
  }

  /** Shipping, taxes and tips; undefined where no column holds them. */
  get extras(): Reader | undefined {
    const readers = extraFields.flatMap((field) => this.reader(field) ?? []);
    if (readers.length === 0) return undefined;
    return (row) => readers.reduce((all, read) => all + Math.abs(read(row) || 0), 0);
  }

  /** The rows of the file that count, in groups of one order. */
  groups(): OrderGroups {
    this.#orders ??= groupRows(this.table, this.file, this.#leftOut);
    return this.#orders;
  }

  *rows(): Generator<number> {
    const { firstRow, endRow } = this.file;
    for (let row = firstRow; row < endRow; row += 1) if (!this.#leftOut(row)) yield row;
  }

  /** Whether two numbers are equal in most of the rows that have both. */
  agree(
    pair: (row: number) => readonly [number, number],
    counts: (row: number) => boolean = () => true,
  ): boolean {
    let all = 0;
    let equal = 0;
    const { firstRow, endRow } = this.file;
    for (let row = firstRow; row < Math.min(endRow, firstRow + mostLookedAt); row += 1) {
      if (this.#leftOut(row) || !counts(row)) continue;
      const [one, other] = pair(row);
      if (Number.isNaN(one) || Number.isNaN(other)) continue;
      all += 1;
      if (isClose(one, other)) equal += 1;
    }
    return all > 0 && equal >= all * holds;
  }

  /** Whether two numbers are equal in most rows, and in most of those that tell the two from others: one row alone proves no column. */
  proves(pair: (row: number) => readonly [number, number], tells: (row: number) => boolean): boolean {
    return this.agree(pair, tells) && this.agree(pair);
  }
}

/** Whether two amounts are equal but for rounding. */
export function isClose(one: number, other: number, part = 1e-4): boolean {
  return Math.abs(one - other) <= 0.011 + part * Math.max(Math.abs(one), Math.abs(other));
}
