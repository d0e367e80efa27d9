import type { ChartSpec } from "../../charts/spec.ts";
import { type FigureGroup, figureGroup, withFigures } from "../../components/figure-group.ts";
import type { Source } from "../../report/source.ts";
import { sectionWords } from "../../report/words/sections.ts";
import {
  customersByAge,
  customersByGender,
  ordersPerCustomer,
  ratingDistribution,
} from "../customers/figures/customers.ts";
import { customersLead } from "../customers/words/leads.ts";
import { topLocationsByCustomers } from "../locations/figures/locations.ts";
import type { OverviewPart } from "../narrowed.ts";
import { purchasesByCategory } from "../products/figures/categories.ts";
import { topProductsByPurchases } from "../products/figures/products.ts";
import { seasonHeatmap } from "../products/figures/season-heatmap.ts";
import { salesByQuarter, yearOverYear } from "../sales/figures/time.ts";
import { personaShares, rfmSegments } from "../segments/figures/segment-shares.ts";
import { revenueByMonth, spendDistribution } from "./figures/sales.ts";
import { kindsLead, spendLead } from "./words/leads.ts";

/** The chart of the first screen: this year in front of the last, or all months. */
export function heroChart(source: Source): ChartSpec | null {
  return yearOverYear(source) ?? revenueByMonth(source) ?? salesByQuarter(source);
}

/** What the Overview shows beneath its numbers where nothing is compared: the most important figures that the data support. */
export function overviewGroups(source: Source): FigureGroup[] {
  return narrowableGroups(source, kindsLead(source.report, source.format));
}

/** The same of a part of the report; `kinds` is the sentence above the kinds of customers. */
export function narrowableGroups(source: Source<OverviewPart>, kinds: string): FigureGroup[] {
  const { report, format } = source;
  const months = revenueByMonth(source);
  const ratings = ratingDistribution(source);
  return withFigures([
    figureGroup(
      "worth",
      months === null && ratings !== null ? sectionWords.spendAndThink : sectionWords.spend,
      spendLead(report, format),
      [months, spendDistribution(source), months === null ? ratings : null],
    ),
    figureGroup("who", sectionWords.who, customersLead(report, format), [
      customersByAge(source),
      customersByGender(source) ?? ordersPerCustomer(source),
    ]),
    figureGroup("kinds", sectionWords.kinds, kinds, [personaShares(source), rfmSegments(source)]),
    figureGroup(
      "what",
      sectionWords.what.title,
      sectionWords.what.lead,
      [
        purchasesByCategory(source) ?? topProductsByPurchases(source),
        topLocationsByCustomers(source),
        months === null ? null : ratings,
      ],
      seasonHeatmap(source),
    ),
  ]);
}
