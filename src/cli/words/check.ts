import type { Example, Finding, SourceFile } from "../../dataset/account.ts";
import type { DataCheck } from "../../edition/data-check.ts";
import type { Formatter } from "../../report/format.ts";
import { counted } from "../../report/words/general.ts";
import { accountSentence, goodsSnippet, reviewRowsSentence } from "../../sections/data/words/data.ts";

const shownExamples = 3;
const shownGoods = 20;
const severities = { warning: "Mind", dropped: "Left out", changed: "Changed", note: "Note" } as const;

/** What was written into report.yaml. */
export function fixed(key: string, value: string): string {
  return `Written into report.yaml: ${key}: ${JSON.stringify(value)}`;
}

/** There is nothing that a column looks like and that is not understood. */
export const nothingToFix = "Nothing was written into report.yaml: no guess is missing there.";

/** What became of the data, as text for a terminal or a log. */
export function checkText(check: DataCheck, format: Formatter): string {
  const { files, unmapped, account, reviews, findings, excluded, likelyNotGoods } = check;
  const columns = [...check.columns, ...(reviews?.columns ?? [])];
  const parts = [
    files.map((file) => fileLine(file, format)).join("\n"),
    reviews === null ? "" : reviewRowsSentence(reviews.rows, format),
    account.read === 0 ? "" : accountSentence(account, format),
    part(
      "Columns",
      columns.map(
        ({ header, field, label, filled }) =>
          `${JSON.stringify(header)} is ${label.toLowerCase()} (${field}), ${counted(format, filled, "value")}`,
      ),
    ),
    part(
      "Not used, because no field has such a header",
      unmapped.map((header) => JSON.stringify(header)),
    ),
    findings.length === 0
      ? "Nothing to remark: every value was read as it stands."
      : part(
          "Findings",
          findings.map((finding) => findingLines(finding, format)),
        ),
    part(
      "Excluded by report.yaml",
      excluded.map(({ name, lines }) => `${JSON.stringify(name)}: ${counted(format, lines, "line")}`),
    ),
    likelyNotGoods.length === 0
      ? ""
      : `${counted(format, likelyNotGoods.length, "product looks", "products look")} like no goods: ${likelyNotGoods.length === 1 ? "it counts in totals and is" : "they count in totals and are"} ranked nowhere. To bring one back, put its line into report.yaml${likelyNotGoods.length > shownGoods ? ` (the first ${shownGoods})` : ""}:\n${indented(goodsSnippet(likelyNotGoods.slice(0, shownGoods)))}`,
  ];
  return parts.filter((text) => text !== "").join("\n\n");
}

function fileLine({ name, rows, encoding, delimiter }: SourceFile, format: Formatter): string {
  return `${name}: ${counted(format, rows, "row")}, ${encoding}${delimiter === null ? "" : `, delimiter ${delimiter === "\t" ? "tab" : `"${delimiter}"`}`}`;
}

function part(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : [`${title}:`, ...items.map(indented)].join("\n");
}

function findingLines({ severity, count, message, examples }: Finding, format: Formatter): string {
  const shown = examples.slice(0, shownExamples);
  const more =
    count > shown.length && shown.length > 0 ? [`and ${format.count(count - shown.length)} more`] : [];
  const lines = [...shown.map(exampleLine), ...more].map(indented);
  return [`${severities[severity]}, ${counted(format, count, "time")}: ${message}`, ...lines].join("\n");
}

function exampleLine({ file, line, column, reason }: Example): string {
  return `${file}, line ${line}, column "${column}": ${reason}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}
