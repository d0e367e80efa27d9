import type { Formatter } from "../../report/format.ts";
import type { Report } from "../../report/report.ts";
import { shareNote } from "../../report/words/sharing.ts";
import { overviewHeadlines } from "./overview.ts";

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
