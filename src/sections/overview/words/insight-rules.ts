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
      words: `Spend, orders, previous purchases and average rating of customers are held against ${report.shape === "orderLines" ? "what is known of the customers, and amount and rating of one purchase of each customer, drawn by lot, against its season, category and product" : "everything that is known of them and of their purchase"}, field by field, by the test of Kruskal and Wallis on ranks, which does not mind a few large amounts: each customer counts once. ${counted(format, report.differences.length, "test was", "tests were")} made; fields that part the customers alike count once, and p-values are corrected for all tests after Benjamini and Hochberg. A difference is told where chance is at most 2.5% and the groups explain at least 1% of the ranks, or the groups named are a tenth apart. Ranks tell of typical values: medians are told (each the mean of the ${format.count(report.minimumGroup)} values in the middle), and how far customers of one group lie above those of another (Hodges and Lehmann) with an interval of 95%. Highest and lowest are named only where a test of that pair alone, corrected for all pairs of the groups, finds them apart.`,
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
            words: `Orders and average order of the last full ${report.comparison.unit} are held against what their past lets expect; revenue follows from the two. From 25 months on each month is held against the same one a year before, and the last such movement against the mean and spread of those before it (Student's t, interval of 95%), so that neither season nor growth is news. With fewer, a straight line through the logarithms of the values before says what to expect; from 13 months on the month must also be off the same one a year before, and where there is none, off by more than an unseen season may bring. Orders are taken a day, and a ${report.comparison.unit} of few orders is held to be as uncertain as chance makes so few. Where the movements are not independent of each other, the last step must also be off the steps before it. With fewer than eight ${report.comparison.unit}s nothing is said; p-values are corrected for the two after Benjamini and Hochberg, orders with twice the weight of the average order (Genovese, Roeder and Wasserman 2006), a change is told where chance is at most 4%, and what is within 5% of the expected is no news. A trend is told from three years on, where months lie above or below those of a year before, chance being below 1%.`,
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
