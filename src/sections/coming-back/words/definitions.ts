import { customerOrdersQuery } from "../../../questions/customer-orders.ts";
import { createFormatter } from "../../../report/format.ts";
import type { HeldFigure } from "../../../report/held-figure.ts";
import { cohortCurves } from "../cohort-figures.ts";

const query = customerOrdersQuery;

/** Whether there is a figure does not depend on how its numbers are written. */
const plain = createFormatter("en", null);

/** Second orders by what is known of the first. */
function differenceBy(field: "category" | "location", name: string): HeldFigure {
  return {
    id: `second-orders-${field}`,
    name,
    words: "The share of customers who order again, by what most of the money of the first order went to.",
    formula: "1 − Kaplan–Meier estimate of those still waited for",
    unit: "share",
    query,
    isIn: ({ comingBack }) =>
      comingBack?.differences.some((difference) => difference.field === field) ?? false,
  };
}

/** Who comes back, and when. */
export const comingBackDefinitions: readonly HeldFigure[] = [
  {
    id: "second-orders",
    name: "Time to the second order",
    words: "The share of customers who have ordered again so many days after the first order.",
    formula: "1 − Kaplan–Meier estimate of those still waited for",
    unit: "share",
    query,
    isIn: ({ comingBack }) => (comingBack?.second.within.length ?? 0) > 0,
  },
  {
    id: "late-customers",
    name: "Unusual silence",
    words: "Nine in ten pauses between the orders of customers of a persona are shorter.",
    formula: "90 % quantile (type 7) of days between days of purchase that follow each other",
    unit: "count",
    query,
    isIn: ({ comingBack }) => (comingBack?.late?.length ?? 0) > 1,
  },
  differenceBy("category", "Second orders by first category"),
  differenceBy("location", "Second orders by place"),
  {
    id: "new-and-returning",
    name: "Sales to new and returning customers",
    words: "Sales to customers whose first order is of the period, and to those who had ordered before.",
    formula: "sum of orders by the period, and by the period of the customer's first order",
    unit: "money",
    query,
    isIn: ({ comingBack }) => comingBack != null && comingBack.periods !== null,
  },
  {
    id: "cohorts-active",
    name: "Cohorts: who still orders",
    words: "Of the customers of one first period, the share with an order in each period after.",
    formula: "customers of the cohort with an order in the period ÷ customers of the cohort",
    unit: "share",
    query,
    isIn: ({ comingBack }) => comingBack != null && comingBack.cohorts !== null,
  },
  {
    id: "cohorts-value",
    name: "Cohorts: revenue per customer",
    words: "What a customer of one first period has spent by the end of each period after, on average.",
    formula: "sum of the cohort's orders up to the period ÷ customers of the cohort",
    unit: "money",
    query,
    isIn: ({ comingBack }) => comingBack != null && comingBack.cohorts !== null,
  },
  {
    id: "cohort-curves",
    name: "Cohorts: revenue per customer as curves",
    words: "The same for the newest cohorts, up to the last period that the data cover wholly.",
    formula: "sum of the cohort's orders up to the period ÷ customers of the cohort",
    unit: "money",
    query,
    isIn: ({ comingBack }) => comingBack != null && cohortCurves(comingBack, plain) !== null,
  },
  {
    id: "cohorts-compared",
    name: "Cohorts: the first 90 days",
    words:
      "What a typical customer of a cohort spent within 90 days of the first order: half spent more, half less.",
    formula:
      "median of the sums of each customer's orders on the 90 days from the first order on, to three digits",
    unit: "money",
    query,
    isIn: ({ comingBack }) => (comingBack?.cohorts?.comparisons.length ?? 0) > 0,
  },
  ...(["personas", "segments"] as const).flatMap((kind): HeldFigure[] => [
    {
      id: `movement-${kind}`,
      name: kind === "personas" ? "Movement of personas" : "Movement of segments",
      words: "Customers by the group they were in then and the one they are in today, by today's edges.",
      formula: "customers of a group then and a group now",
      unit: "count",
      query,
      isIn: ({ comingBack }) => comingBack?.movement?.[kind] != null,
    },
    {
      id: `movement-${kind}-money`,
      name: kind === "personas" ? "Movement of personas in money" : "Movement of segments in money",
      words: "What the customers of a cell spent in the whole months before the day, and in as many since.",
      formula: "sum of orders of these customers in the months",
      unit: "money",
      query,
      isIn: ({ comingBack }) => comingBack?.movement?.[kind]?.money != null,
    },
  ]),
];
