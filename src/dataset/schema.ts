/**
 * The star schema. Text stands in dimensions only; everything else is integers (days are days since
 * 1970-01-01) or amounts. `transactions` holds purchases, `returns` what is kept apart.
 * `*_id` columns of words point to `traits`.
 */
export const schema = `
CREATE TABLE traits (trait_id INTEGER PRIMARY KEY, field TEXT NOT NULL, value TEXT NOT NULL);
CREATE TABLE customers (
  customer_id INTEGER PRIMARY KEY, age INTEGER, gender_id INTEGER, subscription_id INTEGER,
  preferred_payment_method_id INTEGER, purchase_frequency_id INTEGER, previous_purchases INTEGER
);
CREATE TABLE products (product_id INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL, category_id INTEGER);
CREATE TABLE transactions (
  transaction_id INTEGER PRIMARY KEY, order_id INTEGER, customer_id INTEGER, product_id INTEGER, day INTEGER,
  quantity INTEGER NOT NULL, amount REAL NOT NULL, location_id INTEGER, category_id INTEGER, season_id INTEGER,
  size_id INTEGER, color_id INTEGER, payment_method_id INTEGER, shipping_type_id INTEGER,
  discount_id INTEGER, promo_code_id INTEGER, rating REAL
);
CREATE TABLE returns (
  return_id INTEGER PRIMARY KEY, order_id INTEGER, customer_id INTEGER, product_id INTEGER, day INTEGER,
  quantity INTEGER NOT NULL, amount REAL NOT NULL
);
`;

/**
 * Tables built once from the loaded rows, so that later questions need not scan the rows again.
 * `order_id` is null only in a snapshot, where `orders` stays empty.
 */
export const totals = `
CREATE TABLE orders AS
  SELECT order_id, MIN(customer_id) AS customer_id, MIN(day) AS day, COUNT(*) AS purchases, SUM(amount) AS revenue
  FROM transactions WHERE order_id IS NOT NULL GROUP BY order_id;
CREATE TABLE customer_totals AS
  SELECT customer_id, COUNT(*) AS purchases, SUM(amount) AS revenue FROM transactions
  WHERE customer_id IS NOT NULL GROUP BY customer_id;
`;
