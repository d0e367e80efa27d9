import type { FilterChoice, FilterReader, Further, Group, TableDimension } from "./filter-reader.ts";
import type { FilterColumn, FilterFieldId } from "./filter-tables.ts";

/** Reads the numbers of the part that some choices select. */
export class Selection {
  readonly reader: FilterReader;
  readonly choices: readonly FilterChoice[];

  constructor(reader: FilterReader, choices: readonly FilterChoice[]) {
    this.reader = reader;
    this.choices = choices;
  }

  /** A number of the selection itself, or of its part with more values. */
  of(column: FilterColumn, ...further: Further): number | null {
    return this.reader.value(column, this.choices, further);
  }

  money(column: FilterColumn, ...further: Further): number | null {
    const value = this.of(column, ...further);
    return value === null ? null : value / this.reader.tables.unit;
  }

  has(dimension: TableDimension): boolean {
    return this.choices.some(({ field }) => field === dimension);
  }

  names(field: FilterFieldId): string[] {
    return this.reader.tables.fields.find((each) => each.field === field)?.values ?? [];
  }

  /** The groups that a column is told in where a dimension splits the selection; none where it chooses it. */
  groups(column: FilterColumn, dimension: TableDimension): (Group & { code: number })[] {
    if (this.has(dimension)) return [];
    const groups = this.reader.groups(column, this.choices, dimension) ?? [];
    return groups.flatMap((group) => {
      const [code] = group.codes;
      return code === undefined ? [] : [{ ...group, code }];
    });
  }
}
