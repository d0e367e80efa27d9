import { fields } from "../fields/fields.ts";
import { customerTraits, purchaseTraits, type TraitField } from "../fields/traits.ts";
import { previousPurchasesQuery } from "../questions/spend.ts";
import { seasonCategoryQuery } from "../sections/products/season-category.ts";
import { orderFeaturesQuery, statedFeaturesQuery } from "../sections/segments/question/features.ts";
import type { Unit } from "./metrics.ts";

/** The one definition of a figure: a number for each of several groups, bins or months. */
export interface FigureDefinition {
  id: string;
  name: string;
  /** One or two sentences for somebody who is no analyst. */
  words: string;
  /** What each number of the figure is. */
  formula: string;
  unit: Unit;
  /** SQL over the lines that gives the figure before small groups are folded and bins are made. */
  query: string;
}

const customerField = (field: TraitField<"customer">, name: string, words: string): FigureDefinition => ({
  id: `${field}-customers`,
  name,
  words,
  formula: "customers of the group; share = these ÷ customers whose value is known",
  unit: "count",
  query: `SELECT traits.value AS name, COUNT(*) AS value
FROM customers JOIN traits ON trait_id = ${fields[field].trait.column}_id
GROUP BY trait_id, traits.value ORDER BY value DESC, name`,
});

const linesBy = (column: string, value: string) =>
  `SELECT traits.value AS name, ${value} AS value
FROM transactions JOIN traits ON trait_id = ${column}_id
GROUP BY trait_id, traits.value ORDER BY value DESC, name`;

const productsBy = (value: string) =>
  `SELECT products.name AS name, ${value} AS value
FROM transactions JOIN products ON products.product_id = transactions.product_id
GROUP BY products.product_id, products.name ORDER BY value DESC, name`;

const purchaseField = (field: TraitField<"purchase">, name: string, words: string): FigureDefinition => ({
  id: `${field}-purchases`,
  name,
  words,
  formula: "purchases of the group; share = these ÷ purchases whose value is known",
  unit: "count",
  query: linesBy(fields[field].trait.column, "COUNT(*)"),
});

const described: readonly FigureDefinition[] = [
  {
    id: "rows",
    name: "Account of the rows",
    words: "What became of every row that was read. What was left out is told by reason on the Data page.",
    formula:
      "rows read = purchases + returns + lines without a price + lines of excluded products + rows left out",
    unit: "count",
    query: `SELECT 'purchases' AS name, COUNT(*) AS value FROM transactions
UNION ALL SELECT 'returns', COUNT(*) FROM returns`,
  },
  {
    id: "period",
    name: "Period covered",
    words: "From the first to the last day with a purchase, both counted.",
    formula: "last day − first day + 1",
    unit: "count",
    query: "SELECT MAX(day) - MIN(day) + 1 AS value FROM transactions",
  },
  {
    id: "months-revenue",
    name: "Revenue by month",
    words:
      "What the orders of each calendar month come to. An order belongs to the month of its first purchase.",
    formula: "sum of the revenue of the month's orders",
    unit: "money",
    query: `SELECT day, SUM(revenue) AS value FROM (
  SELECT MIN(day) AS day, SUM(amount) AS revenue FROM transactions WHERE order_id IS NOT NULL GROUP BY order_id
) AS per_order WHERE day IS NOT NULL GROUP BY day ORDER BY day`,
  },
  {
    id: "spend-distribution",
    name: "Spend distribution",
    words:
      "How many orders, or purchases where there are no orders, come to how much, in bins of a round width.",
    formula: "orders (or purchases) whose amount is above the bin's first and up to its second number",
    unit: "count",
    query: `SELECT SUM(amount) AS value FROM transactions
GROUP BY COALESCE(order_id, -transaction_id) ORDER BY value`,
  },
  {
    id: "rating-distribution",
    name: "Rating distribution",
    words: "How many purchases were given which rating.",
    formula: "ratings above the bin's first and up to its second number",
    unit: "count",
    query: `SELECT rating AS name, COUNT(*) AS value FROM transactions
WHERE rating IS NOT NULL GROUP BY rating ORDER BY rating`,
  },
  {
    id: "ageGroup-customers",
    name: "Age groups",
    words: "Customers by age, each group from its first age up to its last, both counted.",
    formula: "customers of the group; share = these ÷ customers whose age is known",
    unit: "count",
    query: `SELECT age AS name, COUNT(*) AS value FROM customers
WHERE age IS NOT NULL GROUP BY age ORDER BY age`,
  },
  customerField("gender", "Gender split", "Customers by gender, by their latest purchase that says it."),
  {
    id: "subscribers-by-gender",
    name: "Subscribers by gender",
    words: "How many customers of each gender subscribe, of those whose gender and subscription are known.",
    formula: "subscribers of the gender; share = these ÷ customers of the gender",
    unit: "count",
    query: `SELECT gender.value AS name, SUM(CASE WHEN subscription.value = 'Yes' THEN 1 ELSE 0 END) AS value
FROM customers JOIN traits AS gender ON gender.trait_id = gender_id
JOIN traits AS subscription ON subscription.trait_id = subscription_id
GROUP BY gender.value ORDER BY name`,
  },
  customerField(
    "subscription",
    "Subscriptions",
    "Customers with and without a subscription, by their latest purchase that says it.",
  ),
  customerField(
    "purchaseFrequency",
    "Stated purchase frequency",
    "How often customers buy, as their own record says.",
  ),
  {
    id: "previous-purchases",
    name: "Previous purchases",
    words:
      "How many purchases customers had made before, as their own record says: mean, median and quartiles.",
    formula: "mean and quantiles (type 7) of previous purchases over customers with a record",
    unit: "times",
    query: previousPurchasesQuery,
  },
  {
    id: "orders-per-customer",
    name: "Orders per customer",
    words: "How many customers placed one order, two, and so on. Guests are left out.",
    formula: "customers with that many orders; share = these ÷ customers",
    unit: "count",
    query: `SELECT orders AS name, COUNT(*) AS value FROM (
  SELECT COUNT(DISTINCT order_id) AS orders FROM transactions WHERE customer_id IS NOT NULL GROUP BY customer_id
) AS per_customer GROUP BY orders ORDER BY orders`,
  },
  {
    id: "location-customers",
    name: "Locations by customers",
    words: "Customers by the location bought from; who bought from several counts in each.",
    formula: "distinct customers with a purchase from the location; share = these ÷ customers",
    unit: "count",
    query: linesBy("location", "COUNT(DISTINCT customer_id)"),
  },
  {
    id: "location-revenue",
    name: "Locations by revenue",
    words: "What the purchases from each location come to.",
    formula: "sum of amounts; share = this ÷ revenue whose location is known",
    unit: "money",
    query: linesBy("location", "SUM(amount)"),
  },
  purchaseField("category", "Categories by purchases", "Purchases by the category of the product."),
  {
    id: "category-revenue",
    name: "Categories by revenue",
    words: "What the purchases of each category come to.",
    formula: "sum of amounts; share = this ÷ revenue whose category is known",
    unit: "money",
    query: linesBy("category", "SUM(amount)"),
  },
  {
    id: "product-purchases",
    name: "Top products by purchases",
    words: "The products that stand on most purchase lines.",
    formula: "purchases of the product; share = these ÷ purchases whose product is known",
    unit: "count",
    query: productsBy("COUNT(*)"),
  },
  {
    id: "product-revenue",
    name: "Top products by revenue",
    words: "The products whose purchases come to most.",
    formula: "sum of amounts; share = this ÷ revenue whose product is known",
    unit: "money",
    query: productsBy("SUM(amount)"),
  },
  {
    id: "season-category",
    name: "Season and category",
    words: "Purchases by season and category, of those for which both are known.",
    formula: "purchases of the category in the season",
    unit: "count",
    query: seasonCategoryQuery,
  },
  purchaseField("season", "Seasons", "Purchases by the season that the row states."),
  purchaseField("color", "Colors", "Purchases by the color of the product."),
  purchaseField("size", "Sizes", "Purchases by the size of the product."),
  purchaseField("paymentMethod", "Payment methods", "Purchases by the way they were paid."),
  customerField(
    "preferredPaymentMethod",
    "Preferred payment methods",
    "Customers by the way they prefer to pay, by their latest purchase that says it.",
  ),
  purchaseField("shippingType", "Shipping types", "Purchases by the way they were sent."),
  {
    id: "features-orders",
    name: "Recency, frequency, monetary value",
    words: "What RFM scores and personas are made of: one row a customer, published only in sums.",
    formula:
      "recency = day after the last day with a purchase − day of the last order; frequency = orders; monetary = revenue",
    unit: "count",
    query: orderFeaturesQuery,
  },
  {
    id: "features-stated",
    name: "Recency, frequency, monetary value",
    words: "What RFM scores and personas are made of: one row a customer, published only in sums.",
    formula:
      "recency = days between purchases that the stated frequency means; frequency = previous purchases; monetary = purchase amount",
    unit: "count",
    query: statedFeaturesQuery,
  },
  purchaseField("discount", "Discounts", "Purchases with and without a discount."),
  purchaseField("promoCode", "Promo codes", "Purchases with and without a promo code."),
];

const hasWords = (field: string) => described.some(({ id }) => id.startsWith(`${field}-`));

/** Splits by traits that have no words of their own here. */
export const plainFigures: readonly FigureDefinition[] = [
  ...customerTraits
    .filter(({ field }) => !hasWords(field))
    .map(({ field, name }) => customerField(field, name, `Customers by ${name.toLowerCase()}.`)),
  ...purchaseTraits
    .filter(({ field }) => !hasWords(field))
    .map(({ field, name }) => purchaseField(field, name, `Purchases by ${name.toLowerCase()}.`)),
];

/** The registry of figures, in the order in which reports list them. */
export const figureDefinitions: readonly FigureDefinition[] = [...described, ...plainFigures];
