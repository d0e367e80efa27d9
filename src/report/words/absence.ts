import type { FieldName } from "../../fields/fields.ts";
import type { Report } from "../report.ts";

const fieldWords: Partial<Record<FieldName, string>> = {
  customer: "a number or name of the customer",
  date: "a date for each order",
};

/** What the data lack of what is needed, in a sentence; null where they lack nothing. */
export function absenceOfFields(
  { dataset }: { dataset: Pick<Report["dataset"], "columns"> },
  needs: readonly FieldName[],
): string | null {
  const known = new Set<string>(dataset.columns.map(({ field }) => field));
  const missing = needs.filter((need) => !known.has(need)).map((need) => fieldWords[need] ?? need);
  return missing.length === 0
    ? null
    : `It needs ${missing.join(" and ")}, and these data have none: a list of customers as they are now, or of sales without names, has no course of time to tell.`;
}
