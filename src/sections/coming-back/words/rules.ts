import type { ComingBack } from "../part.ts";
import { movementRule } from "./movement.ts";
import { periodWord } from "./page.ts";

/** What Methods says. */
export function comingBackRules(part: ComingBack): { name: string; words: string }[] {
  return [
    {
      name: "Time to the second order",
      words:
        "Kaplan–Meier estimate (1958) of the share of customers with a second order, customers without one being censored on the last day of the data; intervals are 95%, by Greenwood’s error on the log(−log) scale. Two orders of one day count as two.",
    },
    {
      name: "Differences by first order",
      words:
        "Log-rank test (Mantel 1966) on customers, by the category and the place that most of the money of the first order went to, groups of at least 30 customers, corrected for both by Benjamini and Hochberg; told below 5%.",
    },
    {
      name: "Cohorts",
      words: `Customers by the period of their first order${part.cohorts === null ? "" : ` (here: the ${periodWord(part.cohorts.length)})`}. The shortest periods are used in which no cell, and no rest of a row, would show few customers; a table that would show such later on ends before, if it follows cohorts for three months at least. Where only a few orders have no customer, they count as returning in the sales by period, and with the cohort of most active customers.`,
    },
    {
      name: "Better and worse cohorts",
      words:
        "What each customer spent within 90 days of the first order, held against that of the customers of the cohort before: the rank test of Wilcoxon, Mann and Whitney on customers, cohorts of at least 30 customers who were all watched for as long, corrected for all pairs by Benjamini and Hochberg; told below 5%, where the medians, which are shown, lie the same way as the ranks. One large order moves neither. The first cohort holds customers from before the data and is left out.",
    },
    {
      name: "Unusually late",
      words:
        "The 90% quantile of the pauses between days of purchase within a persona; a customer is late who has been silent for longer on the last day of the data.",
    },
    ...(part.movement === null ? [] : [movementRule]),
  ];
}
