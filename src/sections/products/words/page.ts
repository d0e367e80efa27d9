import type { Source } from "../../../report/source.ts";
import { counted, metricValue } from "../../../report/words/general.ts";

/** The title of the page: how many products there are, where that is known. */
export function productsTitle({ report, format }: Source): string {
  if (report.breakdowns.product === undefined) return "What was bought";
  return counted(format, metricValue(report, "products") ?? 0, "product");
}
