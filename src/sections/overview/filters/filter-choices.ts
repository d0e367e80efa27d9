import { FilterReader } from "./filter-reader.ts";
import type { FilterFieldId, FilterTables } from "./filter-tables.ts";

/** The fields that have values of enough customers, with these. */
export function offeredFields(tables: FilterTables): { field: FilterFieldId; values: string[] }[] {
  const reader = new FilterReader(tables);
  return tables.fields
    .map(({ field, values, choices }) => ({
      field,
      values: values.slice(0, choices).filter((_, index) => reader.hasPart([{ field, code: index + 1 }])),
    }))
    .filter(({ values }) => values.length > 0);
}
