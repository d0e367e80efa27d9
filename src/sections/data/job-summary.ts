import type { Formatter } from "../../report/format.ts";
import { markdownTable, markdownText } from "../../report/markdown.ts";
import type { Report } from "../../report/report.ts";
import type { Source } from "../../report/source.ts";
import { accountSentence } from "./words/data.ts";
import { accountHeadings, accountRows, rowsRead, severityNames } from "./words/data-page.ts";
import { gateHeadings, gateRow } from "./words/gates.ts";
import { findingHeadings, firstPlace, summaryWords } from "./words/job-summary.ts";

/** The account of the rows, findings and gates, as Markdown. */
export function dataSummary({ report, format }: Source): string[] {
  return [account(report, format), findings(report, format), gates(report)];
}

function account({ dataset }: Report, format: Formatter): string {
  const rows = accountRows(dataset.account, format).map(({ name, rows: count, remark }) => [
    name,
    format.count(count),
    remark,
  ]);
  return [
    `## ${summaryWords.account}`,
    markdownText(accountSentence(dataset.account, format)),
    markdownTable(
      [
        { name: accountHeadings.name, amount: false },
        { name: accountHeadings.rows, amount: true },
        { name: accountHeadings.remark, amount: false },
      ],
      [...rows, [rowsRead, format.count(dataset.account.read), ""]],
    ),
  ].join("\n\n");
}

function findings({ dataset }: Report, format: Formatter): string {
  const columns = Object.entries(findingHeadings).map(([id, name]) => ({ name, amount: id === "count" }));
  const rows = dataset.findings.map((finding) => [
    severityNames[finding.severity],
    format.count(finding.count),
    finding.message,
    firstPlace(finding),
  ]);
  return [
    `## ${summaryWords.findings}`,
    rows.length === 0 ? summaryWords.noFindings : markdownTable(columns, rows),
  ].join("\n\n");
}

function gates({ gates: results }: Report): string {
  const columns = Object.entries(gateHeadings).map(([id, name]) => ({ name, amount: id === "number" }));
  const rows = results.map(gateRow).map(({ gate, number, bound, result }) => [gate, number, bound, result]);
  const remarks = results
    .filter(({ outcome }) => outcome !== "passed")
    .map(({ words }) => `- ${markdownText(words)}`);
  return [
    `## ${summaryWords.gates}`,
    rows.length === 0 ? summaryWords.noGates : markdownTable(columns, rows),
    ...(remarks.length === 0 ? [] : [remarks.join("\n")]),
  ].join("\n\n");
}
