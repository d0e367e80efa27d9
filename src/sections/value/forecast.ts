import {
  aliveProbability,
  type BetaGeometric,
  purchasesToCome,
} from "../../statistics/models/beta-geometric.ts";
import { expectedSpend, type GammaGamma } from "../../statistics/models/gamma-gamma.ts";
import type { Histories, PurchaseHistory } from "../../statistics/models/purchase-histories.ts";
import { normalQuantile } from "../../statistics/significance/quantiles.ts";
import type { ValueModel } from "./model.ts";
import { historiesOf, type WatchedCustomer } from "./question.ts";

/** What is expected of each customer, in their order. */
export interface Forecast {
  orders: Float64Array;
  revenue: Float64Array;
  /** Discounted to today. */
  value: Float64Array;
  /** The chance of still being a customer. */
  alive: Float64Array;
  /** Variances of orders and of revenue, the parameters taken for known. */
  ordersVariance: Float64Array;
  revenueVariance: Float64Array;
}

/** A year is forecast month by month, for the discount. */
const months = 12;

/**
 * Orders and revenue of each customer in the time to come, with variances. A customer's future orders are independent
 * of the spend a purchase, whose rate is gamma (p x + q, v + x m) after what was seen.
 *
 * @param weeks how long the time to come is
 * @param discount a year's discount, 0.1 for 10 %; values fall due at the middle of each twelfth
 */
export function forecast(
  { orders, spend }: ValueModel,
  customers: readonly WatchedCustomer[],
  weeks: number,
  discount = 0,
): Forecast {
  const size = customers.length;
  const made: Forecast = {
    orders: new Float64Array(size),
    revenue: new Float64Array(size),
    value: new Float64Array(size),
    alive: new Float64Array(size),
    ordersVariance: new Float64Array(size),
    revenueVariance: new Float64Array(size),
  };
  const { placeOf, ...histories } = historiesOf(customers);
  const timings = eachHistory(histories, (history) => timingOf(orders, history, weeks, discount));
  for (const [index, { spend: seen }] of customers.entries()) {
    const timing = timings[placeOf[index] ?? 0];
    if (timing === undefined) throw new RangeError(`customer ${index} has no history`);
    const { mean, meanSquare, discounted, alive } = timing;
    const { first, second } = spendMoments(spend, seen?.purchases ?? 0, seen?.mean ?? 0);
    made.orders[index] = mean;
    made.ordersVariance[index] = meanSquare - mean * mean;
    made.revenue[index] = mean * first;
    made.value[index] = discounted * first;
    made.alive[index] = alive;
    // Var(S) = E[N] E[σ²] + E[N²] E[μ²] − (E[N] E[μ])², a purchase being gamma with shape p: σ² = μ² / p.
    made.revenueVariance[index] = (mean * second) / spend.p + meanSquare * second - (mean * first) ** 2;
  }
  return made;
}

/** The mean orders of each customer in the time to come: those of `forecast`. */
export function expectedOrders(
  model: BetaGeometric,
  customers: readonly WatchedCustomer[],
  weeks: number,
): Float64Array {
  const { placeOf, ...histories } = historiesOf(customers);
  const means = eachHistory(histories, (history) => purchasesToCome(model, history, weeks).mean);
  return Float64Array.from(placeOf, (place) => means[place] ?? 0);
}

/** The mean spend a purchase of each customer. */
export function expectedSpends(model: GammaGamma, customers: readonly WatchedCustomer[]): Float64Array {
  return Float64Array.from(customers, ({ spend }) =>
    expectedSpend(model, spend ?? { purchases: 0, mean: 0 }),
  );
}

function eachHistory<Result>(
  { x, tx, T }: Pick<Histories, "x" | "tx" | "T">,
  work: (history: PurchaseHistory) => Result,
): Result[] {
  return Array.from(x, (purchases, place) => work({ x: purchases, tx: tx[place] ?? 0, T: T[place] ?? 0 }));
}

interface Timing {
  mean: number;
  meanSquare: number;
  discounted: number;
  alive: number;
}

function timingOf(model: BetaGeometric, history: PurchaseHistory, weeks: number, discount: number): Timing {
  const { mean, meanSquare } = purchasesToCome(model, history, weeks);
  const alive = aliveProbability(model, history);
  if (discount === 0) return { mean, meanSquare, discounted: mean, alive };
  let discounted = 0;
  let before = 0;
  for (let month = 1; month <= months; month += 1) {
    const until = month === months ? mean : purchasesToCome(model, history, (weeks * month) / months).mean;
    discounted += (until - before) / (1 + discount) ** ((month - 0.5) / months);
    before = until;
  }
  return { mean, meanSquare, discounted, alive };
}

/** The first two moments of a customer's mean spend a purchase; the second is infinite where p x + q ≤ 2. */
function spendMoments(model: GammaGamma, purchases: number, mean: number): { first: number; second: number } {
  const { p, q, v } = model;
  const first = expectedSpend(model, { purchases, mean });
  const shape = p * purchases + q;
  const rate = v + purchases * mean;
  const second = shape > 2 ? (p * rate) ** 2 / ((shape - 1) * (shape - 2)) : Number.POSITIVE_INFINITY;
  return { first, second };
}

/** A number with the interval in which it lies with a chance of 95 %; no interval where the variance is not finite. */
export interface Expected {
  value: number;
  low: number | null;
  high: number | null;
}

/**
 * The 95 % interval of a total that is never below 0: log-normal with this mean and variance, which for totals of many
 * is the normal one.
 */
export function expectedTotal(value: number, variance: number): Expected {
  if (!(value > 0) || !Number.isFinite(variance)) return { value, low: null, high: null };
  const spread = Math.sqrt(Math.log1p(variance / value ** 2));
  const middle = Math.log(value) - spread ** 2 / 2;
  const z = normalQuantile(0.025);
  return { value, low: Math.exp(middle - z * spread), high: Math.exp(middle + z * spread) };
}
