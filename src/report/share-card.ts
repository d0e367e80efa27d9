import type { Formatter } from "./format.ts";
import { overviewHeadlines } from "./overview.ts";
import type { Report } from "./report.ts";
import { shareNote } from "./words/sharing.ts";

const shownAtMost = 4;

/** What the picture of a report says: its title, the Overview's first numbers, and what they stand on. */
export function shareCard(
  report: Report,
  format: Formatter,
): { title: string; numbers: { name: string; value: string }[]; note: string } {
  const numbers = overviewHeadlines(report).flatMap(({ metric, value }) => {
    const definition = report.definitions.find(({ id }) => id === metric);
    return definition === undefined
      ? []
      : [{ name: definition.name, value: format.unit(value, definition.unit) }];
  });
  return { title: report.title, numbers: numbers.slice(0, shownAtMost), note: shareNote(report, format) };
}
