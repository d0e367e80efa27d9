import { z } from "zod";
import { InputError } from "../dataset/input-error.ts";
import { passGates } from "../report/gates/pass-gates.ts";
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
  globalThis.shopperReport ??= openCurrent();
  return globalThis.shopperReport;
}

async function openCurrent(): Promise<Report> {
  const { report } = await openReport(dataPath(), undefined, {
    previous: previousPath(),
    today: givenDay(),
  });
  passGates(report);
  return report;
}

/** Makes a report the one that pages show. */
export function shareReport(report: Report): void {
  globalThis.shopperReport = Promise.resolve(report);
}

/** The data folder or file of this process. */
export function dataPath(): string {
  return process.env["REPORT_DATA"] || defaultData;
}

/** The address or path of the earlier report.json that REPORT_PREVIOUS names, if it does. */
export function previousPath(): string | undefined {
  return process.env["REPORT_PREVIOUS"] || undefined;
}

const day = z.iso.date();

/** The ISO date that REPORT_TODAY gives, null without it. Throws an InputError where it is none. */
export function givenDay(): string | null {
  const text = process.env["REPORT_TODAY"];
  if (text === undefined || text === "") return null;
  if (day.safeParse(text).success) return text;
  throw new InputError(
    `REPORT_TODAY is ${JSON.stringify(text)}, which is no date`,
    "Write it as 2026-01-31.",
  );
}
