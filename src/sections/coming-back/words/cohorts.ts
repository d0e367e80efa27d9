import type { Formatter } from "../../../report/format.ts";
import type { PeriodLength } from "../../../statistics/calendar/periods.ts";
import type { CohortComparison } from "../better-cohorts.ts";
import type { ComingBack } from "../part.ts";
import { periodWord } from "./page.ts";

export const cohortWords = {
  curves: "What a customer has spent, cohort by cohort",
  compared: "What customers spend in their first 90 days",
  firstOrder: "First order in",
  perCustomer: "Spent per customer",
  held: "Against the cohort before",
  more: "more than before",
  less: "less than before",
  since: (length: PeriodLength): string =>
    ({ 1: "Months", 3: "Quarters", 6: "Half-years", 12: "Years" })[length],
} as const;

/** A cohort differs from the one before if chance alone would hardly make such a difference. */
export function differs({ q }: CohortComparison): boolean {
  return q < 0.05;
}

/** What the tables of cohorts show. */
export function cohortsLead({ cohorts: table }: ComingBack): string {
  if (table === null) return "";
  const word = periodWord(table.length);
  const isCut = table.cohorts.some(({ active, watched }) => active.length < watched);
  const sentences = [
    `Each row holds the customers of one first order's ${word}, followed from ${word} to ${word}.`,
    "The first row holds customers from before the data as well.",
    ...(table.lastIsWhole ? [] : [`The data break off within the last ${word}.`]),
    ...(isCut ? [`Later ${word}s are not shown: too few customers of some rows ordered in them.`] : []),
  ];
  return sentences.join(" ");
}

/** What sets the cohorts apart by money. */
export function cohortValueLead({ cohorts }: ComingBack, format: Formatter): string {
  if (cohorts === null) return "";
  const { comparisons } = cohorts;
  if (comparisons.length === 0)
    return "Cohorts are not held against each other: fewer than two of them, the first left out, have 30 customers who were all watched for 90 days.";
  const different = comparisons.filter(differs);
  const last = different.at(-1);
  if (last === undefined)
    return "No cohort spent clearly more or less in its first 90 days than the one before: what differs is within chance.";
  const more = last.spent > last.spentBefore;
  const others = different.length - 1;
  return `Customers who first ordered in ${last.name} spent ${format.roundMoney(last.spent)} each in their first 90 days, ${more ? "more" : "less"} than those of ${last.before} (${format.roundMoney(last.spentBefore)}), and by more than chance would explain.${others > 0 ? ` So does ${others === 1 ? "one other cohort" : `each of ${format.count(others)} other cohorts`} differ from the one before.` : ""} ${seasonSentence(last, format)}`;
}

/** Whether the season can be behind a difference. */
export function seasonSentence(
  { spent, spentBefore, spentYearBefore }: CohortComparison,
  format: Formatter,
): string {
  if (spentYearBefore === null)
    return "The season may have a part in it: there is no cohort of a year before to compare with.";
  const isMore = spent > spentBefore;
  const isMoreInAYear = spent > spentYearBefore;
  return `A year before, customers of the same season spent ${format.roundMoney(spentYearBefore)}${isMore === isMoreInAYear ? "" : ": the season may have a part in it"}.`;
}

export function activeCaption(length: PeriodLength): string {
  return `Of the customers of a row, the share with an order so many ${periodWord(length)}s after the first.`;
}

export function valueCaption(length: PeriodLength): string {
  return `What a customer of a row has spent by the end of each ${periodWord(length)}, on average.`;
}

export function curvesCaption(length: PeriodLength): string {
  return `Revenue per customer by the end of each ${periodWord(length)} since the first order, added up; ${periodWord(length)}s that the data break off in are left out.`;
}

export const comparedCaption =
  "Mean per customer within 90 days of the first order, to three digits. Where more or less is said, chance would hardly explain it.";

/** Behind a bar. */
export function comparisonNote(pair: CohortComparison): string {
  if (!differs(pair)) return "";
  return pair.spent > pair.spentBefore ? cohortWords.more : cohortWords.less;
}
