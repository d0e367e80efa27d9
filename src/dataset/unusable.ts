import { type FieldName, fieldDefinition } from "../fields/fields.ts";
import type { CleanTable } from "./clean/clean-table.ts";
import { Outcome } from "./clean/values.ts";
import type { Findings } from "./findings.ts";
import type { RawTable } from "./raw-table.ts";

/**
 * Takes away columns most of whose values do not fit their field: an average of the few that do would be of nobody in
 * particular. Needed fields stay: their bad rows are left out one by one.
 */
export function dropUnusable(table: RawTable, clean: CleanTable, findings: Findings): void {
  for (const [field, column] of [...table.columns]) {
    const { label, needed } = fieldDefinition(field);
    const outcomes = (clean.numbers.get(field) ?? clean.words.get(field))?.outcomes;
    if (needed === true || outcomes?.includes(Outcome.bad) !== true) continue;
    let bad = 0;
    let good = 0;
    for (let row = 0; row < table.rows; row += 1) {
      const outcome = outcomes[column.code(row)];
      if (outcome === Outcome.bad) bad += 1;
      else if (outcome !== Outcome.empty) good += 1;
    }
    if (bad <= good) continue;
    const header = JSON.stringify(table.header(field));
    findings.warn(
      `${field}-unusable`,
      `${header} was not used as ${label.toLowerCase()}: ${bad.toLocaleString("en-US")} of its ${(bad + good).toLocaleString("en-US")} values do not fit.`,
      bad,
    );
    forget(table, clean, field);
  }
}

function forget(table: RawTable, clean: CleanTable, field: FieldName): void {
  table.replace(field, undefined);
  clean.numbers.delete(field);
  clean.words.delete(field);
}
