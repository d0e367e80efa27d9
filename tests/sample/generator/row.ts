/** The columns of the CSV: the 19 of the well-known shopping dataset, then those of order lines. */
export const COLUMNS = [
  "Customer ID",
  "Age",
  "Gender",
  "Item Purchased",
  "Category",
  "Purchase Amount (USD)",
  "Location",
  "Size",
  "Color",
  "Season",
  "Review Rating",
  "Subscription Status",
  "Payment Method",
  "Shipping Type",
  "Discount Applied",
  "Promo Code Used",
  "Previous Purchases",
  "Preferred Payment Method",
  "Frequency of Purchases",
  "Order ID",
  "Order Line",
  "Order Date",
  "Quantity",
  "Discount Amount",
  "Review Text",
] as const;

type Column = (typeof COLUMNS)[number];

/** One row of the CSV, as text. */
export type Row = Record<Column, string>;
