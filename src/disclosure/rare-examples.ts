import type { Finding } from "../dataset/account.ts";
import { nameMasker, tellingOf } from "../dataset/clean/mask-names.ts";
import type { RawTable } from "../dataset/raw-table.ts";
import { fieldNames } from "../fields/fields.ts";

/**
 * The findings with the values withheld that do not stand in the rows of enough customers: a single row is somebody's.
 * So are those of columns that are not in use, whose rows nobody counts. File and line stay, for whoever has the file.
 */
export function withholdRareExamples(
  findings: readonly Finding[],
  table: RawTable,
  isEnough: (customers: number) => boolean,
): Finding[] {
  const mask = nameMasker(tellingOf(table));
  return findings.map((finding) => ({
    ...finding,
    message: mask(finding.message),
    examples: finding.examples.map(({ file, ...place }) => {
      const example = { file: mask(file), ...place };
      const { value, column: header, reason } = example;
      if (value === null || value === "") return example;
      const field = fieldNames.find((name) => table.headers(name).includes(header));
      const column = field && table.column(field);
      if (column !== undefined && isEnough(customersWith(table, column.texts.indexOf(value), column.codes)))
        return example;
      return { ...example, value: null, reason: reason.replace(/".*"/s, "the value") };
    }),
  }));
}

/** Distinct customers in the rows of a code. */
function customersWith(table: RawTable, code: number, codes: Int32Array): number {
  const customers = table.column("customer");
  const seen = new Set<number>();
  for (let row = 0; code > 0 && row < table.rows; row += 1) {
    if (codes[row] === code) seen.add(customers?.code(row) ?? 0);
  }
  seen.delete(0);
  return seen.size;
}
