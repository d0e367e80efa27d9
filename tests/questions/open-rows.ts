import { createHash } from "node:crypto";
import type { z } from "zod";
import { type Config, configSchema } from "../../src/config/config.ts";
import { buildReport } from "../../src/edition/build-report.ts";
import { silent } from "../../src/read/progress.ts";
import type { RowSource } from "../../src/read/row-source.ts";
import type { Report } from "../../src/report/report.ts";
import { type Dataset, openDataset } from "../../src/store/open-dataset.ts";

export type Cell = string | number;

/** A table in memory: each row its cells in the order of the header. */
export interface Table {
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** A table as a source of rows, as if it stood in a CSV file. */
function tableSource({ header, rows }: Table, name = "orders.csv"): RowSource {
  const texts = rows.map((row) => row.map(String));
  const text = JSON.stringify([header, texts]);
  return {
    name,
    async read(handler) {
      handler.onHeader(header, 1);
      handler.onRows(texts);
      const hash = createHash("sha256").update(text).digest("hex");
      return { bytes: text.length, encoding: "UTF-8", delimiter: ",", hash, leftOut: [], replaced: 0 };
    },
  };
}

/** The configuration of a report.yaml that holds these keys. */
export function configOf(keys: z.input<typeof configSchema> = {}): Config {
  return configSchema.parse(keys);
}

/** The dataset of one or more tables, with every check of the input. */
export function openTables(
  tables: readonly Table[],
  config = configOf(),
  names: readonly string[] = [],
): Promise<Dataset> {
  const sources = tables.map((table, index) => tableSource(table, names[index] ?? `part-${index + 1}.csv`));
  return openDataset(sources, config, silent);
}

/** Asks a dataset of one table a question, and closes it. */
export async function ask<Answer>(
  table: Table,
  question: (dataset: Dataset) => Answer | Promise<Answer>,
  config = configOf(),
): Promise<Answer> {
  const dataset = await openTables([table], config);
  try {
    return await question(dataset);
  } finally {
    await dataset.store.close();
  }
}

/** The report of one table. */
export async function reportOf(table: Table, config = configOf(), name = "orders.csv"): Promise<Report> {
  const dataset = await openTables([table], config, [name]);
  try {
    return await buildReport(dataset, config);
  } finally {
    await dataset.store.close();
  }
}

/** Rows of a snapshot: one customer each, with an amount and the given fields. */
export function snapshot(fields: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  return {
    header: ["Customer ID", ...fields],
    rows: rows.map((row, index) => [`customer ${index + 1}`, ...row]),
  };
}

/** The same row a number of times. */
export function times(count: number, row: readonly Cell[]): (readonly Cell[])[] {
  return Array.from({ length: count }, () => row);
}
