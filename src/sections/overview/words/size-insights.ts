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
  const hasMoney = report.metrics.some(({ metric }) => metric === "revenue");
  if (summary !== null && hasMoney)
    words.push({
      ...halves(of, format.money(summary.median), format.money(summary.upperQuartile)),
      sure: certain,
      evidence: counted(format, summary.count, of),
    });
  if (customers > 0)
    words.push({
      ...boughtWords(customers, purchases, format),
      sure: certain,
      evidence: counted(format, purchases, "purchase"),
    });
  return words;
}

function boughtWords(customers: number, purchases: number, format: Formatter) {
  const bought = `${counted(format, customers, "customer")} made ${counted(format, purchases, "purchase")}`;
  return customers === 1 || customers === purchases
    ? { lead: `${bought}.`, rest: "" }
    : { lead: `${bought},`, rest: `${format.decimal(purchases / customers)} each on average.` };
}
