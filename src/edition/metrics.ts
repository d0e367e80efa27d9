import type { Gate } from "../disclosure/gate.ts";
import { measure } from "../questions/metrics.ts";
import { countPersons, type PersonsValues } from "../questions/persons.ts";
import { type MetricDefinition, type MetricId, metricDefinitions } from "../report/metrics.ts";
import type { Breakdown, Report } from "../report/report.ts";
import type { Inputs } from "../sections/inputs.ts";
import { sum } from "../statistics/describe/sum.ts";
import type { Store } from "../store/store.ts";
import { type AveragedParts, metricInterval } from "./metric-intervals.ts";

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

/** What decides whether a metric may be published. */
type Beside = Pick<Inputs, "age" | "previousPurchases" | "rated" | "returners" | "guests" | "gate"> & {
  measured: readonly MeasuredMetric[];
  report: Pick<Report, "breakdowns" | "ordersPerCustomer">;
};

/** The metrics that may be published beside the rest of the report: none tells of too few customers. */
export function publishedMetrics(
  measured: readonly MeasuredMetric[],
  inputs: Inputs,
  report: Beside["report"] & AveragedParts,
): Pick<Report, "metrics" | "definitions"> {
  const beside: Beside = { ...inputs, measured, report };
  const metrics = measured.filter(({ definition: { id } }) => mayBePublished[id](beside));
  return {
    metrics: metrics.map(({ definition: { id }, value }) => {
      const interval = metricInterval(id, (wanted) => valueIn(measured, wanted), inputs, report);
      return { metric: id, value, ...(interval === null ? {} : { interval }) };
    }),
    definitions: metrics.map(({ definition }) => definition),
  };
}

/** A total of the whole report, which nothing is broken down by: docs/privacy.md says that these are told. */
const isTotal = (): boolean => true;
const returnersAreEnough = ({ returners, gate }: Beside) => gate.isEnough(returners);
const subscribersAreWhole = ({ report }: Beside) => isWhole(report.breakdowns.subscription);
/** An average of what not every customer says. */
const isSaidByEnough = (said: PersonsValues | null | undefined, gate: Gate) =>
  said !== null && said !== undefined && gate.isEnough(countPersons(said.persons));

/** Of each metric, whether it may be told: a new one is not published before somebody has thought of that. */
const mayBePublished: Record<MetricId, (beside: Beside) => boolean> = {
  customers: isTotal,
  orders: isTotal,
  transactions: isTotal,
  revenue: isTotal,
  grossSales: isTotal,
  discounts: isTotal,
  netSales: isTotal,
  averagePurchase: isTotal,
  averageOrder: isTotal,
  averageRating: ({ rated, gate }) => isSaidByEnough(rated?.given, gate),
  repeatShare: ({ measured, report, gate }) => !isRevealing(measured, report.ordersPerCustomer ?? [], gate),
  averagePreviousPurchases: ({ previousPurchases, gate }) => isSaidByEnough(previousPurchases, gate),
  subscribers: subscribersAreWhole,
  subscriberShare: subscribersAreWhole,
  averageAge: ({ age, gate }) => isSaidByEnough(age, gate),
  products: isTotal,
  locations: isTotal,
  returns: returnersAreEnough,
  returnsValue: returnersAreEnough,
  guestShare: ({ guests, gate }) => gate.isEnough(guests.guests),
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
  const value = (wanted: MetricId) => valueIn(measured, wanted);
  const counted = Math.round(value("repeatShare") * value("customers"));
  const left = value("customers") - counted;
  const between = counted - sum(ranges.slice(1).map(({ customers }) => customers));
  return !gate.holds([counted, left, between]);
}

function valueIn(measured: readonly MeasuredMetric[], wanted: MetricId): number {
  return measured.find(({ definition }) => definition.id === wanted)?.value ?? 0;
}
