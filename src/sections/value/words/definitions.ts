import { customerOrdersQuery } from "../../../questions/customer-orders.ts";
import type { Parts } from "../../../report/find-insights.ts";
import type { HeldFigure } from "../../../report/held-figure.ts";
import { isShown, type ValueForecast } from "../part.ts";

const unit = "money";
const query = customerOrdersQuery;

/** What is expected of groups of customers. */
function expectedOf(
  kind: "personas" | "segments" | "cohorts" | "places",
  name: string,
  words: string,
): HeldFigure {
  return {
    id: `value-${kind}`,
    name,
    words,
    formula:
      "sum over customers of expected orders × expected spend an order, in the 12 months after the data",
    unit,
    query,
    isIn: (report) => (forecastOf(report)?.[kind].length ?? 0) > 1,
  };
}

/** What customers will be worth. */
export const valueDefinitions: readonly HeldFigure[] = [
  expectedOf("personas", "Expected revenue by persona", "What the customers of each persona should bring."),
  {
    id: "value-tenths",
    name: "Expected revenue by tenth of customers",
    words: "Customers in the order of what is expected of them, the best first, in ten equal groups.",
    formula: "expected revenue of a tenth ÷ that of all",
    unit: "share",
    query,
    isIn: (report) => forecastOf(report)?.tenths != null,
  },
  expectedOf("segments", "Expected revenue by segment", "What the customers of each segment should bring."),
  expectedOf(
    "cohorts",
    "Expected revenue by first order",
    "What customers should bring, by the quarter, half-year or year of their first order.",
  ),
  expectedOf(
    "places",
    "Expected revenue by place",
    "What customers should bring, by the place that most of their money went to.",
  ),
  {
    id: "value-weeks",
    name: "Forecast and truth by week",
    words: "Orders in the time that was hidden from the model, added up, and what it forecast.",
    formula:
      "days of purchase after the cut by customers seen before it; forecast by the model that is named in Methods, from first orders alone",
    unit: "count",
    query,
    isIn: ({ value }) => isShown(value) && value.proof.byWeek.length >= 3,
  },
  {
    id: "value-purchases",
    name: "Forecast and truth by repeat orders",
    words: "Orders per customer in the time that was hidden, by how often customers had come back before.",
    formula: "days of purchase after the cut ÷ customers; forecast by the same model, given what was seen",
    unit: "times",
    query,
    isIn: ({ value }) => isShown(value) && value.proof.byPurchases.length >= 2,
  },
  {
    id: "value-months",
    name: "Value of a new customer",
    words: "What an average new customer brings by the end of each month after the first order.",
    formula: "mean first order + expected repeat orders × expected spend an order",
    unit,
    query,
    isIn: (report) => forecastOf(report) !== null,
  },
];

function forecastOf({ value }: Parts): ValueForecast | null {
  return value?.kind === "forecast" ? value : null;
}
