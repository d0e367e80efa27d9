import type { Formatter } from "../../../report/format.ts";
import type { Report } from "../../../report/report.ts";
import { counted } from "../../../report/words/general.ts";

/** Around the chart of new and returning customers. */
export const newCustomerWords = {
  title: "New and returning customers",
  lead: "Customers with an order, split into those who were new then and those who had ordered before.",
  period: "Period",
  returning: "Returning",
  newcomers: "New",
  /** The link to when customers come back. */
  comingBack: "How soon customers order again, and who is late",
} as const;

/** How many were new in the last period and in the one before. */
export function newCustomersCaption(
  { periods, length }: NonNullable<NonNullable<Report["comingBack"]>["periods"]>,
  format: Formatter,
): string {
  const word = { 1: "month", 3: "quarter", 6: "half-year", 12: "year" }[length];
  const all = periods.reduce((sum, { newCustomers }) => sum + newCustomers, 0);
  return `${counted(format, all, "customer")} ordered for the first time; in the first ${word} everybody counts as new.`;
}
