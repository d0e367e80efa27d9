import type { Gate } from "../disclosure/gate.ts";
import { measure } from "../questions/metrics.ts";
import { countPersons } from "../questions/persons.ts";
import { type MetricDefinition, type MetricId, metricDefinitions } from "../report/metrics.ts";
import type { Breakdown, Report } from "../report/report.ts";
import type { Inputs } from "../sections/inputs.ts";
import { sum } from "../statistics/describe/sum.ts";
import type { Store } from "../store/store.ts";

/** A metric with its value in the data. */
export interface MeasuredMetric {
  definition: MetricDefinition;
  value: number;
}

/** Every metric that the data support, in the registry's order. */
export async function measureAll(store: Store): Promise<MeasuredMetric[]> {
  const measured: MeasuredMetric[] = [];
  for (const definition of metricDefinitions) {
    const value = await measure(store, definition.id);
    if (value !== null) measured.push({ definition, value });
  }
  return measured;
}

/** The metrics that may be published beside the rest of the report: none tells of too few customers. */
export function publishedMetrics(
  measured: readonly MeasuredMetric[],
  { age, previousPurchases, rated, returners, guests, gate }: Inputs,
  report: Pick<Report, "breakdowns" | "ordersPerCustomer">,
): Pick<Report, "metrics" | "definitions"> {
  const values = { age, previousPurchases, rating: rated?.given };
  const metrics = measured.filter(({ definition: { id } }) => {
    if (id === "returns" || id === "returnsValue") return gate.isEnough(returners);
    if (id === "subscribers" || id === "subscriberShare") return isWhole(report.breakdowns.subscription);
    if (id === "repeatShare") return !isRevealing(measured, report.ordersPerCustomer ?? [], gate);
    if (id === "guestShare") return gate.isEnough(guests.guests);
    const average = averageOf[id];
    if (average === undefined) return true;
    const of = values[average];
    return of !== null && of !== undefined && gate.isEnough(countPersons(of.persons));
  });
  return {
    metrics: metrics.map(({ definition, value }) => ({ metric: definition.id, value })),
    definitions: metrics.map(({ definition }) => definition),
  };
}

/** Metrics that are averages of what not every customer says. */
const averageOf: Partial<Record<MetricId, "age" | "previousPurchases" | "rating">> = {
  averageAge: "age",
  averagePreviousPurchases: "previousPurchases",
  averageRating: "rating",
};

/** Whether nothing of a breakdown was folded, so that counts beside it tell nothing more. */
function isWhole(breakdown: Breakdown | undefined): boolean {
  return breakdown !== undefined && breakdown.folded === 0 && breakdown.leftover?.missing !== true;
}

/**
 * Whether the share of repeat customers gives away too few: those it counts, those it leaves out, or, less the ranges
 * of more orders, those who ordered as often as the first range says, but more than once.
 */
function isRevealing(
  measured: readonly MeasuredMetric[],
  ranges: readonly { customers: number }[],
  gate: Gate,
): boolean {
  const value = (wanted: MetricId) => measured.find(({ definition }) => definition.id === wanted)?.value ?? 0;
  const counted = Math.round(value("repeatShare") * value("customers"));
  const left = value("customers") - counted;
  const between = counted - sum(ranges.slice(1).map(({ customers }) => customers));
  return !gate.holds([counted, left, between]);
}
