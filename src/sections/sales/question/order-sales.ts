import type { Store } from "../../../store/store.ts";

/** What each dated order came to, in the order of their days. Ids are dense; 0 is nobody's. */
export interface OrderSales {
  /** Orders' own ids. */
  order: Int32Array;
  /** Days since 1970-01-01: that of the order's first purchase. */
  day: Int32Array;
  /** 0 for a guest's. */
  customer: Int32Array;
  /** Units. */
  items: Float64Array;
  /** After discounts. */
  revenue: Float64Array;
  /** What was taken off; 0 where the data know no discounts. */
  discount: Float64Array;
  /** Seconds since midnight of the first purchase; NaN where it has no time. */
  second: Float64Array;
  /** What came back, line by line, on the day on which it did. */
  returns: ReturnedLines;
}

interface ReturnedLines {
  day: Int32Array;
  /** 0 for a guest's. */
  customer: Int32Array;
  /** Below 0, and what the line had brought where its order was paid back whole and is no order any more. */
  amount: Float64Array;
  sold: Float64Array;
}

/** Every dated order with what stands on its lines. */
export const orderSalesQuery = `SELECT orders.order_id, orders.day, orders.customer_id, revenue, items, discount, moment
FROM orders JOIN (
  SELECT order_id, SUM(quantity) AS items, SUM(discount_amount) AS discount, MIN(day * 86400 + second_of_day) AS moment
  FROM transactions GROUP BY order_id
) AS lines ON lines.order_id = orders.order_id WHERE orders.day IS NOT NULL ORDER BY orders.day, orders.order_id`;

/** Every dated return. */
const returnedLinesQuery =
  "SELECT day, customer_id, amount, sold FROM returns WHERE day IS NOT NULL ORDER BY day, return_id";

/** Asked once a build. */
const kept = new WeakMap<Store, Promise<OrderSales | null>>();

/** The dated orders and returns; null where no order has a date. */
export function orderSales(store: Store): Promise<OrderSales | null> {
  const known = kept.get(store) ?? ask(store);
  kept.set(store, known);
  return known;
}

const secondsOfDay = 86_400;

async function ask(store: Store): Promise<OrderSales | null> {
  const [order, day, customer, revenue, items, discount, moment] = await store.columns(orderSalesQuery);
  if (!order || !day || !customer || !revenue || !items || !discount || !moment || order.length === 0)
    return null;
  const none = new Float64Array(0);
  const [returnDay = none, returner = none, amount = none, sold = none] =
    await store.columns(returnedLinesQuery);
  return {
    order: Int32Array.from(order),
    day: Int32Array.from(day),
    customer: Int32Array.from(customer, orZero),
    items,
    revenue,
    discount: Float64Array.from(discount, orZero),
    second: Float64Array.from(moment, (value, index) => {
      const second = value - (day[index] ?? 0) * secondsOfDay;
      return second < secondsOfDay ? second : Number.NaN;
    }),
    returns: {
      day: Int32Array.from(returnDay),
      customer: Int32Array.from(returner, orZero),
      amount,
      sold: Float64Array.from(sold, orZero),
    },
  };
}

function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}
