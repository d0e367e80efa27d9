import type { Formatter } from "../../../report/format.ts";
import type { PeriodLength } from "../../../statistics/calendar/periods.ts";
import type { CohortComparison } from "../better-cohorts.ts";
import type { ComingBack } from "../part.ts";
import { periodWord } from "./page.ts";

export const cohortWords = {
  curves: "What a customer has spent, cohort by cohort",
  compared: "What a typical customer spends in the first 90 days",
  firstOrder: "First order in",
  perCustomer: "A typical customer spent",
  held: "Against the cohort before",
  more: "more than before",
  less: "less than before",
  since: (length: PeriodLength): string =>
    ({ 1: "Months", 3: "Quarters", 6: "Half-years", 12: "Years" })[length],
} as const;

/** What the tables of cohorts show. */
export function cohortsLead({ cohorts: table }: ComingBack): string {
  if (table === null) return "";
  const word = periodWord(table.length);
  const isCut = table.cohorts.some(({ active, watched }) => active.length < watched);
  const sentences = [
    `Each row holds the customers who first ordered in one ${word}, and follows them ${word} by ${word}.`,
    "The first row also holds customers who had ordered before the data begin.",
    ...(table.lastIsWhole ? [] : [`The data end before the last ${word} does.`]),
    ...(isCut ? [`Later ${word}s are not shown: too few customers of some rows ordered in them.`] : []),
  ];
  return sentences.join(" ");
}

/** What sets the cohorts apart by money. */
export function cohortValueLead({ cohorts }: ComingBack, format: Formatter): string {
  if (cohorts === null) return "";
  const { comparisons } = cohorts;
  if (comparisons.length === 0)
    return "Cohorts are not compared: apart from the first, fewer than two in a row have 30 customers whose first 90 days lie within the data.";
  const different = comparisons.filter(({ differs }) => differs !== null);
  const last = different.at(-1);
  if (last === undefined)
    return "No cohort spent clearly more or less in its first 90 days than the one before: the differences are within chance.";
  const others = different.length - 1;
  return `A typical customer who first ordered in ${last.name} spent ${format.roundMoney(last.spent)} in the first 90 days, ${last.differs} than one of ${last.before} (${format.roundMoney(last.spentBefore)}), and by more than chance would explain.${others > 0 ? ` ${others === 1 ? "One other cohort differs" : `${format.count(others)} other cohorts differ`} from the one before as well.` : ""} ${seasonSentence(last, format)}`;
}

/** Whether the season can be behind a difference. */
export function seasonSentence(
  { spent, spentBefore, spentYearBefore }: CohortComparison,
  format: Formatter,
): string {
  if (spentYearBefore === null)
    return "The season may play a part: there is no cohort of a year before to compare with.";
  const isMore = spent > spentBefore;
  const isMoreInAYear = spent > spentYearBefore;
  return `A year before, a typical customer of the same season spent ${format.roundMoney(spentYearBefore)}${isMore === isMoreInAYear ? "" : ": the season may play a part"}.`;
}

export function activeCaption(length: PeriodLength): string {
  return `Of the customers of a row, the share with an order so many ${periodWord(length)}s after the first.`;
}

export function valueCaption(length: PeriodLength): string {
  return `What a customer of a row has spent by the end of each ${periodWord(length)}, on average.`;
}

export function curvesCaption(length: PeriodLength): string {
  return `Revenue per customer by the end of each ${periodWord(length)} since the first order, added up; ${periodWord(length)}s that the data do not cover to their end are left out.`;
}

export const comparedCaption =
  "Half of a cohort’s customers spent more than this within 90 days of the first order, half less; rounded to three digits. “More” or “less” is said only where chance would hardly explain it.";

/** Behind a bar. */
export function comparisonNote({ differs }: CohortComparison): string {
  return differs === null ? "" : cohortWords[differs];
}
