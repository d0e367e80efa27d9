import { createFormatter, type Formatter } from "../report/format.ts";
import { markdownTable, markdownText } from "../report/markdown.ts";
import type { Report } from "../report/report.ts";
import { writeChanges } from "../sections/changes/write-changes.ts";
import { accountSentence } from "../sections/data/words/data.ts";
import { accountHeadings, accountRows, rowsRead, severityNames } from "../sections/data/words/data-page.ts";
import { gateHeadings, gateRow } from "./gates/words.ts";
import { findingHeadings, firstPlace, summaryWords } from "./words/job-summary.ts";

/** Bytes of a summary; GitHub refuses one of more than 1 MiB as a whole. */
const room = 1_000_000;

/**
 * What a reviewer wants to know of a report before they see it, as Markdown of GitHub's kind: the account of the
 * rows, findings, gates and what changed. It holds nothing but what the report publishes, and ends with a line end.
 *
 * @param notices what whoever builds should know beside the report, such as why nothing is compared
 */
export function jobSummary(report: Report, notices: readonly string[]): string {
  const format = createFormatter(report.locale, report.currency);
  const parts = [
    `# ${markdownText(report.title)}`,
    account(report, format),
    findings(report, format),
    gates(report),
    changes(report, notices, format),
  ];
  return `${fitting(parts).join("\n\n")}\n`;
}

/** A message that stopped a command, as Markdown; its lines stay lines. */
export function stoppedSummary(message: string): string {
  return `${fitting([`# ${summaryWords.stopped}`, linesOf(message)]).join("\n\n")}\n`;
}

/** A message whose lines stay lines: none begins a list or underlines a heading. */
function linesOf(message: string): string {
  return message
    .split("\n")
    .map((line) =>
      markdownText(line.trim()).replace(
        /^[-+=]|(?<=^\d{1,9})[.)]/,
        (character) => `&#${character.charCodeAt(0)};`,
      ),
    )
    .join("<br>\n");
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

function changes(report: Report, notices: readonly string[], format: Formatter): string {
  if (report.changes !== null) return writeChanges(report.changes, "markdown", format).trimEnd();
  const why = notices.length === 0 ? [summaryWords.noPrevious] : notices;
  return [`## ${summaryWords.changes}`, ...why.map(linesOf)].join("\n\n");
}

/** The parts that fit into a summary; where some do not, a sentence that says so. */
function fitting(parts: readonly string[]): string[] {
  const encoder = new TextEncoder();
  const fits: string[] = [];
  let left = room;
  for (const part of parts) {
    left -= encoder.encode(part).length + 2;
    if (left < 0) return [...fits, summaryWords.cut];
    fits.push(part);
  }
  return fits;
}
