import { ageGroup, wordNames } from "../../../fields/traits.ts";
import type { Column } from "../../../report/columns.ts";
import { buyersByPersona } from "./numbers.ts";
import type { tableHeadings } from "./table.ts";

const price = { id: "averagePrice", name: "Average price", words: "Revenue over units, after discounts." };

/** Those of the table of all products, by their headings' keys. */
export const productColumns = {
  rank: { id: "rank", name: "Rank", words: "The row's place by revenue, among all that are named." },
  product: "product",
  category: "category",
  revenue: "revenue",
  purchases: "purchases",
  units: { id: "units", name: "Units", words: "Items sold: the sum of quantities." },
  price,
  customers: "customers",
  returns: {
    id: "returns",
    name: "Returns",
    words:
      "Money given back for it, as a part of its revenue; a dash where too few customers gave something back to say so.",
  },
  change: {
    id: "change",
    name: "Change",
    words:
      "Its revenue in the last whole months against the same months a year before, as the page names them; a dash where that would tell of few customers.",
  },
  class: {
    id: "class",
    name: "Class",
    words:
      "By revenue, largest first: A for what brings the first 80%, B up to 95%, C for the rest. The product that crosses a limit belongs to the class it starts in.",
  },
} as const satisfies Record<keyof typeof tableHeadings, Column>;

/** Those of the buyers of a product or category. */
export const buyerColumns = {
  shareOfBuyers: {
    id: "ofBuyers",
    name: "Of buyers",
    words: "The row's part of those who bought it, as far as the field is known.",
  },
  shareOfAll: {
    id: "ofAllCustomers",
    name: "Of all customers",
    words: "The row's part of all customers of whom the field is known.",
  },
} as const satisfies Record<string, Column>;

/** What buyers are told by: the column of a field's name. */
export function buyersColumn(name: string): Column {
  if (name === wordNames.get("gender")) return "gender";
  if (name === wordNames.get(ageGroup.column)) return "ageGroup";
  return name === buyersByPersona ? "persona" : null;
}
