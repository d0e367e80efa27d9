import { sum } from "../../statistics/describe/sum.ts";
import { purchasesOfNewCustomer } from "../../statistics/models/beta-geometric.ts";
import { expectedSpend } from "../../statistics/models/gamma-gamma.ts";
import type { ValueModel } from "./model.ts";
import type { WatchedCustomer } from "./question.ts";

/** What a customer who buys for the first time today is worth. */
export interface NewCustomer {
  /** The mean spent on the first day of purchase. */
  firstOrder: number;
  /** Revenue cumulated by month, the first order included: 0, 1, … 12 months after it. */
  byMonth: number[];
  /** Discounted, and times the margin where one is given, over twelve months. */
  value: number;
  /** Months until the value reaches the cost of winning a customer; null where no cost is given. */
  payback: { cost: number; months: number | null } | null;
}

const monthsAhead = 12;
const weeksPerMonth = 365.25 / 12 / 7;

/** The value of a new customer by the fitted models; the first order is the mean of all first orders. */
export function newCustomer(
  { orders, spend }: ValueModel,
  customers: readonly WatchedCustomer[],
  {
    discountRate,
    margin,
    acquisitionCost,
  }: { discountRate: number; margin: number | null; acquisitionCost: number | null },
): NewCustomer {
  const firstOrder = sum(customers.map(({ firstSpent }) => firstSpent)) / customers.length;
  const each = expectedSpend(spend, { purchases: 0, mean: 0 });
  const bought = Array.from(
    { length: monthsAhead + 1 },
    (_, month) => purchasesOfNewCustomer(orders, month * weeksPerMonth).mean,
  );
  const byMonth = bought.map((purchases) => firstOrder + purchases * each);
  const discounted = byMonth.map((_, month) => {
    const parts = bought
      .slice(1, month + 1)
      .map(
        (purchases, index) =>
          ((purchases - (bought[index] ?? 0)) * each) / (1 + discountRate) ** ((index + 0.5) / 12),
      );
    return (firstOrder + sum(parts)) * (margin ?? 1);
  });
  const reached = discounted.findIndex((value) => acquisitionCost !== null && value >= acquisitionCost);
  return {
    firstOrder,
    byMonth,
    value: discounted.at(-1) ?? 0,
    payback:
      acquisitionCost === null ? null : { cost: acquisitionCost, months: reached < 0 ? null : reached },
  };
}
