import { type FieldName, fieldDefinition } from "../fields/fields.ts";
import { meaningsOf } from "../fields/headers.ts";
import type { FileTable } from "./file-table.ts";
import { keyText, type Link, type MappedFile, rowsByKey } from "./join-keys.ts";
import type { Mapping } from "./map.ts";
import { isReview } from "./review-headers.ts";
import { TextColumn } from "./text-column.ts";

/** A file whose rows the report is made of, with the files that are looked up from it, in order. */
export interface JoinTree {
  root: MappedFile;
  links: Link[];
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
      const column = isReview(field) ? file.presence(index) : file.columns[index];
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
