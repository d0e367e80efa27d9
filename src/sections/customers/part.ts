import type { CustomerWords } from "../../questions/customer-traits.ts";
import { linePersons, type PersonsValues } from "../../questions/persons.ts";
import { histogramOf } from "../../report/histogram.ts";
import type { Report } from "../../report/report.ts";
import { wilson } from "../../statistics/significance/intervals.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Inputs } from "../inputs.ts";
import { concentration } from "./concentration.ts";
import { differences } from "./differences.ts";
import { ordersPerCustomer, subscribersByGender } from "./loyalty.ts";

export type CustomersPart = Pick<
  Report,
  | "age"
  | "previousPurchases"
  | "rating"
  | "subscribersByGender"
  | "ordersPerCustomer"
  | "concentration"
  | "differences"
>;

/** Who the customers are, how often they come back and how they differ; `fields` is what is known of each. */
export async function customersPart(
  { store, gate, lines, products, customers, age, previousPurchases, rated }: Inputs,
  fields: readonly CustomerWords[],
): Promise<CustomersPart> {
  const lacking = (of: PersonsValues) => ({
    values: customers - of.values.length,
    persons: customers - of.values.length,
  });
  const ratings = gate.summary(rated?.given, unrated(lines));
  const subscribers = await subscribersByGender(store, gate);
  const loyalty = await ordersPerCustomer(store, gate);
  return {
    age: age && gate.summary(age, lacking(age)),
    previousPurchases: gate.summary(previousPurchases, lacking(previousPurchases)),
    rating:
      rated === null || ratings === null
        ? null
        : { summary: ratings, histogram: histogramOf(gate.bins(rated.bins, rated.given, "right")) },
    subscribersByGender:
      subscribers?.map((row) => ({
        ...row,
        share: row.subscribers / row.customers,
        interval: wilson(row.subscribers, row.customers),
      })) ?? null,
    ordersPerCustomer:
      loyalty?.map((row) => ({
        ...row,
        share: row.customers / customers,
        interval: wilson(row.customers, customers),
      })) ?? null,
    concentration: await concentration(store, gate),
    differences: await differences(store, fields, products, lines, gate),
  };
}

/** The purchases that were not rated, and the persons behind them. */
function unrated(lines: PurchaseLines): { values: number; persons: number } {
  const { rating, count } = lines;
  if (rating === undefined) return { values: 0, persons: 0 };
  const { personOf } = linePersons(lines);
  const persons = new Set<number>();
  let values = 0;
  for (let line = 0; line < count; line += 1) {
    if (!Number.isNaN(rating[line])) continue;
    values += 1;
    persons.add(personOf[line] ?? 0);
  }
  return { values, persons: persons.size };
}
