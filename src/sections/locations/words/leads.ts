import type { Formatter } from "../../../report/format.ts";
import type { Report } from "../../../report/report.ts";
import { counted } from "../../../report/words/general.ts";

/** The sentence above the charts of places. */
export function locationsLead({ breakdowns: { location }, minimumGroup }: Report, format: Formatter): string {
  if (location === undefined) return "";
  const folded =
    location.folded === 0
      ? ""
      : ` ${counted(format, location.folded, "place")} of fewer than ${minimumGroup} customers ${location.folded === 1 ? "is" : "are"} not named.`;
  return `A customer counts in every place they bought from.${folded}`;
}
