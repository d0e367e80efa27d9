import type { Config } from "../../config/config.ts";
import type { Finding } from "../../dataset/account.ts";
import { knownMasker, nameMasker, tellingOf } from "../../dataset/clean/mask-names.ts";
import { publishedColumns, publishedExclusions } from "../../disclosure/plain-counts.ts";
import { withholdRareExamples } from "../../disclosure/rare-examples.ts";
import type { Report } from "../../report/report.ts";
import type { Dataset } from "../../store/open-dataset.ts";
import type { Inputs } from "../inputs.ts";
import { namedNotGoods } from "./named-not-goods.ts";
import { agreementWords, maskedWords } from "./words/data.ts";

/** What was read, mapped, changed and left out; `agreeing` are pairs of fields that tell the same fact. */
export async function datasetPart(
  { dataset, config, gate, lines, products, returners, guests }: Inputs,
  agreeing: readonly (readonly [string, string])[],
): Promise<Report["dataset"]> {
  const mask = nameMasker(tellingOf(dataset.table));
  return {
    files: dataset.files.map((file) => ({ ...file, name: mask(file.name) })),
    fingerprint: await fingerprint(dataset),
    columns: publishedColumns(dataset.columns, dataset.table, (persons) => gate.isFew(persons)),
    reviews:
      dataset.reviewTable === null
        ? null
        : {
            rows: dataset.reviewTable.rows,
            columns: publishedColumns(dataset.reviewColumns, dataset.reviewTable, (persons) =>
              gate.isFew(persons),
            ),
          },
    unmapped: dataset.unmapped.map(mask),
    account: {
      ...dataset.account,
      returnsValue: gate.count(dataset.account.returnsValue, returners),
      guestPurchases: gate.count(dataset.account.guestPurchases, guests.guests),
    },
    findings: [
      ...withholdRareExamples(dataset.findings, dataset.table, (customers) => gate.isEnough(customers)),
      ...agreeing.map(agreementFinding),
      ...maskedFinding(dataset, config),
    ],
    ...namedNotGoods(lines, products, config.goods, gate),
    excluded: publishedExclusions(dataset.excluded, (persons) => gate.isFew(persons), mask),
  };
}

/** That names of files, of excluded products or of the report itself held what tells of somebody. */
function maskedFinding(
  { files, excluded, table }: Pick<Dataset, "files" | "excluded" | "table">,
  { title = "", subtitle = "", footer = "" }: Pick<Config, "title" | "subtitle" | "footer">,
): Finding[] {
  const telling = tellingOf(table);
  const [mask, maskKnown] = [nameMasker(telling), knownMasker(telling)];
  const names = [...files.map(({ name }) => name), ...excluded.map(({ name }) => name), title];
  const count =
    names.filter((name) => mask(name) !== name).length +
    [subtitle, footer].filter((text) => maskKnown(text) !== text).length;
  return count === 0
    ? []
    : [{ kind: "texts-masked", severity: "note", message: maskedWords, count, examples: [] }];
}

function agreementFinding([one, other]: readonly [string, string]): Finding {
  return {
    kind: "fields-agree",
    severity: "note",
    message: agreementWords(one, other),
    count: 1,
    examples: [],
  };
}

/**
 * SHA-256 of what was read and how it was mapped; the same whatever the files are called and in which order they
 * come.
 */
async function fingerprint({ hashes, columns, unmapped }: Dataset): Promise<string> {
  const mapping = columns.map(({ field, header }) => [field, header]);
  const text = JSON.stringify({ content: [...hashes].sort(), mapping, unmapped: [...unmapped].sort() });
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
