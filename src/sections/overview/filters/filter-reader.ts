import {
  type FilterColumn,
  type FilterFieldId,
  type FilterTables,
  isOfAllValues,
  isZeroWhereAbsent,
} from "./filter-tables.ts";

/** A chosen value: the field, and the value's place among the field's, from 1 on. */
export interface FilterChoice {
  field: FilterFieldId;
  code: number;
}

/** A dimension of the tables. */
export type TableDimension = FilterFieldId | "rfm" | "rating" | "month" | "spend" | "orders";

/** In the order in which keys name them. */
const inOrder: readonly TableDimension[] = [
  "gender",
  "ageGroup",
  "category",
  "season",
  "persona",
  "location",
  "rfm",
  "rating",
  "month",
  "spend",
  "orders",
];

/** Reads numbers out of the tables; a column is unpacked when it is first asked for. */
export class FilterReader {
  readonly tables: FilterTables;
  readonly #columns = new Map<string, (number | null)[]>();
  readonly #packed = new Map<string, Partial<Record<FilterColumn, string>>>();

  constructor(tables: FilterTables) {
    this.tables = tables;
    for (const { key, columns } of tables.tables) this.#packed.set(key, columns);
  }

  /** A number of a cell, given by its codes; null where it is not published. */
  value(column: FilterColumn, at: ReadonlyMap<TableDimension, number>): number | null {
    const sides = inOrder.filter((dimension) => at.has(dimension));
    const key = sides.join("+");
    const values = this.#column(key, column);
    if (values === null) return this.#packed.has(key) && isZeroWhereAbsent(column) ? 0 : null;
    const whole = isOfAllValues(
      column,
      sides.every((side) => this.#field(side) !== undefined),
    );
    let cell = 0;
    for (const side of sides) cell = cell * this.#size(side, whole) + (at.get(side) ?? 1) - 1;
    return values[cell] ?? null;
  }

  /** How many values a dimension has; of a field how many can be chosen, where `whole` does not say all. */
  sizeOf(dimension: TableDimension, whole = true): number {
    return this.#size(dimension, whole);
  }

  /** The products named for a selection: place among all names, and purchases. */
  products(choices: readonly FilterChoice[]): { name: string; purchases: number }[] {
    const fields = inOrder.flatMap((field) => choices.find((choice) => choice.field === field) ?? []);
    const values = this.#column(fields.map(({ field }) => field).join("+"), "products") ?? [];
    const cell = fields.reduce((all, { field, code }) => all * this.#size(field, false) + code - 1, 0);
    let at = 0;
    for (let skipped = 0; skipped < cell; skipped += 1) at += 1 + 2 * (values[at] ?? 0);
    return Array.from({ length: values[at] ?? 0 }, (_, index) => ({
      name: this.tables.products?.[(values[at + 1 + 2 * index] ?? 1) - 1] ?? "",
      purchases: values[at + 2 + 2 * index] ?? 0,
    }));
  }

  #column(key: string, column: FilterColumn): (number | null)[] | null {
    const name = `${key} ${column}`;
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const packed = this.#packed.get(key)?.[column];
    if (packed === undefined) return null;
    const values = packed.split(",").map((text) => (text === "" ? null : Number.parseInt(text, 36)));
    this.#columns.set(name, values);
    return values;
  }

  #field(dimension: TableDimension): FilterTables["fields"][number] | undefined {
    return this.tables.fields.find(({ field }) => field === dimension);
  }

  #size(dimension: TableDimension, whole: boolean): number {
    const field = this.#field(dimension);
    if (field !== undefined) return whole ? field.values.length : field.choices;
    const { rfm, rating, months, spend, orderRanges } = this.tables;
    if (dimension === "rfm") return rfm.length;
    if (dimension === "rating") return rating?.bins.length ?? 0;
    if (dimension === "month") return months?.length ?? 0;
    return dimension === "spend" ? spend.bins.length : orderRanges.length;
  }
}
