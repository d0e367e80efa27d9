import { type MetricId, metricIds, metricQueries } from "../questions/metrics.ts";

export type { MetricId };

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

const definitions: Record<MetricId, Omit<MetricDefinition, "id" | "query">> = {
  customers: {
    name: "Customers",
    words:
      "People with at least one purchase, each counted once. Guests, whose purchases name no customer, are not counted.",
    formula: "distinct customers with a purchase",
    unit: "count",
  },
  orders: {
    name: "Orders",
    words: "Baskets with at least one purchase, guests' included.",
    formula: "distinct orders with a purchase",
    unit: "count",
  },
  transactions: {
    name: "Purchases",
    words: "Lines with a quantity and a price above 0 that were not cancelled, guests' included.",
    formula: "number of purchase lines",
    unit: "count",
  },
  revenue: {
    name: "Revenue",
    words: "What all purchases come to after discounts. Returns are not taken off; they are counted apart.",
    formula: "sum of amounts after discounts; an amount that the data do not give is quantity × price",
    unit: "money",
  },
  grossSales: {
    name: "Gross sales",
    words:
      "What was sold, before discounts and returns; orders that were paid back whole are in it. Shipping and taxes are not.",
    formula: "sum of amounts + discounts + what wholly refunded orders had brought",
    unit: "money",
  },
  discounts: {
    name: "Discounts",
    words: "What was taken off the gross sales, below zero: of lines, and of orders spread over their lines.",
    formula: "− sum of discounts",
    unit: "money",
  },
  netSales: {
    name: "Net sales",
    words: "What is left of the gross sales after discounts and returns.",
    formula: "gross sales + discounts + value of returns (both below zero)",
    unit: "money",
  },
  averagePurchase: {
    name: "Average purchase",
    words: "What one purchase line brings on average.",
    formula: "revenue ÷ purchases",
    unit: "money",
  },
  averageOrder: {
    name: "Average order",
    words: "What one order brings on average.",
    formula: "revenue ÷ orders",
    unit: "money",
  },
  averageRating: {
    name: "Average rating",
    words:
      "The mean of all ratings given, on the scale of the data. Purchases without a rating are left out.",
    formula: "sum of ratings ÷ number of ratings",
    unit: "rating",
  },
  repeatShare: {
    name: "Repeat customers",
    words: "The part of customers who placed more than one order in the period.",
    formula: "customers with two or more orders ÷ customers",
    unit: "share",
  },
  averagePreviousPurchases: {
    name: "Bought before",
    words: "How many purchases customers had made before, on average, as their own record says.",
    formula: "sum of previous purchases ÷ customers with a record",
    unit: "times",
  },
  subscribers: {
    name: "Subscribers",
    words: "Customers who subscribe, by their latest purchase that says so.",
    formula: "customers with subscription = yes",
    unit: "count",
  },
  subscriberShare: {
    name: "Share of subscribers",
    words: "The part of customers who subscribe, of those whose subscription is known.",
    formula: "subscribers ÷ customers with a known subscription",
    unit: "share",
  },
  averageAge: {
    name: "Average age",
    words: "The mean age of customers whose age is known, by their latest purchase that says it.",
    formula: "sum of ages ÷ customers with a known age",
    unit: "years",
  },
  products: {
    name: "Products",
    words: "Different products purchased, told apart by code, or by name where there is no code.",
    formula: "distinct products with a purchase",
    unit: "count",
  },
  locations: {
    name: "Locations",
    words: "Different locations from which purchases were made.",
    formula: "distinct locations with a purchase",
    unit: "count",
  },
  returns: {
    name: "Returns",
    words:
      "Lines that were paid back or have a negative quantity or price, and amounts paid back of orders that stand. They are in no other number.",
    formula: "number of return lines",
    unit: "count",
  },
  returnsValue: {
    name: "Value of returns",
    words: "What the returns come to, below zero. It is not taken off the revenue.",
    formula: "sum of the amounts of returns",
    unit: "money",
  },
  guestShare: {
    name: "Guests' part of purchases",
    words:
      "The part of purchases that name no customer. They count in revenue, orders and products, never in anything per customer.",
    formula: "purchases without a customer ÷ purchases",
    unit: "share",
  },
};

/** The registry: every metric with its definition, in the order in which reports list them. */
export const metricDefinitions: readonly MetricDefinition[] = metricIds.map((id) => ({
  id,
  ...definitions[id],
  query: metricQueries[id],
}));
