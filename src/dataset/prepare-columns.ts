import type { FieldName } from "../fields/fields.ts";
import { birthYear } from "./clean/births.ts";
import { foldSpaces } from "./clean/text.ts";
import { isRange } from "./column-kinds.ts";
import type { Findings } from "./findings.ts";
import { identifyCustomers } from "./identity.ts";
import type { RawTable } from "./raw-table.ts";

/** Gives columns whose values are of another kind than their header says the field that they are. */
export function prepareColumns(table: RawTable, findings: Findings): void {
  identifyCustomers(table, findings);
  if (table.column("birth") === undefined && mostly(table, "age", (text) => birthYear(text) !== undefined))
    table.rename("age", "birth");
  const ages = table.column("age");
  if (ages !== undefined && table.column("ageGroup") === undefined && mostly(table, "age", isRange)) {
    table.rename("age", "ageGroup");
    findings.note(
      "age-ranges",
      `${JSON.stringify(table.header("ageGroup"))} holds ranges of ages: they are the age groups, and there is no mean age.`,
    );
  }
}

/** Whether most filled cells of a field are of a kind. */
function mostly(table: RawTable, field: FieldName, holds: (text: string) => boolean): boolean {
  const column = table.column(field);
  if (column === undefined) return false;
  const fitting = column.texts.map((text) => holds(foldSpaces(text)));
  let filled = 0;
  let fit = 0;
  for (let row = 0; row < table.rows; row += 1) {
    const code = column.code(row);
    if (code === 0) continue;
    filled += 1;
    if (fitting[code] === true) fit += 1;
  }
  return filled > 0 && fit > filled / 2;
}
