import type { FilterChoice, FilterReader, TableDimension } from "./filter-reader.ts";
import type { FilterFieldId } from "./filter-tables.ts";

type Column = Parameters<FilterReader["value"]>[0];

/** Reads the numbers of the part that some choices select. */
export class Selection {
  readonly reader: FilterReader;
  readonly choices: readonly FilterChoice[];
  readonly #at: Map<TableDimension, number>;

  constructor(reader: FilterReader, choices: readonly FilterChoice[]) {
    this.reader = reader;
    this.choices = choices;
    this.#at = new Map(choices.map(({ field, code }) => [field, code]));
  }

  /** A number of the selection itself, or of its part with more values. */
  of(column: Column, ...more: (readonly [TableDimension, number])[]): number | null {
    return this.reader.value(column, new Map([...this.#at, ...more]));
  }

  money(column: Column, ...more: (readonly [TableDimension, number])[]): number | null {
    const value = this.of(column, ...more);
    return value === null ? null : value / this.reader.tables.unit;
  }

  has(dimension: TableDimension): boolean {
    return this.#at.has(dimension);
  }

  names(field: FilterFieldId): string[] {
    return this.reader.tables.fields.find((each) => each.field === field)?.values ?? [];
  }

  /** The values that the selection is split by: none of a field that it is chosen by. */
  splitBy(field: FilterFieldId): { name: string; code: number }[] {
    if (this.has(field)) return [];
    return this.names(field).map((name, index) => ({ name, code: index + 1 }));
  }
}
