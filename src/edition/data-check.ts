import type { Config } from "../config/config.ts";
import type { Account, Finding, MappedColumn, SourceFile } from "../dataset/account.ts";
import { likelyNotGoods } from "../questions/not-goods.ts";
import { products } from "../questions/products.ts";
import type { Dataset } from "../store/open-dataset.ts";
import { publishedTitle } from "./title.ts";

/** What reading, mapping and cleaning made of the data, JSON-safe: `check --json` prints it as it stands. */
export interface DataCheck {
  schemaVersion: 1;
  /** The title that the report would have. */
  title: string;
  /** ISO 4217 code, or null where neither the data nor report.yaml say. */
  currency: string | null;
  files: SourceFile[];
  columns: MappedColumn[];
  /** Headers that no field took. */
  unmapped: string[];
  /** Headers that may hold what no column was understood as, by field: `check --fix` writes them into report.yaml. */
  guessed: Record<string, string>;
  account: Account;
  /** Rows and columns of files that hold reviews and no purchases; null where there are none. */
  reviews: { rows: number; columns: MappedColumn[] } | null;
  findings: Finding[];
  /** Names or codes that report.yaml excludes, with the lines left out by each. */
  excluded: { name: string; lines: number }[];
  /** Products that look like postage, fees or corrections rather than goods: left out of rankings. */
  likelyNotGoods: { name: string; code: string | null }[];
}

/** What became of the data, without working out the report. */
export async function dataCheck(dataset: Dataset, config: Config): Promise<DataCheck> {
  const { files, columns, unmapped, guessed, account, findings, excluded } = dataset;
  return {
    schemaVersion: 1,
    title: publishedTitle(dataset, config),
    currency: config.currency ?? dataset.currency,
    files,
    columns,
    unmapped,
    guessed,
    account,
    reviews:
      dataset.reviewTable === null
        ? null
        : { rows: dataset.reviewTable.rows, columns: dataset.reviewColumns },
    findings,
    excluded: excluded.map(({ name, lines }) => ({ name, lines })),
    likelyNotGoods: likelyNotGoods(await products(dataset.store), config.goods).map(({ name, code }) => ({
      name,
      code,
    })),
  };
}
