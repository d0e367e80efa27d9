import type { ChartSpec } from "../../../charts/spec.ts";
import type { ColumnDefinition } from "../../../report/columns.ts";
import type { Source } from "../../../report/source.ts";
import { customerColumns } from "../words/columns.ts";
import { newCustomersCaption, newCustomerWords } from "../words/new-customers.ts";

/** New and returning customers in each period that may be told; null where there are no dated orders of customers. */
export function newAndReturning({ report: { comingBack }, format }: Source): ChartSpec | null {
  const periods = comingBack?.periods ?? null;
  if (periods === null) return null;
  const series = (
    column: ColumnDefinition,
    key: "newCustomers" | "returningCustomers",
    color: "accent" | "second",
  ) => ({
    name: column.name,
    column,
    values: periods.periods.map((period) => period[key]),
    display: periods.periods.map((period) => format.count(period[key])),
    color,
  });
  return {
    id: "new-and-returning-customers",
    kind: "line",
    title: newCustomerWords.title,
    caption: newCustomersCaption(periods, format),
    labelHeading: newCustomerWords.period,
    labelColumn: "period",
    labels: periods.periods.map(({ name }) => (periods.length === 1 ? format.month(name) : name)),
    series: [
      series(customerColumns.returning, "returningCustomers", "accent"),
      series(customerColumns.newcomers, "newCustomers", "second"),
    ],
  };
}
