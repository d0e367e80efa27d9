import type { Config } from "../config/config.ts";
import { InputError } from "../errors.ts";
import { fieldDefinition, fieldNames } from "../fields/fields.ts";
import type { Progress } from "../read/progress.ts";
import type { LeftOut, ReadSummary, RowSource } from "../read/row-source.ts";
import type { MappedColumn, SourceFile } from "./account.ts";
import { blankMissing } from "./clean/missing.ts";
import type { Findings } from "./findings.ts";
import { type Mapping, mapHeaders } from "./map.ts";
import { RawTable } from "./raw-table.ts";

/** All files as text by field, with what they were. */
export interface Ingested {
  table: RawTable;
  files: SourceFile[];
  hashes: string[];
  unmapped: string[];
}

/**
 * Reads every source into one table of mapped cells. Throws an InputError for a source that is no table,
 * has no rows, or does not map.
 */
export async function ingest(
  sources: readonly RowSource[],
  config: Config,
  findings: Findings,
  progress: Progress,
): Promise<Ingested> {
  const table = new RawTable();
  const files: SourceFile[] = [];
  const hashes: string[] = [];
  const unmapped = new Set<string>();
  const ordersFirstLineOnly: number[] = [];
  for (const source of sources) {
    progress.stage(`Reading ${source.name}`);
    const { mapping, firstRow, summary } = await readSource(source, table, config, progress);
    if (table.rows === firstRow) {
      throw new InputError(
        "the file has a header and no rows",
        "Export the data again, or remove the file.",
        { file: source.name },
      );
    }
    const { bytes, encoding, delimiter } = summary;
    files.push({ name: source.name, bytes, rows: table.rows - firstRow, encoding, delimiter });
    hashes.push(summary.hash);
    for (const index of mapping.unmapped) unmapped.add(mapping.headers[index] ?? "");
    if (mapping.ordersFirstLineOnly) ordersFirstLineOnly.push(files.length - 1);
    noteForm(source.name, summary, findings);
  }
  blankMissing(table, findings);
  const ranges = table.files();
  for (const file of ordersFirstLineOnly) {
    const range = ranges[file];
    if (range !== undefined) fillDown(table, range.firstRow, range.endRow);
  }
  return { table, files, hashes, unmapped: [...unmapped].filter((header) => header.trim() !== "") };
}

/** How the headers were understood, with the rows that have a value. */
export function describeColumns(table: RawTable): MappedColumn[] {
  return fieldNames.flatMap((field) => {
    const column = table.column(field);
    if (column === undefined) return [];
    let filled = 0;
    for (let row = 0; row < table.rows; row += 1) if (column.code(row) !== 0) filled += 1;
    return [{ field, label: fieldDefinition(field).label, header: table.header(field), filled }];
  });
}

/** What of a file's form whoever reads the report should know. */
function noteForm(file: string, { encoding, leftOut, replaced }: ReadSummary, findings: Findings): void {
  if (!unmistakable.has(encoding)) {
    findings.note(
      `encoding-${encoding}`,
      `A file is not valid UTF-8 and was read as ${encoding}. Check that names with accents read well on the pages; else save the file as UTF-8, or say encoding in report.yaml.`,
    );
  }
  if (replaced > 0) {
    findings.note(
      "damaged-characters",
      `${file} is UTF-8 but for single bytes; the characters there show as \uFFFD.`,
      replaced,
    );
  }
  for (const { kind, line } of leftOut) {
    findings.add({ kind: `lines-${kind}`, severity: "note", message: linesLeftOut[kind] }, () => ({
      file,
      line,
      column: "",
      value: null,
      reason: "is no row of the table",
    }));
  }
}

/** What needs no look at its accents. */
const unmistakable = new Set(["UTF-8", "UTF-16", "XLSX"]);

const linesLeftOut: Readonly<Record<LeftOut["kind"], string>> = {
  above: "Lines above the header were passed over.",
  below: "Lines below the table that are none of its rows were passed over.",
  total: "Lines of totals at the end of a file were passed over.",
  header: "The header stands within the data again; it was passed over.",
};

async function readSource(
  source: RowSource,
  table: RawTable,
  config: Config,
  progress: Progress,
): Promise<{ mapping: Mapping; firstRow: number; summary: ReadSummary }> {
  const firstRow = table.rows;
  let started: { mapping: Mapping; writer: ReturnType<RawTable["beginFile"]> } | undefined;
  const summary = await source.read({
    onHeader(header, line) {
      const mapping = mapHeaders(source.name, header, config.columns);
      started = { mapping, writer: table.beginFile(source.name, mapping, line) };
    },
    onRows(rows) {
      const breaks = started?.writer.add(rows) ?? 0;
      progress.rows(table.rows - firstRow);
      return breaks;
    },
    onRestart() {
      if (started !== undefined) table.dropLastFile();
      started = undefined;
    },
  });
  if (started === undefined) {
    throw new InputError("the file is empty", "Export the data again, or remove the file.", {
      file: source.name,
    });
  }
  return { mapping: started.mapping, firstRow, summary };
}

/** Gives the later lines of an order what stands on its first line only, as in a Shopify export. */
function fillDown(table: RawTable, firstRow: number, endRow: number): void {
  const orders = table.column("order");
  if (orders === undefined) return;
  const columns = fieldNames.flatMap((field) => {
    const column = fieldDefinition(field).level === "order" ? table.column(field) : undefined;
    return column === undefined ? [] : [column];
  });
  for (let row = firstRow + 1; row < endRow; row += 1) {
    if (orders.code(row) !== orders.code(row - 1)) continue;
    for (const column of columns) {
      if (column.code(row) === 0) column.setCode(row, column.code(row - 1));
    }
  }
}
