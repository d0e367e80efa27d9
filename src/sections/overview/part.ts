import { histogramOf } from "../../report/histogram.ts";
import type { Report } from "../../report/report.ts";
import type { Inputs } from "../inputs.ts";
import { publishedComparison } from "./comparison.ts";

/** What was spent, and when. */
export function overviewPart({
  gate,
  customers,
  amounts,
  periods,
  months: { months, monthsWithheld },
}: Inputs): Pick<Report, "spend" | "months" | "monthsWithheld" | "comparison"> {
  return {
    spend: {
      of: amounts.of,
      summary: gate.summary(amounts.amounts),
      histogram: histogramOf(gate.bins(amounts.bins, amounts.amounts)),
    },
    months,
    monthsWithheld,
    comparison: periods && publishedComparison(periods, monthsWithheld, customers, gate),
  };
}
