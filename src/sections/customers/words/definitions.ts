import { ageQuery } from "../../../questions/ages.ts";
import { customerOrdersQuery } from "../../../questions/customer-orders.ts";
import { previousPurchasesQuery, ratingQuery } from "../../../questions/spend.ts";
import type { HeldFigure } from "../../../report/held-figure.ts";
import type { Report } from "../../../report/report.ts";
import { customersBy, purchasesBy } from "../../../report/split-figures.ts";
import { rowWords } from "../../../report/words/row-words.ts";
import { orderCountQuery, subscriberQuery } from "../loyalty.ts";

function hasAges({ dataset }: Pick<Report, "dataset">): boolean {
  return dataset.columns.some(({ field }) => field === "age");
}

/** Who the customers are, how they buy and how often they come back. */
export const customerDefinitions: readonly HeldFigure[] = [
  {
    id: "customers-by-age",
    name: "Age groups",
    words: rowWords.ageGroup,
    formula: "customers of the group; share = these ÷ customers whose age is known",
    unit: "count",
    query: ageQuery,
    isIn: (report) => report.breakdowns.ageGroup !== undefined && hasAges(report),
  },
  // Of ranges that the data hold as they are.
  {
    ...customersBy("ageGroup", { id: "customers-by-age", name: "Age groups", words: rowWords.ageGroup }),
    isIn: (report) => report.breakdowns.ageGroup !== undefined && !hasAges(report),
  },
  customersBy("gender", { id: "customers-by-gender", name: "Gender split", words: rowWords.gender }),
  {
    id: "subscribers-by-gender",
    name: "Subscribers by gender",
    words: "How many customers of each gender subscribe, of those whose gender and subscription are known.",
    formula: "subscribers of the gender; share = these ÷ customers of the gender",
    unit: "count",
    query: subscriberQuery,
    isIn: ({ subscribersByGender }) => subscribersByGender !== null,
  },
  customersBy("subscription", {
    id: "subscriptions",
    name: "Subscriptions",
    words: rowWords.subscription,
  }),
  customersBy("purchaseFrequency", {
    id: "purchase-frequency",
    name: "Stated purchase frequency",
    words: rowWords.purchaseFrequency,
  }),
  purchasesBy("paymentMethod", {
    id: "payment-methods",
    name: "Payment methods",
    words: rowWords.paymentMethod,
  }),
  purchasesBy("shippingType", { id: "shipping-types", name: "Shipping types", words: rowWords.shippingType }),
  purchasesBy("discount", { id: "discounts", name: "Discounts", words: rowWords.discount }),
  purchasesBy("promoCode", { id: "promo-codes", name: "Promo codes", words: rowWords.promoCode }),
  customersBy("preferredPaymentMethod", {
    id: "preferred-payment",
    name: "Preferred payment methods",
    words: rowWords.preferredPaymentMethod,
  }),
  {
    id: "new-and-returning-customers",
    name: "New and returning customers",
    words:
      "Customers with an order in each period: new where it is the period of their first order, else returning. Periods are the shortest in which neither are few.",
    formula: "distinct customers with an order in the period, by the period of their first order",
    unit: "count",
    query: customerOrdersQuery,
    isIn: ({ comingBack }) => comingBack != null && comingBack.periods !== null,
  },
  {
    id: "orders-per-customer",
    name: "Orders per customer",
    words: rowWords.orders,
    formula: "customers with that many orders; share = these ÷ customers",
    unit: "count",
    query: orderCountQuery,
    isIn: ({ ordersPerCustomer }) => ordersPerCustomer !== null,
  },
  {
    id: "previous-purchases",
    name: "Previous purchases",
    words:
      "How many purchases customers had made before, as their own record says: mean, median and quartiles.",
    formula: "mean and quantiles (type 7) of previous purchases over customers with a record",
    unit: "times",
    query: previousPurchasesQuery,
    isIn: ({ previousPurchases }) => previousPurchases !== null,
  },
  {
    id: "ratings",
    name: "Rating distribution",
    words: rowWords.ratings,
    formula: "ratings above the bin's first and up to its second number",
    unit: "count",
    query: ratingQuery,
    isIn: ({ rating }) => rating !== null,
  },
];
