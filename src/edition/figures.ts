import { type FigureDefinition, figureDefinitions } from "../report/figure-definitions.ts";
import type { Report } from "../report/report.ts";

type Parts = Omit<Report, "figures" | "insights" | "filters">;

/** The definitions of the figures that a report holds, in the registry's order. */
export function figuresOf(report: Parts): FigureDefinition[] {
  return figureDefinitions.filter(({ id }) => (isIn[id] ?? hasBreakdown(id))(report));
}

/** What holds a figure that is no split by a field. */
const isIn: Record<string, (report: Parts) => boolean> = {
  rows: () => true,
  period: ({ period }) => period !== null,
  "months-revenue": ({ months }) => months !== null,
  "spend-distribution": ({ spend }) => spend.histogram.bins.length > 0,
  "rating-distribution": ({ rating }) => rating !== null,
  "subscribers-by-gender": ({ subscribersByGender }) => subscribersByGender !== null,
  "previous-purchases": ({ previousPurchases }) => previousPurchases !== null,
  "orders-per-customer": ({ ordersPerCustomer }) => ordersPerCustomer !== null,
  "features-orders": ({ segments }) => segments?.basis === "orders",
  "features-stated": ({ segments }) => segments?.basis === "stated",
  "season-category": ({ seasonCategory }) => seasonCategory !== null,
};

/** Ids of splits are the field and the measure: `location-revenue`. */
function hasBreakdown(id: string): (report: Parts) => boolean {
  return ({ breakdowns }) => Object.hasOwn(breakdowns, id.replace(/-\w+$/, ""));
}
