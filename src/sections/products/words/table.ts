import type { Formatter } from "../../../report/format.ts";

/** Around the table of products. */
export const tableWords = {
  title: "All products",
  region: "Table of products",
  search: "Product or category",
  sort: "Sort by",
  previous: "Previous",
  next: "Next",
  download: "Download as CSV",
  nothing: "No product matches.",
  other: "Other",
  none: "–",
  nearlyAllOfCategory: "counted as all customers of its category: all but a few bought it",
  new: "new",
  notGoods: "Probably not products",
  notGoodsLead:
    "By their names and codes these look like postage, fees, vouchers or corrections. Their money is in every total, but they are left out of the rankings. To bring one back, put its line into report.yaml:",
  notGoodsSnippet: "Lines for report.yaml",
  notGoodsFile: "Their numbers are on the page about the data.",
};

/** Headings of the table, in their order. */
export const tableHeadings = {
  rank: "Rank",
  product: "Product",
  category: "Category",
  revenue: "Revenue",
  purchases: "Purchases",
  units: "Units",
  price: "Average price",
  customers: "Customers",
  returns: "Returns",
  change: "Change",
  class: "Class",
};

/** Which of all products the table shows at the moment. */
export function shownRows(from: number, to: number, all: number, format: Pick<Formatter, "count">): string {
  return `${format.count(from)}–${format.count(to)} of ${format.count(all)}`;
}
