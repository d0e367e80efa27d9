import type { DaySpan } from "../../questions/covered-days.ts";
import { isoDay } from "../../statistics/calendar/days.ts";
import { daysOfPeriod, periodOf } from "./question/sales-periods.ts";

/**
 * `year`: a calendar year beside the one before. `months`: some months of a year beside the same ones of the year
 * before. `quarter`: a quarter beside the one before it.
 */
export type ComparedKind = "year" | "months" | "quarter";

export interface ComparedWindows {
  kind: ComparedKind;
  /** Days since 1970-01-01, both counted. */
  current: DaySpan;
  previous: DaySpan;
}

/** Fewer months of a year than that say little of it. */
const fewestMonths = 3;

/**
 * What is compared with what: the whole months of the latest year of which the year before has the same, where there
 * are three of them or more; else the last two whole quarters that follow each other. Null where there are none.
 *
 * @param covered the days that the data cover
 */
export function comparedWindows(covered: DaySpan): ComparedWindows | null {
  const lastYear = Number(isoDay(covered.last).slice(0, 4));
  for (let year = lastYear; year >= lastYear - 1; year -= 1) {
    const months = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) =>
      [year, year - 1].every((each) => isCovered(daysOf(each, month), covered)),
    );
    const [first, last] = [months[0], months.at(-1)];
    if (first === undefined || last === undefined || months.length < fewestMonths) continue;
    const spanIn = (each: number) => ({
      first: daysOf(each, first).first,
      last: daysOf(each, last).last,
    });
    return {
      kind: months.length === 12 ? "year" : "months",
      current: spanIn(year),
      previous: spanIn(year - 1),
    };
  }
  return comparedQuarters(covered);
}

function comparedQuarters(covered: DaySpan): ComparedWindows | null {
  let current = daysOfPeriod(periodOf(covered.last, "quarter"), "quarter");
  const before = ({ first }: DaySpan) => daysOfPeriod(periodOf(first - 1, "quarter"), "quarter");
  if (!isCovered(current, covered)) current = before(current);
  const previous = before(current);
  return isCovered(current, covered) && isCovered(previous, covered)
    ? { kind: "quarter", current, previous }
    : null;
}

function isCovered({ first, last }: DaySpan, covered: DaySpan): boolean {
  return first >= covered.first && last <= covered.last;
}

function daysOf(year: number, month: number): DaySpan {
  return daysOfPeriod(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`, "month");
}
