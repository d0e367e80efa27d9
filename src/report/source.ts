import type { Formatter } from "./format.ts";
import type { Report } from "./report.ts";

/** A report, or a part of one, with the formatter that writes its numbers. */
export interface Source<Part = Report> {
  report: Part;
  format: Formatter;
}
