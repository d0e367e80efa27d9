import type { ChartSpec } from "../../../charts/spec.ts";
import type { Source } from "../../../report/source.ts";
import { newCustomersCaption, newCustomerWords } from "../words/new-customers.ts";

/** New and returning customers in each period that may be told; null where there are no dated orders of customers. */
export function newAndReturning({ report: { comingBack }, format }: Source): ChartSpec | null {
  const periods = comingBack?.periods ?? null;
  if (periods === null) return null;
  const series = (name: string, key: "newCustomers" | "returningCustomers", color: "accent" | "second") => ({
    name,
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
    labels: periods.periods.map(({ name }) => (periods.length === 1 ? format.month(name) : name)),
    series: [
      series(newCustomerWords.returning, "returningCustomers", "accent"),
      series(newCustomerWords.newcomers, "newCustomers", "second"),
    ],
  };
}
