import type { CleanTable } from "../../dataset/clean/clean-table.ts";
import type { RawTable } from "../../dataset/raw-table.ts";
import type { FieldName } from "../../fields/fields.ts";

/** Gives a row's id (0 for none) or whole number. */
export type RowReader = (row: number) => number;

/** A row's value of a field of numbers; NaN where it has none. Undefined where no file has the field. */
export function numberReader(table: RawTable, clean: CleanTable, field: FieldName): RowReader | undefined {
  const column = table.column(field);
  const values = clean.numbers.get(field)?.values;
  if (column === undefined || values === undefined) return undefined;
  return (row) => values[column.code(row)] ?? Number.NaN;
}

/**
 * A row's seconds since midnight: of its date, else of its own column of times; NaN where it has none. Undefined where
 * no file has times.
 */
export function secondReader(table: RawTable, clean: CleanTable): RowReader | undefined {
  const dates = table.column("date");
  const seconds = clean.numbers.get("date")?.seconds;
  const own = numberReader(table, clean, "time");
  if (dates === undefined || seconds === undefined) return own;
  return (row) => {
    const second = seconds[dates.code(row)] ?? Number.NaN;
    return Number.isNaN(second) && own !== undefined ? own(row) : second;
  };
}

/** A row's word of a field as its number; 0 where the cell is empty. Undefined where no file has the field. */
export function wordReader(table: RawTable, clean: CleanTable, field: FieldName): RowReader | undefined {
  const column = table.column(field);
  const words = clean.words.get(field);
  if (column === undefined || words === undefined) return undefined;
  const { wordOf } = words;
  return (row) => wordOf[column.code(row)] ?? 0;
}

/** A row's word of a field as text; null where the cell is empty. Undefined where no file has the field. */
export function textReader(
  table: RawTable,
  clean: CleanTable,
  field: FieldName,
): ((row: number) => string | null) | undefined {
  const word = wordReader(table, clean, field);
  const words = clean.words.get(field)?.words;
  if (word === undefined || words === undefined) return undefined;
  return (row) => words[word(row)] || null;
}

/**
 * A row's order: its order number, where a number that several customers share is an order of each; where
 * there is no order number, all that a customer buys on a day, each row of a guest for itself. A number that several
 * files or shops use, or that guests have on several days, is told apart by the shop and the day; an order's own id by itself.
 * Undefined in a snapshot.
 */
export function orderReader(
  table: RawTable,
  clean: CleanTable,
  customer: RowReader,
  day: RowReader | undefined,
): RowReader | undefined {
  const number = wordReader(table, clean, "order");
  if (number === undefined && day === undefined) return undefined;
  if (number === undefined) {
    const ids = new Ids();
    return (row) => ids.of(customer(row) === 0 ? `row ${row}` : `${customer(row)} on ${day?.(row)}`);
  }
  const numbers = clean.words.get("order")?.words.length ?? 0;
  const firstCustomer = new Int32Array(numbers);
  const others = new Ids(numbers);
  const apart = discriminator(table, clean, number, numbers, { customer, day });
  return (row) => {
    const order = number(row);
    const buyer = customer(row);
    const where = apart(row, order);
    if (where !== "") return others.of(`${order} by ${buyer} ${where}`);
    if (buyer === 0 || firstCustomer[order] === buyer) return order;
    if (firstCustomer[order] === 0) {
      firstCustomer[order] = buyer;
      return order;
    }
    return others.of(`${order} by ${buyer}`);
  };
}

/** What sets a row's order apart from others of its number; empty for most. */
function discriminator(
  table: RawTable,
  clean: CleanTable,
  number: RowReader,
  numbers: number,
  { customer, day }: { customer: RowReader; day: RowReader | undefined },
): (row: number, order: number) => string {
  const own = wordReader(table, clean, "orderKey");
  const shop = wordReader(table, clean, "shop");
  const fileOf = new Int32Array(numbers).fill(-1);
  const guestDay = new Int32Array(numbers).fill(-1);
  /** 1 for numbers that stand in several files, or that guests have on several days. */
  const shared = new Uint8Array(numbers);
  for (const [file, { firstRow, endRow }] of table.files().entries()) {
    for (let row = firstRow; row < endRow; row += 1) {
      const order = number(row);
      if (order === 0) continue;
      if (fileOf[order] !== -1 && fileOf[order] !== file) shared[order] = 1;
      fileOf[order] = file;
      if (day === undefined || customer(row) !== 0) continue;
      const today = day(row);
      if (Number.isNaN(today)) continue;
      if (guestDay[order] !== -1 && guestDay[order] !== today) shared[order] = 1;
      guestDay[order] = today;
    }
  }
  return (row, order) => {
    const key = own?.(row) ?? 0;
    if (key !== 0) return `id ${key}`;
    const place = shop?.(row) ?? 0;
    const when = shared[order] === 1 && day !== undefined ? ` on ${day(row)}` : "";
    return place === 0 ? when : `in ${place}${when}`;
  };
}

/** A row's product by its code, trimmed and without regard to case; by its name where there is no code. */
export function productReader(table: RawTable, clean: CleanTable): RowReader | undefined {
  const code = wordReader(table, clean, "productCode");
  const name = wordReader(table, clean, "product");
  if (code === undefined || name === undefined) return code ?? name;
  const codes = clean.words.get("productCode")?.words.length ?? 0;
  return (row) => {
    const own = code(row);
    if (own !== 0) return own;
    const named = name(row);
    return named === 0 ? 0 : codes + named;
  };
}

/** Numbers keys in the order in which they come, from `first` on. */
class Ids {
  readonly #ids = new Map<string, number>();
  readonly #first: number;

  constructor(first = 1) {
    this.#first = first;
  }

  of(key: string): number {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#first + this.#ids.size;
      this.#ids.set(key, id);
    }
    return id;
  }
}
