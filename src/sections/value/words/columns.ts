import type { ColumnDefinition } from "../../../report/columns.ts";
import { valueWords } from "./page.ts";

/** Columns of this section's tables. */
export const valueColumns = {
  cohorts: {
    id: "intake",
    name: valueWords.cohorts.labels,
    words: "The period in which the row's customers first ordered.",
  },
  places: {
    id: "valuePlace",
    name: valueWords.places.labels,
    words: "Where most of the money of the row's customers was spent.",
  },
  revenue: {
    id: "expectedRevenue",
    name: valueWords.revenue,
    words: "What the row's customers are expected to spend in the next 12 months.",
  },
  range: {
    id: "likelyRange",
    name: valueWords.range,
    words: "Where that should lie 19 times in 20, if customers go on as they have.",
  },
  tenths: {
    id: "tenth",
    name: valueWords.tenths.labels,
    words: "Customers in ten equal parts; the first is the tenth of whom most is expected.",
  },
  revenueShare: {
    id: "shareOfExpectedRevenue",
    name: valueWords.revenueShare,
    words: "The row's part of the revenue that is expected of all.",
  },
  weeks: {
    id: "weeksAfter",
    name: valueWords.weeks.labels,
    words: "Weeks since the last day that the model knew.",
  },
  purchases: {
    id: "repeatOrdersBefore",
    name: valueWords.purchases.labels,
    words: "How often the customers had come back by the last day that the model knew.",
  },
  actual: {
    id: "actual",
    name: valueWords.actual,
    words:
      "Orders in the weeks that were hidden from the model, added up or per customer, as the title says.",
  },
  expected: {
    id: "forecast",
    name: valueWords.expected,
    words: "The same, as the model foretold it.",
  },
  months: {
    id: "monthsAfter",
    name: valueWords.months.labels,
    words: "Whole months since the first order of a new customer.",
  },
  cumulated: {
    id: "revenueSoFar",
    name: valueWords.cumulated,
    words: "The first order and the repeat orders that are expected by then.",
  },
} as const satisfies Record<string, ColumnDefinition>;
