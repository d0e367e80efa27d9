import { fieldDefinition } from "../../fields/fields.ts";
import type { Findings } from "../findings.ts";
import type { RawTable } from "../raw-table.ts";
import { isMissing } from "./text.ts";

/** Empties the cells that hold a word for no value, such as NULL, and remarks on them. */
export function blankMissing(table: RawTable, findings: Findings): void {
  for (const [field, column] of table.columns) {
    const missing = column.texts.map(isMissing);
    if (!missing.includes(true)) continue;
    const { label } = fieldDefinition(field);
    for (let row = 0; row < table.rows; row += 1) {
      const code = column.code(row);
      if (missing[code] !== true) continue;
      findings.add(
        {
          kind: `${field}-missing`,
          severity: "changed",
          message: `${label}: NULL, N/A, #N/A, NaN, - and dates of zeros were read as an empty cell.`,
        },
        () => ({ ...table.place(row, field), value: column.text(code), reason: "read as empty" }),
      );
      column.setCode(row, 0);
    }
  }
}
