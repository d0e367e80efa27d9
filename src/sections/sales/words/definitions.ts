import { metricQueries } from "../../../questions/metrics.ts";
import type { HeldFigure } from "../../../report/held-figure.ts";
import { orderSalesQuery } from "../question/order-sales.ts";

const query = orderSalesQuery;

/** Sales by a period. Returns by week are not told. */
function byPeriod(word: "week" | "quarter" | "year", isIn: HeldFigure["isIn"]): HeldFigure {
  return {
    id: `sales-by-${word}`,
    name: `Sales by ${word}`,
    words:
      word === "week"
        ? "What the orders of each week come to, after discounts and before returns."
        : `What the orders of each ${word} come to after discounts, less what came back in it; before returns, if in some ${word} only a few customers returned anything.`,
    formula:
      word === "week"
        ? "sum of the revenue of the week's orders"
        : `sum of the revenue of the ${word}'s orders + value of the ${word}'s returns (below zero)`,
    unit: "money",
    query,
    isIn,
  };
}

/** What was sold, when, and why it changed. */
export const salesDefinitions: readonly HeldFigure[] = [
  {
    id: "gross-to-net",
    name: "From gross to net sales",
    words: "What was sold at full price, what discounts and returns took off, and what is left.",
    formula: "gross sales + discounts + value of returns (both below zero) = net sales",
    unit: "money",
    query: metricQueries.netSales,
    isIn: ({ metrics }) => metrics.some(({ metric }) => metric === "netSales"),
  },
  {
    id: "discounted-orders",
    name: "Orders with a discount",
    words:
      "What orders come to on average after discounts: those on which something was taken off, and the others.",
    formula: "revenue of the orders ÷ number of the orders",
    unit: "money",
    query,
    isIn: ({ sales }) => (sales?.discounted ?? null) !== null,
  },
  {
    id: "year-over-year",
    name: "This year and the last",
    words:
      "Sales of each month of the latest year beside the same month of the year before: after returns where these may be told by month.",
    formula: "sum of the revenue of the month's orders + value of the month's returns (below zero)",
    unit: "money",
    query,
    isIn: ({ sales }) => sales?.change != null && sales.change.kind !== "quarter",
  },
  byPeriod("quarter", ({ sales }) => (sales?.quarters.length ?? 0) > 1),
  byPeriod("year", ({ sales }) => (sales?.years.filter(({ whole }) => whole).length ?? 0) > 1),
  byPeriod("week", ({ sales }) => (sales?.weeks?.length ?? 0) > 3),
  {
    id: "why-sales-changed",
    name: "Why sales changed",
    words:
      "How much of the change of sales is due to customers, orders, items, prices, discounts and returns.",
    formula:
      "logarithmic mean of both periods' sales × ln(part after ÷ part before); differences for guests and returns",
    unit: "money",
    query,
    isIn: ({ sales }) => (sales?.change?.parts.length ?? 0) > 0,
  },
  {
    id: "orders-by-hour",
    name: "Orders by weekday and hour",
    words: "How many orders begin on each weekday in each hour.",
    formula: "orders by the weekday and hour of their first purchase",
    unit: "count",
    query,
    isIn: ({ sales }) => (sales?.times?.hours ?? null) !== null,
  },
  {
    id: "orders-by-weekday",
    name: "Orders by weekday",
    words: "How many orders fall on each weekday.",
    formula: "orders by the weekday of their first purchase",
    unit: "count",
    query,
    isIn: ({ sales }) => sales?.times != null && sales.times.hours === null,
  },
];
