import type { Formatter } from "../../../report/format.ts";
import type { Report } from "../../../report/report.ts";
import { counted, metricValue } from "../../../report/words/general.ts";

/** The heading above the insights, for those who jump from heading to heading. */
export const insightsTitle = "Findings";

/** How insights are found and ranked, for the Methods page. */
export function insightRules(report: Report, format: Formatter): { name: string; words: string }[] {
  return [
    {
      name: "What becomes a finding",
      words:
        "Every analysis offers what it found: how revenue rests on customers, who leads, which groups differ, what goes together, what changed, what to know of the data. What is small, unsure or true of any data is left out; at most seven are shown, two of one kind, the most telling first. Where nothing is found, that is said.",
    },
    {
      name: "Groups that differ",
      words: `Spend, orders, previous purchases and average rating of customers are held against ${report.shape === "orderLines" ? "what is known of the customers" : "everything that is known of them and of their purchase"}, field by field, by the test of Kruskal and Wallis on ranks, which does not mind a few large amounts. ${counted(format, report.differences.length, "test was", "tests were")} made, and p-values are corrected for all of them after Benjamini and Hochberg. A difference is told where chance is below 5% and the groups explain at least 1% of it.`,
    },
    {
      name: "Groups that lead, and even groups",
      words:
        "Counts are held against an even spread by a chi-squared test. A leading group is told from an effect of w = 0.2 on; below 0.1 the groups count as even (Cohen's w: 0.1 is small, 0.3 medium).",
    },
    ...(report.comparison === null
      ? []
      : [
          {
            name: "What changed",
            words: `The last full ${report.comparison.unit} is news where it moved by 5% or more, and by more than three times what is usual: the median movement from one ${report.comparison.unit} to the next before it, of at least five.`,
          },
        ]),
    ...(metricValue(report, "customers") === undefined
      ? []
      : [
          {
            name: "The top tenth of customers",
            words:
              "Customers in order of what they bring; the first tenth of them, rounded up, and its part of the revenue of all known customers. It is told from twice its size on.",
          },
        ]),
  ];
}
