import { markdownLines } from "../../report/markdown.ts";
import type { Source } from "../../report/source.ts";
import { summaryWords } from "./words.ts";
import { writeChanges } from "./write-changes.ts";

/** What changed, as Markdown, or why nothing is compared. */
export function changesSummary(
  { report: { changes }, format }: Source,
  notices: readonly string[],
): string[] {
  if (changes !== null) return [writeChanges(changes, "markdown", format).trimEnd()];
  const why = notices.length === 0 ? [summaryWords.noPrevious] : notices;
  return [[`## ${summaryWords.title}`, ...why.map(markdownLines)].join("\n\n")];
}
