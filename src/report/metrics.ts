/** How a metric's value is written. */
export type Unit = "count" | "money" | "share" | "rating" | "times" | "years";

/** The one definition of a number, shown beside it and on the Methods page. */
export interface MetricDefinition {
  id: MetricId;
  name: string;
  /** One or two sentences for somebody who is no analyst. */
  words: string;
  formula: string;
  unit: Unit;
  /** The SQL that gives it, as it was run. */
  query: string;
}

export type MetricId =
  | "customers"
  | "orders"
  | "transactions"
  | "revenue"
  | "averagePurchase"
  | "averageOrder"
  | "averageRating"
  | "repeatShare"
  | "averagePreviousPurchases"
  | "subscribers"
  | "subscriberShare"
  | "averageAge"
  | "products"
  | "locations"
  | "returns"
  | "returnsValue"
  | "guestShare";
