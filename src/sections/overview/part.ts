import { periods } from "../../questions/periods.ts";
import { histogramOf } from "../../report/histogram.ts";
import type { Report } from "../../report/report.ts";
import type { Inputs } from "../inputs.ts";
import { publishedComparison } from "./comparison.ts";
import { publishedMonths } from "./months.ts";

/** What was spent, and when. */
export async function overviewPart({
  store,
  gate,
  customers,
  amounts,
  time,
}: Inputs): Promise<Pick<Report, "spend" | "months" | "monthsWithheld" | "comparison">> {
  const compared = await periods(store);
  const splitWeeks = compared !== null && (await gate.weeksTellOfFew(store, compared));
  const months = publishedMonths(splitWeeks ? [] : (time?.months ?? []), gate);
  return {
    spend: {
      of: amounts.of,
      summary: gate.summary(amounts.amounts),
      histogram: histogramOf(gate.bins(amounts.bins, amounts.amounts)),
    },
    ...months,
    comparison: compared && publishedComparison(compared, months.monthsWithheld, customers, gate),
  };
}
