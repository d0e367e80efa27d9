import type { Config } from "../config/config.ts";
import { InputError } from "../errors.ts";
import { type FieldName, fieldDefinition } from "../fields/fields.ts";
import { meaningsOf, normalHeader } from "../fields/headers.ts";
import { identifierKey } from "./clean/text.ts";
import type { FileTable } from "./file-table.ts";
import type { Mapping } from "./map.ts";
import { TextColumn } from "./text-column.ts";

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

/** A file whose rows the report is made of, with the files that are looked up from it, in order. */
export interface JoinTree {
  root: MappedFile;
  links: Link[];
}

export interface Joined {
  trees: JoinTree[];
  /** Files that no tree needs. */
  unused: MappedFile[];
}

/** Part of the keys that must be found in the other file. */
const leastCovered = 0.9;
/** Part of the headers that two files of one kind have in common. */
const alike = 0.6;

/**
 * How files belong together. Files of one kind (of the same headers, by and large) are read one after another.
 * Of others a key is a column that both have by name, whose values are unique in one of them and cover those of the other.
 */
export function joinFiles(
  files: readonly MappedFile[],
  config: Pick<Config, "join">,
  holdsPurchases: (mapping: Pick<Mapping, "columns">) => boolean,
): Joined {
  if (files.length === 0) return { trees: [], unused: [] };
  if (config.join === "none") return apart(files, holdsPurchases);
  const links = config.join === "auto" ? findLinks(files) : chosenLinks(files, config.join);
  if (links.length === 0) return apart(files, holdsPurchases);
  const reachable = files.map((mapped) => linksFrom(mapped.file, links));
  const best = files
    .map((_, index) => index)
    .sort(
      (a, b) =>
        (reachable[b]?.length ?? 0) - (reachable[a]?.length ?? 0) ||
        goods(files[b]) - goods(files[a]) ||
        a - b,
    )[0];
  const root = best === undefined ? undefined : files[best];
  if (root === undefined) return apart(files, holdsPurchases);
  // Several files may hold the lines: those of the root's kind.
  const roots = files.filter((mapped) => mapped === root || isAlike(mapped.file, root.file));
  const trees = roots.map((mapped) => ({ root: mapped, links: linksFrom(mapped.file, links) }));
  const used = new Set(
    trees.flatMap(({ root: { file }, links: all }) => [file, ...all.map(({ to }) => to.file)]),
  );
  const others = files.filter(({ file }) => !used.has(file));
  // What is keyed to a file in use tells of the same purchases once more, as payments do.
  const own = others.filter(
    (mapped) =>
      holdsPurchases(mapped.mapping) &&
      !links.some(({ from, to }) => from === mapped.file && used.has(to.file)),
  );
  return {
    trees: [...trees, ...own.map((mapped) => ({ root: mapped, links: [] }))],
    unused: others.filter((mapped) => !own.includes(mapped)),
  };
}

function apart(
  files: readonly MappedFile[],
  holdsPurchases: (mapping: Pick<Mapping, "columns">) => boolean,
): Joined {
  const own = files.filter(({ mapping }) => holdsPurchases(mapping));
  // Nothing can be made of any: the first one says what is missing.
  const roots = own.length === 0 ? files.slice(0, 1) : own;
  return {
    trees: roots.map((root) => ({ root, links: [] })),
    unused: files.filter((mapped) => !roots.includes(mapped)),
  };
}

/** How much a file looks like the lines of orders. */
function goods(mapped: MappedFile | undefined): number {
  const fields: FieldName[] = ["order", "product", "productCode", "quantity", "price", "amount"];
  return fields.filter((field) => mapped?.mapping.columns.has(field)).length;
}

function isAlike(one: FileTable, other: FileTable): boolean {
  const mine = new Set(one.headers.map(normalHeader));
  const its = new Set(other.headers.map(normalHeader));
  const common = [...mine].filter((header) => its.has(header)).length;
  return common >= alike * Math.min(mine.size, its.size) && common >= alike * Math.max(mine.size, its.size);
}

/** The links that lead on from a file, each file once, the nearest first. */
function linksFrom(start: FileTable, links: readonly Link[]): Link[] {
  const reached = new Set([start]);
  const found: Link[] = [];
  for (let from = [start]; from.length > 0; ) {
    const next = links.filter((link) => from.includes(link.from));
    from = [];
    for (const link of next) {
      if (reached.has(link.to.file)) continue;
      reached.add(link.to.file);
      found.push(link);
      from.push(link.to.file);
    }
  }
  return found;
}

function findLinks(files: readonly MappedFile[]): Link[] {
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

function rowsByKey(column: TextColumn, rows: number): Map<string, number> | null {
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

function keyText(text: string): string {
  return identifierKey(text).replace(/^(\d+)\.0+$/, "$1");
}

/** The links that report.yaml names. */
function chosenLinks(files: readonly MappedFile[], chosen: readonly string[]): Link[] {
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

/** Fields that a file may give to the rows that it is looked up from, by what its key names. */
function mayGive(field: FieldName, key: FieldName | undefined): boolean {
  const { level, rule } = fieldDefinition(field);
  if (field === "quantity" || field === "line" || field === "amount" || field === "grossAmount") return false;
  if (key === "order" || key === "orderKey")
    return level === "order" || level === "customer" || field === "order";
  if (key === "customer" || key === "email")
    return (
      level === "customer" ||
      (level === "order" &&
        rule !== "money" &&
        rule !== "date" &&
        ![
          "status",
          "paymentStatus",
          "order",
          "orderKey",
          "cancelledAt",
          "paymentMethod",
          "shippingType",
          "currency",
        ].includes(field))
    );
  return level === "product" || field === "price" || field === "size" || field === "color";
}

/** The columns of a tree's rows by field: the root's own, then what the files looked up from it add. */
export function treeColumns({
  root,
  links,
}: JoinTree): Map<FieldName, { header: string; column: TextColumn }> {
  const found = new Map<FieldName, { header: string; column: TextColumn }>();
  const add = (
    { file, mapping }: MappedFile,
    rowOf: Int32Array | null,
    key?: FieldName | undefined,
    keyColumn?: number,
  ) => {
    for (const [field, index] of mapping.columns) {
      const isReview = field === "review" || field === "reviewTitle";
      const column = isReview ? file.presence(index) : file.columns[index];
      if (column === undefined) continue;
      // Olist's orders name a customer anew each time; who it is stands in the file of customers.
      const isBetter = field === "customer" && key === "customer" && index !== keyColumn;
      if (found.has(field) && !isBetter) continue;
      if (rowOf !== null && !mayGive(field, key)) continue;
      const header = file.headers[index] ?? field;
      found.set(field, { header, column: rowOf === null ? column : lookUp(column, rowOf) });
    }
  };
  add(root, null);
  const mappings = new Map([root, ...links.map(({ to }) => to)].map(({ file, mapping }) => [file, mapping]));
  const rowsOf = new Map<FileTable, Int32Array | null>([[root.file, null]]);
  for (const { from, fromColumn, to, toColumn } of links) {
    const before = rowsOf.get(from) ?? null;
    const keys = from.columns[fromColumn];
    const targets = to.file.columns[toColumn];
    if (keys === undefined || targets === undefined) continue;
    const rows = rowsByKey(targets, to.file.rows) ?? new Map<string, number>();
    const rowOfCode = keys.texts.map((text) => rows.get(keyText(text)) ?? -1);
    const rowOf = new Int32Array(root.file.rows);
    for (let row = 0; row < rowOf.length; row += 1) {
      const own = before === null ? row : (before[row] ?? -1);
      rowOf[row] = own < 0 ? -1 : (rowOfCode[keys.code(own)] ?? -1);
    }
    rowsOf.set(to.file, rowOf);
    const key = fieldOf(to.mapping, toColumn) ?? fieldOf(mappings.get(from), fromColumn);
    add(to, rowOf, key, toColumn);
  }
  return found;
}

/** The field that took a column, or that its header means first of all. */
function fieldOf(mapping: Mapping | undefined, column: number): FieldName | undefined {
  if (mapping === undefined) return undefined;
  const taken = [...mapping.columns].find(([, index]) => index === column)?.[0];
  return taken ?? meaningsOf(mapping.headers[column] ?? "")[0]?.field;
}

/** A column's cell for each row, -1 for none. */
function lookUp(column: TextColumn, rowOf: Int32Array): TextColumn {
  const found = new TextColumn(rowOf.length);
  const codes = column.texts.map((text) => found.codeOf(text));
  rowOf.forEach((source, row) => {
    if (source >= 0) found.setCode(row, codes[column.code(source)] ?? 0);
  });
  return found;
}
