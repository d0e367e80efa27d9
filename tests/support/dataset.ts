import { createHash } from "node:crypto";
import Papa from "papaparse";
import { z } from "zod";
import { type Config, configSchema } from "../../src/config/config.ts";
import { silent } from "../../src/read/progress.ts";
import type { RowSource } from "../../src/read/row-source.ts";
import { type Dataset, type OpenStore, openDataset } from "../../src/store/open-dataset.ts";

/** A complete configuration from the keys that a test needs. */
export function configOf(keys: z.input<typeof configSchema> = {}): Config {
  return configSchema.parse(keys);
}

/** CSV text as a source of rows, without a disk. */
function textSource(text: string, name = "orders.csv"): RowSource {
  return {
    name,
    async read(handler) {
      const [header, ...rows] = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" }).data;
      if (header !== undefined) handler.onHeader(header, 1);
      handler.onRows(rows);
      const hash = createHash("sha256").update(text).digest("hex");
      return {
        bytes: Buffer.byteLength(text),
        encoding: "UTF-8",
        delimiter: ",",
        hash,
        leftOut: [],
        replaced: 0,
      };
    },
  };
}

/** The dataset of one or more CSV texts; files are called `orders.csv`, `orders-2.csv` and so on. */
export function datasetOf(
  text: string | readonly string[],
  keys: z.input<typeof configSchema> = {},
  openStore?: OpenStore,
): Promise<Dataset> {
  const texts = typeof text === "string" ? [text] : text;
  const sources = texts.map((each, index) =>
    textSource(each, index === 0 ? "orders.csv" : `orders-${index + 1}.csv`),
  );
  return openDataset(sources, configOf(keys), silent, openStore);
}

/** The rows of a question as plain objects. */
export function ask(dataset: Dataset, sql: string): Promise<Record<string, number | string | null>[]> {
  return dataset.store.query(sql, z.record(z.string(), z.union([z.number(), z.string(), z.null()])));
}

/** A dataset's finding of a kind. */
export function findingOf(dataset: Dataset, kind: string) {
  return dataset.findings.find((finding) => finding.kind === kind);
}
