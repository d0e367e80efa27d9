import { createFormatter } from "../../report/format.ts";
import type { Report } from "../../report/report.ts";
import { counted, listed } from "../../report/words/general.ts";
import { percent, plain } from "../../sections/data/words/gates.ts";
import type { Found } from "./gate-path.ts";

const format = createFormatter("en-US", null);
const mostNames = 12;

/** Why a path leads to no number. */
export function noNumberWords(path: string, found: Exclude<Found, { value: number }>): string {
  const at = found.at === "" ? "report.json" : found.at;
  if ("notOne" in found) return `${path}: ${at} ${found.notOne}`;
  const names = found.there
    .slice(0, mostNames)
    .map((name) => (name.includes(".") ? JSON.stringify(name) : name));
  const more = found.there.length - names.length;
  const there =
    names.length === 0
      ? "nothing is in it"
      : `there ${found.there.length === 1 ? "is" : "are"} ${listed([...names, ...(more > 0 ? [`${more} more`] : [])])}`;
  return found.missing === ""
    ? `${path}: ${at} is no number; in it ${there}`
    : `${path}: ${at} has no "${found.missing}"; ${there}`;
}

export function boundWords(
  gate: string,
  value: number,
  bound: "min" | "max",
  limit: number,
  passed: boolean,
): string {
  const word = bound === "min" ? "least" : "most";
  return `${gate} is ${plain(value)}; ${passed ? "allowed is" : "it must be"} at ${word} ${plain(limit)}`;
}

export function changeWords(
  gate: string,
  value: number,
  previous: number,
  limit: number,
  passed: boolean,
): string {
  const change = previous === 0 ? "" : ` (${format.change(value / previous - 1)})`;
  return `${gate} is ${plain(value)}, in the previous report it was ${plain(previous)}${change}; ${passed ? "allowed is" : "it may change by"} at most ${percent(limit)}`;
}

export function droppedWords(read: number, dropped: number, limit: number): string {
  return `${format.count(dropped)} of ${counted(format, read, "row")} left out (${percent(read === 0 ? 0 : dropped / read)}); allowed are at most ${percent(limit)}`;
}

export function freshWords(last: string, of: string, age: number, limit: number): string {
  const how = age < 0 ? `${counted(format, -age, "day")} after` : `${counted(format, age, "day")} before`;
  return `the last purchase is of ${last}, ${how} ${of}; allowed are at most ${counted(format, limit, "day")}`;
}

export const uncheckedWords = {
  noPrevious: (gate: string) => `${gate}: change not checked, there is no previous report`,
  notInPrevious: (gate: string) => `${gate}: change not checked, the previous report has no such number`,
  noDay: "freshWithin: not checked, neither SOURCE_DATE_EPOCH nor report.yaml gives a day to count from",
  noDates: "freshWithin: the data have no dates, so that nothing says how fresh they are",
};

/** What to look at where gates failed, a line each. */
export function gateAdvice(report: Report, dropped: boolean, fresh: boolean): string[] {
  const { account, files } = report.dataset;
  const reasons = account.droppedByReason
    .slice(0, 3)
    .map(({ reason, rows }) => `${reason} (${format.count(rows)})`);
  const period = report.period === null ? "" : `, from ${report.period.first} to ${report.period.last}`;
  return [
    `${counted(format, account.read, "row was", "rows were")} read from ${counted(format, files.length, "file")}: ${counted(format, account.purchases, "purchase")}, ${format.count(account.dropped)} left out${period}.`,
    ...(dropped && reasons.length > 0 ? [`Most were left out for: ${reasons.join("; ")}.`] : []),
    ...(fresh ? ["Look whether the newest export is in the data folder."] : []),
    "Look whether every file is there and whole. If the number is right, change its bound in report.yaml under gates.",
  ];
}
