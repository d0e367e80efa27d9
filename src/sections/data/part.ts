import type { Finding } from "../../dataset/account.ts";
import { maskContacts } from "../../dataset/clean/mask-names.ts";
import { publishedColumns, publishedExclusions } from "../../disclosure/plain-counts.ts";
import { withholdRareExamples } from "../../disclosure/rare-examples.ts";
import type { Report } from "../../report/report.ts";
import type { Dataset } from "../../store/open-dataset.ts";
import type { Inputs } from "../inputs.ts";
import { namedNotGoods } from "./named-not-goods.ts";
import { agreementWords } from "./words/data.ts";

/** What was read, mapped, changed and left out; `agreeing` are pairs of fields that tell the same fact. */
export async function datasetPart(
  { dataset, config, gate, lines, products, returners, guests }: Inputs,
  agreeing: readonly (readonly [string, string])[],
): Promise<Report["dataset"]> {
  return {
    files: dataset.files.map((file) => ({ ...file, name: maskContacts(file.name) })),
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
    unmapped: dataset.unmapped,
    account: {
      ...dataset.account,
      returnsValue: gate.count(dataset.account.returnsValue, returners),
      guestPurchases: gate.count(dataset.account.guestPurchases, guests.guests),
    },
    findings: [
      ...withholdRareExamples(dataset.findings, dataset.table, (customers) => gate.isEnough(customers)),
      ...agreeing.map(agreementFinding),
    ],
    ...namedNotGoods(lines, products, config.goods, gate),
    excluded: publishedExclusions(dataset.excluded, (persons) => gate.isFew(persons)),
  };
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
