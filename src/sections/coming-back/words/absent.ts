import type { Parts } from "../../../report/find-insights.ts";
import { absenceOfFields } from "../../../report/words/absence.ts";

/** Why nothing is said of who comes back. */
export function absentWords(report: Pick<Parts, "dataset">): string {
  return (
    absenceOfFields(report, ["customer", "date"]) ??
    "Who comes back cannot be told: all orders are of one day, or too few customers came back, or did not."
  );
}
