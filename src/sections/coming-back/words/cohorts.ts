import type { Formatter } from "../../../report/format.ts";
import type { PeriodLength } from "../../../statistics/calendar/periods.ts";
import type { CohortComparison } from "../better-cohorts.ts";
import type { ComingBack } from "../part.ts";
import { periodWord } from "./page.ts";

export const cohortWords = {
  curves: "What a customer has spent, by date of first order",
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
    ...(table.lastIsWhole ? [] : [`The last ${word} is only partly in the data.`]),
    ...(isCut ? [`Later ${word}s are not shown, since too few customers in some rows ordered then.`] : []),
  ];
  return sentences.join(" ");
}

/** What sets the cohorts apart by money. */
export function cohortValueLead({ cohorts }: ComingBack, format: Formatter): string {
  if (cohorts === null) return "";
  const { comparisons } = cohorts;
  if (comparisons.length === 0)
    return "Groups by first order are not compared: apart from the first, fewer than two in a row have 30 customers whose first 90 days lie within the data.";
  const different = comparisons.filter(({ differs }) => differs !== null);
  const last = different.at(-1);
  if (last === undefined)
    return "No group spent clearly more or less in its first 90 days than the one before it: chance alone could explain the differences.";
  const others = different.length - 1;
  return `A typical customer who first ordered in ${format.period(last.name)} spent ${format.roundMoney(last.spent)} in the first 90 days, ${last.differs} than one from ${format.period(last.before)} (${format.roundMoney(last.spentBefore)}), and by more than chance would explain.${others > 0 ? ` ${others === 1 ? "One other group differs" : `${format.count(others)} other groups differ`} from the one before it too.` : ""} ${seasonSentence(last, format)}`;
}

/** Whether the season can be behind a difference. */
export function seasonSentence(
  { spent, spentBefore, spentYearBefore }: CohortComparison,
  format: Formatter,
): string {
  if (spentYearBefore === null)
    return "The season may play a part: there is no group from the year before to compare with.";
  const isMore = spent > spentBefore;
  const isMoreInAYear = spent > spentYearBefore;
  return `A typical customer from the same season a year earlier spent ${format.roundMoney(spentYearBefore)}${isMore === isMoreInAYear ? "" : ": the season may play a part"}.`;
}

export function activeCaption(length: PeriodLength): string {
  return `Of the customers in each row, the share who ordered again that many ${periodWord(length)}s after their first order.`;
}

export function valueCaption(length: PeriodLength): string {
  return `What a customer in each row had spent on average by the end of each ${periodWord(length)}.`;
}

export function curvesCaption(length: PeriodLength): string {
  return `Revenue per customer by the end of each ${periodWord(length)} since the first order, added up; ${periodWord(length)}s that the data do not cover to their end are left out.`;
}

export const comparedCaption =
  "Half of each group’s customers spent more than this within 90 days of their first order, half less (rounded to three digits). “More” or “less” appears only where chance is an unlikely explanation.";

/** Behind a bar. */
export function comparisonNote({ differs }: CohortComparison): string {
  return differs === null ? "" : cohortWords[differs];
}
