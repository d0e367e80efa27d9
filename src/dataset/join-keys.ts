import { InputError } from "../errors.ts";
import { normalHeader } from "../fields/headers.ts";
import { identifierKey } from "./clean/text.ts";
import type { FileTable } from "./file-table.ts";
import type { Mapping } from "./map.ts";
import type { TextColumn } from "./text-column.ts";

/** A file with its columns by field. */
export interface MappedFile {
  file: FileTable;
  mapping: Mapping;
}

/** A file whose rows are looked up from another's by a key. */
export interface Link {
  from: FileTable;
  fromColumn: number;
  to: MappedFile;
  toColumn: number;
}

/** Part of the keys that must be found in the other file. */
const leastCovered = 0.9;
/** Part of the headers that two files of one kind have in common. */
const alike = 0.6;

/** Whether two files are of one kind: by and large of the same headers. */
export function isAlike(one: FileTable, other: FileTable): boolean {
  const mine = new Set(one.headers.map(normalHeader));
  const its = new Set(other.headers.map(normalHeader));
  const common = [...mine].filter((header) => its.has(header)).length;
  return common >= alike * Math.min(mine.size, its.size) && common >= alike * Math.max(mine.size, its.size);
}

/** The links that names, uniqueness and coverage of columns tell. */
export function findLinks(files: readonly MappedFile[]): Link[] {
  const keys = files.map(({ file }) => uniqueKeys(file));
  const found: Link[] = [];
  for (const { file: from } of files) {
    for (const [index, to] of files.entries()) {
      if (from === to.file || isAlike(from, to.file)) continue;
      const link = bestLink(from, to, keys[index] ?? new Map());
      if (link !== undefined) found.push(link);
    }
  }
  return found;
}

/** The columns of a file whose values are all different, with the row of each value. */
function uniqueKeys(file: FileTable): Map<number, Map<string, number>> {
  const found = new Map<number, Map<string, number>>();
  file.columns.forEach((column, index) => {
    if (column === undefined || !isKeyName(file, index)) return;
    const rows = rowsByKey(column, file.rows);
    if (rows !== null && rows.size > 1) found.set(index, rows);
  });
  return found;
}

function isKeyName(file: FileTable, index: number): boolean {
  return /(?:^| )(?:id|key|code|number|no|nr|sku|name)$|(?:id|nummer|番号|编号)$/.test(keyName(file, index));
}

/** The row of each value of a column; null where one stands in several. */
export function rowsByKey(column: TextColumn, rows: number): Map<string, number> | null {
  const found = new Map<string, number>();
  for (let row = 0; row < rows; row += 1) {
    const key = keyText(column.text(column.code(row)));
    if (key === "") continue;
    if (found.has(key)) return null;
    found.set(key, row);
  }
  return found;
}

function bestLink(
  from: FileTable,
  to: MappedFile,
  keys: ReadonlyMap<number, Map<string, number>>,
): Link | undefined {
  let best: (Link & { covered: number }) | undefined;
  for (const [toColumn, rows] of keys) {
    const name = keyName(to.file, toColumn);
    from.columns.forEach((column, fromColumn) => {
      if (column === undefined || keyName(from, fromColumn) !== name) return;
      const used = new Set(column.texts.map(keyText));
      used.delete("");
      const hits = [...used].filter((key) => rows.has(key)).length;
      const covered = used.size === 0 ? 0 : hits / used.size;
      if (hits > 0 && covered >= leastCovered && covered > (best?.covered ?? 0))
        best = { from, fromColumn, to, toColumn, covered };
    });
  }
  return best;
}

/** The name of a key: a bare `id` in products.csv is the `product id` of other files. */
function keyName(file: FileTable, index: number): string {
  const name = normalHeader(file.headers[index] ?? "");
  if (!/^(?:id|key|code|number|no)$/.test(name)) return name;
  const subject = normalHeader(file.name.replace(/^.*\//, "").replace(/\.[a-z.]+$/i, ""))
    .replace(/ies$/, "y")
    .replace(/s$/, "");
  return `${subject} ${name}`;
}

/** A key as it is compared. */
export function keyText(text: string): string {
  return identifierKey(text).replace(/^(\d+)\.0+$/, "$1");
}

/** The links that report.yaml names. Throws an InputError for a column that is not there, or is no key. */
export function chosenLinks(files: readonly MappedFile[], chosen: readonly string[]): Link[] {
  return chosen.map((text) => {
    const [one = "", other = ""] = text.split("=").map((side) => side.trim());
    const from = columnOf(files, one, text);
    const to = columnOf(files, other, text);
    if (rowsByKey(to.column, to.mapped.file.rows) === null) {
      throw new InputError(
        `"${other}" is no key: some of its values stand in several rows`,
        `In join: ${JSON.stringify(text)} the second column is the one whose values are all different.`,
        { file: "report.yaml" },
      );
    }
    return { from: from.mapped.file, fromColumn: from.index, to: to.mapped, toColumn: to.index };
  });
}

function columnOf(files: readonly MappedFile[], side: string, whole: string) {
  for (const mapped of files) {
    const { file } = mapped;
    if (!side.startsWith(`${file.name}:`)) continue;
    const index = file.headers.indexOf(side.slice(file.name.length + 1).trim());
    const column = file.columns[index];
    if (column !== undefined) return { mapped, index, column };
  }
  throw new InputError(
    `there is no column "${side}", which report.yaml names under join`,
    `Write join: ["lines.csv:order_id = orders.csv:order_id"], with the names of files and headers as they are; found was ${JSON.stringify(whole)}.`,
    { file: "report.yaml" },
  );
}
