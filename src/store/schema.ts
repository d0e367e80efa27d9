import { customerTraits, purchaseTraits, type Trait } from "../fields/traits.ts";

/**
 * The star schema. Text stands in dimensions only; everything else is integers (days are days since
 * 1970-01-01, `second_of_day` counts from midnight) or amounts. `transactions` holds purchases, `returns` what is kept apart.
 * `amount` is after discounts; `discount_amount` is what was taken off. A return of an order that was paid back whole has
 * in `sold` what the line had brought: gross sales hold it.
 * `*_id` columns of words point to `traits`.
 */
export const schema = `
CREATE TABLE traits (trait_id INTEGER PRIMARY KEY, field TEXT NOT NULL, value TEXT NOT NULL);
CREATE TABLE customers (
  customer_id INTEGER PRIMARY KEY, age INTEGER, ${wordColumns(customerTraits)}, previous_purchases INTEGER
);
CREATE TABLE products (product_id INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL, category_id INTEGER);
CREATE TABLE transactions (
  transaction_id INTEGER PRIMARY KEY, order_id INTEGER, customer_id INTEGER, product_id INTEGER, day INTEGER,
  quantity REAL NOT NULL, amount REAL NOT NULL, discount_amount REAL, rating REAL, second_of_day INTEGER,
  ${wordColumns(purchaseTraits)}
);
CREATE TABLE returns (
  return_id INTEGER PRIMARY KEY, order_id INTEGER, customer_id INTEGER, product_id INTEGER, day INTEGER,
  quantity REAL NOT NULL, amount REAL NOT NULL, sold REAL, discount_amount REAL, second_of_day INTEGER
);
CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER, day INTEGER, last_day INTEGER, purchases INTEGER NOT NULL, revenue REAL NOT NULL);
CREATE TABLE customer_totals (customer_id INTEGER, purchases INTEGER NOT NULL, revenue REAL NOT NULL);
CREATE TABLE product_totals (product_id INTEGER, customers INTEGER NOT NULL, purchases INTEGER NOT NULL, revenue REAL NOT NULL);
CREATE TABLE rating_totals (rating REAL NOT NULL, purchases INTEGER NOT NULL);
CREATE TABLE small_groups (field TEXT NOT NULL, group_id INTEGER NOT NULL, customer_id INTEGER NOT NULL);
CREATE TABLE trait_totals (field TEXT NOT NULL, trait_id INTEGER, customers INTEGER NOT NULL, purchases INTEGER NOT NULL, revenue REAL NOT NULL);
`;

/**
 * Groups of at most so many customers have each of them in `small_groups` (`field`: `product` or a trait):
 * to count the customers of several small groups, each once, takes no scan of the lines.
 */
export const smallGroup = 20;

/**
 * What the tables of totals hold (a null id: the lines that have none, such as guests'), as SQL over the lines; they
 * are worked out while loading, once, so that later questions need not scan the lines. `trait_totals` holds one such
 * part for each field of purchases.
 */
export const totalsDefinitions = {
  orders: `SELECT order_id, MAX(customer_id) AS customer_id, MIN(day) AS day, MAX(day) AS last_day, COUNT(*) AS purchases, SUM(amount) AS revenue
FROM transactions WHERE order_id IS NOT NULL GROUP BY order_id`,
  customer_totals: `SELECT customer_id, COUNT(*) AS purchases, SUM(amount) AS revenue
FROM transactions GROUP BY customer_id`,
  product_totals: `SELECT product_id, COUNT(DISTINCT customer_id) AS customers, COUNT(*) AS purchases, SUM(amount) AS revenue
FROM transactions GROUP BY product_id`,
  trait_totals: `SELECT 'location' AS field, location_id AS trait_id, COUNT(DISTINCT customer_id) AS customers, COUNT(*) AS purchases, SUM(amount) AS revenue
FROM transactions GROUP BY location_id`,
  rating_totals: `SELECT rating, COUNT(*) AS purchases FROM transactions WHERE rating IS NOT NULL GROUP BY rating`,
} as const;

function wordColumns(traits: readonly Trait[]): string {
  return traits.map(({ column }) => `${column}_id INTEGER`).join(", ");
}
