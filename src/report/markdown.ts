/** A column of a Markdown table. */
export interface MarkdownColumn {
  name: string;
  /** Whether numbers stand in it, to be set to the right. */
  amount: boolean;
}

/** A table as Markdown of GitHub's kind; headings and cells may be any text. */
export function markdownTable(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ name }) => markdownText(name))),
    line(columns.map(({ amount }) => (amount ? "---:" : "---"))),
    ...rows.map((cells) => line(cells.map(markdownText))),
  ].join("\n");
}

/**
 * A text as Markdown of GitHub's kind that says it as it is: what could be markup, a link, a formula or the end of a
 * cell stands as a character reference, and a word joiner keeps a name from being called.
 */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~&$!#]|:(?=\/\/)|(?<=\bwww)\./gi, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll("@", "@\u2060");
}

/** A message whose lines stay lines: none begins a list or underlines a heading. */
export function markdownLines(message: string): string {
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

/** On one line and without control characters, which could end a table's row or drive a terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
