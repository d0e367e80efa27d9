import type { FieldName } from "../fields/fields.ts";
import type { CleanTable } from "./clean/clean-table.ts";
import { commonest } from "./clean/clean-words.ts";
import { nameMasker, tellingOf } from "./clean/mask-names.ts";
import { caseKey } from "./clean/text.ts";
import type { RawTable } from "./raw-table.ts";
import { RowKind } from "./row-kind.ts";
import { rowPersons } from "./row-persons.ts";

/** An entry of `exclude` in report.yaml. */
export interface Excluded {
  lines: number;
  /** Who is behind the lines; see `rowPersons`. */
  persons: Set<number>;
}

/**
 * Makes the lines of excluded products lines of that kind, and counts them by entry. An entry is a code,
 * the name by which a code is shown, or the name of a product without a code.
 */
export function excludeProducts(
  table: RawTable,
  clean: CleanTable,
  kinds: Uint8Array,
  entries: readonly string[],
): Map<string, Excluded> {
  const excluded = new Map<string, Excluded>(
    entries.map((entry) => [entry, { lines: 0, persons: new Set() }]),
  );
  if (entries.length === 0) return excluded;
  const personOf = rowPersons(table);
  // Names are masked by now, as whoever writes report.yaml need not know.
  const mask = nameMasker(tellingOf(table));
  const byKey = new Map(
    [mask, (entry: string) => entry].flatMap((written) =>
      entries.map((entry) => [caseKey(written(entry)), entry] as const),
    ),
  );
  const codeOf = wordReader(table, clean, "productCode");
  const nameOf = wordReader(table, clean, "product");
  const codes = clean.words.get("productCode")?.words ?? [""];
  const names = clean.words.get("product")?.words ?? [""];
  const shown = shownNames(kinds, codes.length, codeOf, nameOf, names);
  const entryOfName = names.map((name) => byKey.get(caseKey(name)));
  const entryOfCode = codes.map((code, word) => {
    const name = shown[word] ?? "";
    // The report adds the code where several products have the name.
    return byKey.get(caseKey(code)) ?? byKey.get(caseKey(name)) ?? byKey.get(caseKey(`${name} (${code})`));
  });
  for (let row = 0; row < table.rows; row += 1) {
    if (kinds[row] === RowKind.dropped) continue;
    const code = codeOf(row);
    const entry = code > 0 ? entryOfCode[code] : entryOfName[nameOf(row)];
    if (entry === undefined) continue;
    kinds[row] = RowKind.excluded;
    const known = excluded.get(entry);
    if (known === undefined) continue;
    known.lines += 1;
    known.persons.add(personOf(row));
  }
  return excluded;
}

/** The commonest name of each code; names of other lines only count where no purchase names the product. */
function shownNames(
  kinds: Uint8Array,
  codes: number,
  codeOf: (row: number) => number,
  nameOf: (row: number) => number,
  names: readonly string[],
): string[] {
  const uses = Array.from({ length: codes }, () => new Map<string, number>());
  for (let row = 0; row < kinds.length; row += 1) {
    const name = names[nameOf(row)] ?? "";
    const known = uses[codeOf(row)];
    if (kinds[row] === RowKind.dropped || name === "" || known === undefined) continue;
    known.set(name, (known.get(name) ?? 0) + (kinds[row] === RowKind.purchase ? 1 : 0));
  }
  return uses.map((known, code) => (code === 0 ? "" : commonest(known)));
}

/** The number of a row's word; 0 where it has none. */
function wordReader(table: RawTable, clean: CleanTable, field: FieldName): (row: number) => number {
  const column = table.column(field);
  const words = clean.words.get(field);
  if (column === undefined || words === undefined) return () => 0;
  return (row) => words.wordOf[column.code(row)] ?? 0;
}
