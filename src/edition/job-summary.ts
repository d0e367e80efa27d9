import { createFormatter } from "../report/format.ts";
import { markdownLines, markdownText } from "../report/markdown.ts";
import type { Report } from "../report/report.ts";
import { sections as all } from "../sections/index.ts";
import { summaries } from "../sections/listed.ts";
import { summaryWords } from "./words/job-summary.ts";

/** Bytes of a summary; GitHub refuses one of more than 1 MiB as a whole. */
const room = 1_000_000;

/**
 * What a reviewer wants to know of a report before they see it, as Markdown of GitHub's kind: the account of the
 * rows, findings, gates, what changed and what else sections say. It holds nothing but what the report publishes, and
 * ends with a line end.
 *
 * @param notices what whoever builds should know beside the report, such as why nothing is compared
 */
export function jobSummary(report: Report, notices: readonly string[], sections = all): string {
  const shown = { report, format: createFormatter(report.locale, report.currency), apart: { lookup: null } };
  const parts = [`# ${markdownText(report.title)}`, ...summaries(sections, shown, notices)];
  return `${fitting(parts).join("\n\n")}\n`;
}

/** A message that stopped a command, as Markdown; its lines stay lines. */
export function stoppedSummary(message: string): string {
  return `${fitting([`# ${summaryWords.stopped}`, markdownLines(message)]).join("\n\n")}\n`;
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
