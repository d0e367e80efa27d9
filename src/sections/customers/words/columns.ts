import type { ColumnDefinition } from "../../../report/columns.ts";
import { newCustomerWords } from "./new-customers.ts";

/** Columns of this section's tables alone. */
export const customerColumns = {
  returning: {
    id: "returningCustomers",
    name: newCustomerWords.returning,
    words: "Customers with an order in the period who had ordered in an earlier one.",
  },
  newcomers: {
    id: "newCustomers",
    name: newCustomerWords.newcomers,
    words: "Customers whose first order is of the period.",
  },
} as const satisfies Record<string, ColumnDefinition>;
