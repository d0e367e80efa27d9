import type { Report } from "../report/report.ts";
import { openReport } from "./open-report.ts";

/** Where the data are, if REPORT_DATA does not say. */
export const defaultData = "data";

declare global {
  // The build works the report out before Astro starts, and Astro's bundle has its own copy of this module:
  // the process is what they share.
  var shopperReport: Promise<Report> | undefined;
}

/** The report of this build, worked out once for all pages: the data folder is `data/`, or what REPORT_DATA names. */
export function currentReport(): Promise<Report> {
  globalThis.shopperReport ??= openReport(dataPath()).then(({ report }) => report);
  return globalThis.shopperReport;
}

/** Makes a report the one that pages show. */
export function shareReport(report: Report): void {
  globalThis.shopperReport = Promise.resolve(report);
}

/** The data folder or file of this process. */
export function dataPath(): string {
  return process.env["REPORT_DATA"] || defaultData;
}
