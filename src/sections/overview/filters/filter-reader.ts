import type { FilterColumn, FilterFieldId, FilterTable, FilterTables } from "./filter-tables.ts";

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
  "period",
  "rfm",
  "rating",
  "month",
  "spend",
  "orders",
];

/** Further values, each with its dimension, that split a part. */
export type Further = readonly (readonly [TableDimension, number])[];

/** Reads numbers out of the tables; a column is unpacked when it is first asked for. */
export class FilterReader {
  readonly tables: FilterTables;
  readonly #columns = new Map<string, (number | null)[]>();
  readonly #all: readonly FilterTable[];
  readonly #byKey = new Map<string, FilterTable[]>();

  constructor(tables: FilterTables) {
    this.tables = tables;
    this.#all = [...tables.tables, ...tables.coarser];
    for (const table of this.#all) this.#byKey.set(table.key, [...(this.#byKey.get(table.key) ?? []), table]);
  }

  /** Whether there is a part of such choices. */
  hasPart(choices: readonly FilterChoice[]): boolean {
    const part = this.#part(choices);
    return part !== undefined && choices.every(({ field, code }) => groupIn(part, field, code) > 0);
  }

  /** What a choice stands for in a part: its value, or the values that are only told together. */
  nameOf(choices: readonly FilterChoice[], { field, code }: FilterChoice): string {
    const group = this.#part(choices)?.groups?.[field];
    const value = this.tables.fields.find((each) => each.field === field)?.values[code - 1] ?? "";
    return group === undefined ? value : (group.names[(group.of[code - 1] ?? 0) - 1] ?? value);
  }

  /** A number of a part, or of a cell that splits it further; null where it is not published. */
  value(column: FilterColumn, choices: readonly FilterChoice[], further: Further = []): number | null {
    const table = this.#table(column, choices, further);
    if (table === undefined) return null;
    const at = new Map<TableDimension, number>([
      ...choices.map(({ field, code }) => [field, code] as const),
      ...further,
    ]);
    let cell = 0;
    for (const side of sidesOf(at.keys())) {
      const group = groupIn(table, side, at.get(side) ?? 1);
      if (group === 0) return null;
      cell = cell * this.#size(table, side) + group - 1;
    }
    return this.#column(table, column)[cell] ?? null;
  }

  /**
   * The groups in which a dimension's values are told where it splits a part, each with the places of its values, from 1
   * on; null where it does not.
   */
  groups(column: FilterColumn, choices: readonly FilterChoice[], dimension: TableDimension): Group[] | null {
    const table = this.#table(column, choices, [[dimension, 1]]);
    if (table === undefined) return null;
    const own = table.groups?.[dimension];
    const groups: Group[] = Array.from({ length: this.#size(table, dimension) }, (_, index) => ({
      name: own?.names[index] ?? this.#names(dimension)[index] ?? "",
      codes: own === undefined ? [index + 1] : [],
    }));
    own?.of.forEach((group, index) => {
      groups[group - 1]?.codes.push(index + 1);
    });
    return groups;
  }

  /** The products named for a part, with their purchases. */
  products(choices: readonly FilterChoice[]): { name: string; purchases: number }[] {
    const table = this.#table("products", choices, []);
    if (table === undefined) return [];
    const values = this.#column(table, "products");
    const codes = new Map(choices.map(({ field, code }) => [field as TableDimension, code]));
    let cell = 0;
    for (const side of sidesOf(codes.keys()))
      cell = cell * this.#size(table, side) + groupIn(table, side, codes.get(side) ?? 1) - 1;
    let at = 0;
    for (let skipped = 0; skipped < cell; skipped += 1) at += 1 + 2 * (values[at] ?? 0);
    return Array.from({ length: values[at] ?? 0 }, (_, index) => ({
      name: this.tables.products?.[(values[at + 1 + 2 * index] ?? 1) - 1] ?? "",
      purchases: values[at + 2 + 2 * index] ?? 0,
    }));
  }

  #part(choices: readonly FilterChoice[]): FilterTable | undefined {
    const key = sidesOf(choices.map(({ field }) => field)).join("+");
    return this.#byKey.get(key)?.find(({ part }) => part === true);
  }

  /** The table of a part, or one that splits it and has the same groups of the chosen fields. */
  #table(column: FilterColumn, choices: readonly FilterChoice[], further: Further): FilterTable | undefined {
    const part = this.#part(choices);
    if (part === undefined) return undefined;
    if (further.length === 0) return column in part.columns ? part : undefined;
    const fields = choices.map(({ field }) => field);
    const key = sidesOf([...fields, ...further.map(([dimension]) => dimension)]).join("+");
    const groupsOf = (table: FilterTable) =>
      fields.map((field) => table.groups?.[field]?.of.join() ?? "").join(";");
    return this.#byKey
      .get(key)
      ?.find((table) => column in table.columns && groupsOf(table) === groupsOf(part));
  }

  #column(table: FilterTable, column: FilterColumn): (number | null)[] {
    const name = `${this.#all.indexOf(table)} ${column}`;
    let values = this.#columns.get(name);
    if (values === undefined) {
      values = (table.columns[column] ?? "")
        .split(",")
        .map((text) => (text === "" ? null : Number.parseInt(text, 36)));
      this.#columns.set(name, values);
    }
    return values;
  }

  #size(table: FilterTable, dimension: TableDimension): number {
    return table.groups?.[dimension]?.names.length ?? this.#names(dimension).length;
  }

  #names(dimension: TableDimension): readonly string[] {
    const field = this.tables.fields.find((each) => each.field === dimension);
    if (field !== undefined) return field.values;
    const { rfm, rating, months, spend, orderRanges } = this.tables;
    if (dimension === "rfm") return rfm;
    if (dimension === "rating") return rating?.bins.map(({ to }) => String(to)) ?? [];
    if (dimension === "month") return months?.map(({ month }) => month) ?? [];
    return dimension === "spend" ? spend.bins.map(({ to }) => String(to)) : orderRanges.map(String);
  }
}

/** Values that are told together. */
export interface Group {
  name: string;
  /** Places of the values, from 1 on. */
  codes: number[];
}

function sidesOf(dimensions: Iterable<TableDimension>): TableDimension[] {
  const all = new Set(dimensions);
  return inOrder.filter((dimension) => all.has(dimension));
}

function groupIn({ groups }: FilterTable, dimension: TableDimension, code: number): number {
  const own = groups?.[dimension];
  return own === undefined ? code : (own.of[code - 1] ?? 0);
}
