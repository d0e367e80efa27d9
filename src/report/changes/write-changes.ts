import type { Formatter } from "../format.ts";
import { noiseNote } from "../words/changes.ts";
import { type ChangeTable, changeSections } from "./change-sections.ts";
import type { Changes } from "./changes.ts";

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
    `### ${escaped(title)}`,
    escaped(words),
    ...tables.map(markdownTable),
  ]);
  return `${["## What changed", escaped(lead), ...parts, escaped(noiseNote)].join("\n\n")}\n`;
}

function markdownTable({ columns, rows }: ChangeTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ name }) => escaped(name))),
    line(columns.map(({ amount }) => (amount ? "---:" : "---"))),
    ...rows.map((cells) => line(cells.map(escaped))),
  ].join("\n");
}

/**
 * A text as Markdown of GitHub's kind that says it as it is: what could be markup, a link, a formula or the end of a
 * cell stands as a character reference, and a word joiner keeps a name from being called.
 */
function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~&$!#]|:(?=\/\/)|(?<=\bwww)\./gi, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll("@", "@\u2060");
}

/** On one line and without control characters, which could end a table's row or drive a terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
