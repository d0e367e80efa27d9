import { InputError } from "../errors.ts";
import { filesStamp } from "../read/files-stamp.ts";
import { createFormatter } from "../report/format.ts";
import type { Report } from "../report/report.ts";
import type { Shown } from "../sections/section.ts";
import { passGates } from "./gates/pass-gates.ts";
import { type OpenedReport, openReport } from "./open-report.ts";

/** Where the data are, if REPORT_DATA does not say. */
const defaultData = "data";

/** What pages are made of. */
export type Opened = Pick<OpenedReport, "report" | "lookup">;

declare global {
  // The build works the report out before Astro starts, and Astro's bundle has its own copy of this module:
  // the process is what they share.
  var shopperReport: Promise<Shown> | undefined;
}

/** The report that this module opened itself: in `astro dev` a changed source makes the module anew, and forgets it. */
let own: Promise<Shown> | undefined;

/** The report of this build, worked out once for all pages: the data folder is `data/`, or what REPORT_DATA names. */
export async function currentReport(): Promise<Report> {
  return (await currentShown()).report;
}

/** The same, with the formatter that writes its numbers and what is shown beside it. */
export function currentShown(): Promise<Shown> {
  if (globalThis.shopperReport !== undefined) return globalThis.shopperReport;
  own ??= openCurrent();
  return own;
}

/**
 * Another text wherever a file that the report is made from has changed.
 *
 * @public astro.config.mjs asks for it.
 */
export async function currentStamp(): Promise<string> {
  const previous = previousPath();
  const stamps = [await filesStamp(dataPath()), previous === undefined ? "" : await filesStamp(previous)];
  return stamps.join("\n\n");
}

async function openCurrent(): Promise<Shown> {
  const opened = await openReport(dataPath(), undefined, {
    previous: previousPath(),
    today: givenDay(),
    salt: givenSalt(),
  });
  passGates(opened.report);
  return shownOf(opened);
}

/** Makes a report, with its lookup, the one that pages show. */
export function shareReport(opened: Opened): void {
  globalThis.shopperReport = Promise.resolve(shownOf(opened));
}

function shownOf({ report, lookup }: Opened): Shown {
  return { report, format: createFormatter(report.locale, report.currency), apart: { lookup } };
}

/** The secret that REPORT_SALT holds, if it does. */
export function givenSalt(): string | undefined {
  return process.env["REPORT_SALT"];
}

/** The data folder or file of this process. */
export function dataPath(): string {
  return process.env["REPORT_DATA"] || defaultData;
}

/** The address or path of the earlier report.json that REPORT_PREVIOUS names, if it does. */
export function previousPath(): string | undefined {
  return process.env["REPORT_PREVIOUS"] || undefined;
}

/** The last second of the year 9999, after which no date has four digits for its year. */
const lastSecond = 253_402_300_799;

/**
 * The moment that SOURCE_DATE_EPOCH gives, in seconds since 1970, null without it: the one date that a build has, for
 * it reads no clock. Throws an InputError where it is none.
 */
export function sourceDate(): number | null {
  const text = process.env["SOURCE_DATE_EPOCH"];
  if (text === undefined || text === "") return null;
  if (/^\d+$/.test(text) && Number(text) <= lastSecond) return Number(text);
  throw new InputError(
    `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}, which is no moment`,
    "Give it in seconds since 1970, as `date +%s` prints them.",
  );
}

/** The ISO date, in UTC, of the moment that SOURCE_DATE_EPOCH gives; null without it. Throws as `sourceDate` does. */
export function givenDay(): string | null {
  const seconds = sourceDate();
  return seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 10);
}
