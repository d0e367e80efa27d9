import type { LookupMode } from "../../config/config.ts";
import { compareText } from "../../dataset/clean/text.ts";
import { type CustomerTotals, customerTotals } from "../../questions/customers.ts";
import { rfmSegments } from "../../report/rfm-segments.ts";
import { isoDay } from "../../statistics/calendar/days.ts";
import type { Dataset } from "../../store/open-dataset.ts";
import type { BuiltSegments, RfmScores } from "../segments/part.ts";
import type { CustomerForecasts } from "../value/part.ts";

/** Where the lookup stands in the site: its page, and all of it as CSV. */
export const lookupFiles: readonly string[] = ["lookup/index.html", "customers-lookup.csv"];

/** One customer, as the lookup shows it. What is not known of the customer is null. */
export interface LookupRow extends Omit<CustomerTotals, "customer" | "day"> {
  name: string;
  /** ISO date of the last purchase. */
  lastDay: string | null;
  segment: string | null;
  persona: string | null;
  scores: RfmScores | null;
  /** Revenue expected in the 12 months after the data, and the chance of still being a customer. */
  expected: number | null;
  alive: number | null;
}

/**
 * Every customer, those of most revenue first. It is kept apart from the Report: report.json holds no row of a
 * customer.
 */
export interface Lookup {
  mode: LookupMode;
  rows: LookupRow[];
}

/** The lookup of a dataset; `nameOf` gives what stands in the place of an identifier. */
export async function buildLookup(
  { store, customerNames }: Pick<Dataset, "store" | "customerNames">,
  segments: Pick<BuiltSegments, "members" | "rfmOf" | "scoresOf"> | undefined,
  forecasts: CustomerForecasts | null | undefined,
  mode: LookupMode,
  nameOf: (identifier: string) => string,
): Promise<Lookup> {
  const placeOf = new Map(forecasts?.customers.map((customer, place) => [customer, place]));
  const { members = null, rfmOf = null, scoresOf = null } = segments ?? {};
  const rows = (await customerTotals(store)).map(
    ({ customer, day, ...totals }): LookupRow => ({
      ...totals,
      name: nameOf(customerNames[customer] ?? ""),
      lastDay: day === null ? null : isoDay(day),
      segment: rfmSegments[rfmOf?.[customer] ?? 255] ?? null,
      persona: members?.names[members.personaOf[customer] ?? 255] ?? null,
      scores: scoresOf?.get(customer) ?? null,
      expected: forecasts?.forecast.revenue[placeOf.get(customer) ?? -1] ?? null,
      alive: forecasts?.forecast.alive[placeOf.get(customer) ?? -1] ?? null,
    }),
  );
  return { mode, rows: rows.sort((a, b) => b.revenue - a.revenue || compareText(a.name, b.name)) };
}
