import type { FieldName } from "../fields/fields.ts";
import { caseKey } from "./clean/text.ts";
import type { RawTable } from "./raw-table.ts";

/** Texts of a field in the form in which two spellings of one value are equal. */
export function knownKeys(table: RawTable, field: FieldName): ReadonlySet<string> {
  return new Set((table.column(field)?.texts ?? []).map(caseKey).filter((key) => key !== ""));
}
