import type { Formatter } from "../../../report/format.ts";
import type { Report } from "../../../report/report.ts";
import { counted } from "../../../report/words/general.ts";
import { certain, type InsightWords } from "../../../report/words/insights.ts";

/** What half of the amounts are, and where a quarter are more, from what on. */
function halves(of: "order" | "purchase", median: string, upper: string) {
  return median === upper
    ? { lead: `Half of ${of}s come to at most ${median}.`, rest: "" }
    : { lead: `Half of ${of}s come to at most ${median};`, rest: `a quarter come to ${upper} or more.` };
}

/** What any data give: what a purchase or order comes to, and how much there was of it. */
export function sizeWords(
  report: Pick<Report, "spend" | "metrics" | "dataset">,
  format: Formatter,
): InsightWords[] {
  const { of, summary } = report.spend;
  const customers = report.metrics.find(({ metric }) => metric === "customers")?.value ?? 0;
  const { purchases } = report.dataset.account;
  const words: InsightWords[] = [];
  if (summary !== null)
    words.push({
      ...halves(of, format.money(summary.median), format.money(summary.upperQuartile)),
      sure: certain,
      evidence: counted(format, summary.count, of),
    });
  if (customers > 0)
    words.push({
      lead: `${counted(format, customers, "customer")} made ${counted(format, purchases, "purchase")},`,
      rest: `${format.decimal(purchases / customers)} each on average.`,
      sure: certain,
      evidence: counted(format, purchases, "purchase"),
    });
  return words;
}
