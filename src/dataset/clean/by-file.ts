import type { RawTable } from "../raw-table.ts";
import type { TextColumn } from "../text-column.ts";
import { foldSpaces } from "./text.ts";

/** How the texts of one file's column are read. Readers of one kind read alike. */
export interface FileReader<Value> {
  kind: string;
  read(text: string): Value | null;
}

/**
 * One way to read a column whose files are written differently, by a text and its code. Rows of files that differ from
 * the first get new codes for the texts that mean something else there.
 *
 * @param readers one a file, in the order of the files
 * @param same whether two values are equal
 */
export function readByFile<Value>(
  table: RawTable,
  column: TextColumn,
  readers: readonly FileReader<Value>[],
  same: (a: Value | null, b: Value | null) => boolean,
): (text: string, code: number) => Value | null {
  const [base] = readers;
  if (base === undefined) return () => null;
  const readerOf = new Map<number, FileReader<Value>>();
  const twinsOf = new Map<string, Map<number, number>>();
  table.files().forEach(({ firstRow, endRow }, file) => {
    const reader = readers[file];
    if (reader === undefined || reader.kind === base.kind) return;
    const twins = twinsOf.get(reader.kind) ?? new Map<number, number>();
    twinsOf.set(reader.kind, twins);
    for (let row = firstRow; row < endRow; row += 1) {
      const code = column.code(row);
      let twin = twins.get(code);
      if (twin === undefined) {
        const text = foldSpaces(column.text(code));
        twin = same(base.read(text), reader.read(text)) ? code : column.texts.push(column.text(code)) - 1;
        twins.set(code, twin);
        if (twin !== code) readerOf.set(twin, reader);
      }
      column.setCode(row, twin);
    }
  });
  if (readerOf.size === 0) return (text) => base.read(text);
  return (text, code) => (readerOf.get(code) ?? base).read(text);
}

/** The distinct texts of each file, with the number of its rows that have each. */
export function usesByFile(table: RawTable, column: TextColumn): Map<string, number>[] {
  const counts = new Uint32Array(column.texts.length);
  const rows = column.codes;
  return table.files().map(({ firstRow, endRow }) => {
    const codes: number[] = [];
    for (let row = firstRow; row < endRow; row += 1) {
      const code = rows[row] ?? 0;
      const before = counts[code] ?? 0;
      if (before === 0) codes.push(code);
      counts[code] = before + 1;
    }
    const uses = new Map<string, number>();
    for (const code of codes) {
      const text = foldSpaces(column.text(code));
      uses.set(text, (uses.get(text) ?? 0) + (counts[code] ?? 0));
      counts[code] = 0;
    }
    return uses;
  });
}
