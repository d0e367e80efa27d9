import type { CustomerOrders } from "../../../src/questions/customer-orders.ts";
import type { BetaGeometric } from "../../../src/statistics/models/beta-geometric.ts";
import type { GammaGamma } from "../../../src/statistics/models/gamma-gamma.ts";
import type { Random } from "../../../src/statistics/random/random.ts";
import { drawBeta, drawExponential, drawGamma } from "../../statistics/models/draw.ts";

/** An order of a customer; days from 0 on. */
export interface SimulatedOrder {
  customer: number;
  day: number;
  revenue: number;
}

/** Orders of customers who come, buy and leave as the models say. */
export function simulateShop(
  { r, alpha, a, b }: BetaGeometric,
  { p, q, v }: GammaGamma,
  { customers, days, arriving }: { customers: number; days: number; arriving: number },
  random: Random,
): SimulatedOrder[] {
  return Array.from({ length: customers }, (_, customer) => {
    const first = Math.floor(random() * arriving);
    const rate = drawGamma(r, random) / alpha / 7;
    const leaves = drawBeta(a, b, random);
    const mean = v / drawGamma(q, random);
    const spend = () => Math.max(0.01, Math.round(100 * drawGamma(p, random) * mean) / 100);
    const orders = [{ customer: customer + 1, day: first, revenue: spend() }];
    for (let at = first + drawExponential(rate, random); at < days; at += drawExponential(rate, random)) {
      orders.push({ customer: customer + 1, day: Math.floor(at), revenue: spend() });
      if (random() < leaves) break;
    }
    return orders;
  }).flat();
}

/** Orders as the question gives them. */
export function ordersOf(all: readonly SimulatedOrder[], last?: number): CustomerOrders {
  const sorted = [...all].sort((one, other) => one.customer - other.customer || one.day - other.day);
  const customers = [...new Set(sorted.map(({ customer }) => customer))];
  const starts = customers.map((customer) => sorted.findIndex((order) => order.customer === customer));
  const days = sorted.map(({ day }) => day);
  return {
    customers: Int32Array.from(customers),
    starts: Int32Array.from([...starts, sorted.length]),
    day: Int32Array.from(days),
    revenue: Float64Array.from(sorted, ({ revenue }) => revenue),
    order: Int32Array.from(sorted, (_, index) => index + 1),
    guests: { day: new Int32Array(), revenue: new Float64Array() },
    first: days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY),
    last: last ?? days.reduce((most, day) => Math.max(most, day), 0),
  };
}
