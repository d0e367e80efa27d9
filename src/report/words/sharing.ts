import type { Formatter } from "../format.ts";
import type { Report } from "../report.ts";
import { counted } from "./general.ts";

/** The disclosure under each figure, and what stands in it. */
export const toolWords = {
  disclosure: "Data and downloads",
  downloadCsv: "Download CSV",
  downloadPng: "Download PNG",
  downloadSvg: "Download SVG",
  copyPng: "Copy PNG",
  copySvg: "Copy SVG",
  embed: "To show this figure in another page:",
  copyEmbed: "Copy embed code",
  openEmbed: "Show it alone",
} as const;

/** The name of the code that shows a figure in another page. */
export function embedCodeOf(title: string): string {
  return `Embed code: ${title}`;
}

/** What is said when a tool has done its work, or has not. */
export const toolAnswers = {
  copied: "Copied.",
  downloaded: "Downloaded.",
  downloadedInstead: "This browser does not copy here: downloaded instead.",
  selected: "This browser does not copy here: the code is selected, to be copied by hand.",
  failed: "That did not work in this browser.",
} as const;

/** The heading of a CSV's column that holds a written column's numbers. */
export function numberHeading(heading: string): string {
  return `${heading}, plain number`;
}

/** Under a figure that stands alone: where it is from. */
export function sourceWords(report: Pick<Report, "title">, page: string): { lead: string; link: string } {
  return { lead: "From the report", link: `${report.title}: ${page}` };
}

/** What a report stands on, in a line: its period where it has one, and its rows. */
export function shareNote(report: Report, format: Formatter): string {
  const rows = counted(format, report.dataset.account.read, "row");
  if (report.period === null) return rows;
  return `${format.day(report.period.first)} to ${format.day(report.period.last)} · ${rows}`;
}

/** The picture of a report, for who cannot see it. */
export function shareImageWords(title: string, numbers: readonly { name: string; value: string }[]): string {
  return `${title}. ${numbers.map(({ name, value }) => `${name}: ${value}`).join("; ")}`;
}
