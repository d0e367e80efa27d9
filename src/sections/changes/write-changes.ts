import type { Formatter } from "../../report/format.ts";
import { markdownTable, markdownText, oneLine } from "../../report/markdown.ts";
import { type ChangeTable, changeSections } from "./change-sections.ts";
import type { Changes } from "./changes.ts";
import { noiseNote } from "./words.ts";

/** Changes as text for a terminal, as Markdown for a job summary, or as JSON; each ends with a line end. */
export function writeChanges(changes: Changes, as: "text" | "markdown" | "json", format: Formatter): string {
  switch (as) {
    case "json":
      return `${JSON.stringify(changes, null, 1)}\n`;
    case "text":
      return asText(changes, format);
    case "markdown":
      return asMarkdown(changes, format);
  }
}

function asText(changes: Changes, format: Formatter): string {
  const { lead, sections } = changeSections(changes, format);
  const parts = sections.map(({ title, lead: words, tables }) =>
    [title, words, ...tables.flatMap(textLines)].map(oneLine).join("\n"),
  );
  return `${[oneLine(lead), ...parts, noiseNote].join("\n\n")}\n`;
}

/** A row a line; what is known of it behind its name. */
function textLines({ name, columns, rows }: ChangeTable): string[] {
  const lines = rows.map(([first = "", ...rest]) => {
    const cells = rest.map((cell, index) => `${columns[index + 1]?.name.toLowerCase() ?? ""} ${cell}`);
    return `- ${first}${/[.:]$/.test(first) ? "" : ":"} ${cells.join(", ")}`;
  });
  return [`${name}:`, ...lines];
}

function asMarkdown(changes: Changes, format: Formatter): string {
  const { lead, sections } = changeSections(changes, format);
  const parts = sections.flatMap(({ title, lead: words, tables }) => [
    `### ${markdownText(title)}`,
    markdownText(words),
    ...tables.map(({ columns, rows }) => markdownTable(columns, rows)),
  ]);
  return `${["## What changed", markdownText(lead), ...parts, markdownText(noiseNote)].join("\n\n")}\n`;
}
