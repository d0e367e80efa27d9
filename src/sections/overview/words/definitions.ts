import { orderAmountQuery, purchaseAmountQuery } from "../../../questions/spend.ts";
import { orderDayQuery } from "../../../questions/time.ts";
import type { HeldFigure } from "../../../report/held-figure.ts";

const spend: Omit<HeldFigure, "query" | "isIn"> = {
  id: "spend",
  name: "Spend distribution",
  words:
    "How many orders, or purchases where there are no orders, come to how much, in bins of a round width.",
  formula:
    "orders (or purchases) whose amount is the bin's first number or more and below its second; the last bin holds both",
  unit: "count",
};

/** What was spent, and when. */
export const overviewDefinitions: readonly HeldFigure[] = [
  {
    id: "revenue-by-month",
    name: "Revenue by month",
    words:
      "What the orders of each calendar month come to. An order belongs to the month of its first purchase.",
    formula: "sum of the revenue of the month's orders",
    unit: "money",
    query: orderDayQuery,
    isIn: ({ months }) => months !== null,
  },
  {
    ...spend,
    query: orderAmountQuery,
    isIn: ({ spend: { of, histogram } }) => of === "order" && histogram.bins.length > 0,
  },
  {
    ...spend,
    query: purchaseAmountQuery,
    isIn: ({ spend: { of, histogram } }) => of === "purchase" && histogram.bins.length > 0,
  },
];
