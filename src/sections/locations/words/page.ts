import type { Source } from "../../../report/source.ts";
import { counted, metricValue } from "../../../report/words/general.ts";

/** What the Overview says behind the page's name. */
export const moreWords = "where customers buy";

/** The title of the page: how many places there are. */
export function locationsTitle({ report, format }: Source): string {
  return counted(format, metricValue(report, "locations") ?? 0, "place");
}
