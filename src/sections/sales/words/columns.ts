import type { ColumnDefinition } from "../../../report/columns.ts";
import { salesWords } from "./page.ts";
import { whyWords } from "./verdict.ts";

const part = "one marked as a part is not covered by the data from its first to its last day.";

/** Columns of this section's tables. */
export const salesColumns = {
  step: {
    id: "step",
    name: salesWords.bridge.labels,
    words: "Gross sales, what is taken off them, and what is left.",
  },
  money: {
    id: "stepMoney",
    name: salesWords.bridge.values,
    words: "What the step comes to; below zero where it is taken off.",
  },
  ofGross: { id: "ofGross", name: salesWords.ofGross, words: "The step's part of the gross sales." },
  withDiscount: {
    id: "withDiscount",
    name: salesWords.discounted.labels,
    words: "Orders with and without a discount.",
  },
  averageOrder: {
    id: "averageOrder",
    name: salesWords.discounted.values,
    words: "What one of these orders comes to on average, after discounts.",
  },
  shareOfOrders: { id: "shareOfOrders", name: salesWords.shareOfOrders, words: "Their part of all orders." },
  week: { id: "week", name: salesWords.periods.week.labels, words: `The first day of the week; ${part}` },
  quarter: { id: "quarter", name: salesWords.periods.quarter.labels, words: `The quarter; ${part}` },
  year: { id: "year", name: salesWords.periods.year.labels, words: `The calendar year; ${part}` },
  beforeReturns: {
    id: "salesBeforeReturns",
    name: salesWords.sales,
    words: "What the row's orders come to after discounts; what came back later is not taken off.",
  },
  change: {
    id: "changeOnYearBefore",
    name: salesWords.change,
    words:
      "How much more or less than in the same period of the year before, where the data hold both whole.",
  },
  weekday: { id: "weekday", name: salesWords.days.labels, words: "The day of the week of the order." },
  part: { id: "partOfChange", name: whyWords.part, words: "What the change of sales is made of." },
  amount: {
    id: "changeOfSales",
    name: whyWords.amount,
    words: "What the row's part alone did to sales; the rows sum to the whole change.",
  },
  was: { id: "whatItWas", name: whyWords.was, words: "The row's part before and after." },
} as const satisfies Record<string, ColumnDefinition>;
