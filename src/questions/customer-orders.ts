import type { Store } from "../store/store.ts";
import { spanQuery } from "./time.ts";

/** The dated orders of known customers, customer by customer, each customer's in the order of their days. */
export interface CustomerOrders {
  /** Ids of customers, ascending. */
  customers: Int32Array;
  /** Where each customer's orders begin; one more entry than customers. */
  starts: Int32Array;
  /** Days since 1970-01-01: that of the order's first purchase. */
  day: Int32Array;
  revenue: Float64Array;
  /** Orders' own ids. */
  order: Int32Array;
  /** Dated orders of guests. */
  guests: { day: Int32Array; revenue: Float64Array };
  /** First and last day of all orders. */
  first: number;
  last: number;
}

/** Every dated order of a known customer. */
export const customerOrdersQuery = `SELECT customer_id, day, revenue, order_id FROM orders
WHERE customer_id IS NOT NULL AND day IS NOT NULL ORDER BY customer_id, day, order_id`;

const guestsQuery =
  "SELECT day, revenue FROM orders WHERE customer_id IS NULL AND day IS NOT NULL ORDER BY day, order_id";

/** Asked once a build. */
const kept = new WeakMap<Store, Promise<CustomerOrders | null>>();

/** The dated orders of all customers; null where there are none. The period is that of all orders, guests' too. */
export function customerOrders(store: Store): Promise<CustomerOrders | null> {
  const known = kept.get(store) ?? ask(store);
  kept.set(store, known);
  return known;
}

async function ask(store: Store): Promise<CustomerOrders | null> {
  const [customer, day, revenue, order] = await store.columns(customerOrdersQuery);
  const [guestDays = [], guestRevenue = new Float64Array()] = await store.columns(guestsQuery);
  const [[first = Number.NaN] = [], [last = Number.NaN] = []] = await store.columns(spanQuery);
  if (!customer || !day || !revenue || !order || customer.length === 0) return null;
  const customers: number[] = [];
  const starts: number[] = [];
  for (const [place, id] of customer.entries()) {
    if (place > 0 && id === customer[place - 1]) continue;
    customers.push(id);
    starts.push(place);
  }
  starts.push(customer.length);
  return {
    customers: Int32Array.from(customers),
    starts: Int32Array.from(starts),
    day: Int32Array.from(day),
    revenue,
    order: Int32Array.from(order),
    guests: { day: Int32Array.from(guestDays), revenue: guestRevenue },
    first,
    last,
  };
}
