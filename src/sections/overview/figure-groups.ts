import type { Source } from "../../charts/group-chart.ts";
import type { ChartSpec } from "../../charts/spec.ts";
import type { CrossTable } from "../../report/report.ts";
import { counted, describeReach } from "../../report/words/general.ts";
import { loyaltyTitle, pageNames, sectionWords, whatWasBought } from "../../report/words/sections.ts";
import {
  buyingHabits,
  customersByAge,
  customersByGender,
  ordersPerCustomer,
  preferredPayment,
  purchaseFrequency,
  ratingDistribution,
  subscribersByGender,
} from "../customers/figures/customers.ts";
import { topLocationsByCustomers, topLocationsByRevenue } from "../locations/figures/locations.ts";
import {
  purchasesByCategory,
  purchasesBySeason,
  revenueByCategory,
  revenueByMonth,
  spendDistribution,
} from "./figures/sales.ts";
import type { OverviewPart } from "./overview-part.ts";
import {
  customersLead,
  kindsLead,
  locationsLead,
  loyaltyLead,
  spendLead,
} from "./words/leads.ts";
import {
  topProductsByPurchases,
  topProductsByRevenue,
  variants,
} from "../products/figures/products.ts";
import { personaShares, rfmSegments } from "../segments/figures/segment-shares.ts";

/** A part of a page: a heading, a sentence on what it shows, and figures. */
export interface Section {
  id: string;
  title: string;
  lead: string;
  figures: ChartSpec[];
  /** Drawn as a heatmap among the figures. */
  heatmap?: CrossTable;
}

/** A page of charts, absent where the data support none of its figures. */
export interface ChartPage {
  slug: "customers" | "products" | "locations";
  name: string;
  title: string;
  sections: Section[];
}

/** The chart pages that the data support, in the order of the navigation. */
export function chartPages(source: Source): ChartPage[] {
  const { report, format } = source;
  const count = (metric: string, one: string, many = `${one}s`) =>
    counted(format, report.metrics.find((headline) => headline.metric === metric)?.value ?? 0, one, many);
  const pages: ChartPage[] = [
    {
      slug: "customers",
      name: pageNames.customers,
      title: describeReach(report, format),
      sections: [
        section("who", sectionWords.who, customersLead(report, format), [
          customersByAge(source),
          customersByGender(source),
          subscribersByGender(source),
          purchaseFrequency(source),
        ]),
        section("habits", sectionWords.habits.title, sectionWords.habits.lead, [
          ...buyingHabits(source),
          preferredPayment(source),
        ]),
        section("loyalty", loyaltyOf(source), loyaltyLead(report, format), [
          ordersPerCustomer(source),
          ratingDistribution(source),
        ]),
      ],
    },
    {
      slug: "products",
      name: pageNames.products,
      title: report.breakdowns.product === undefined ? whatWasBought : count("products", "product"),
      sections: [
        section("top", sectionWords.top.title, sectionWords.top.lead, [
          topProductsByPurchases(source),
          topProductsByRevenue(source),
        ]),
        section(
          "categories",
          sectionWords.categories.title,
          sectionWords.categories.lead,
          [purchasesByCategory(source), revenueByCategory(source), purchasesBySeason(source)],
          report.seasonCategory,
        ),
        section("variants", sectionWords.variants.title, sectionWords.variants.lead, variants(source)),
      ],
    },
    {
      slug: "locations",
      name: pageNames.locations,
      title: count("locations", "location"),
      sections: [
        section("top", sectionWords.where, locationsLead(report, format), [
          topLocationsByCustomers(source),
          topLocationsByRevenue(source),
        ]),
      ],
    },
  ];
  return pages
    .map((page) => ({ ...page, sections: withContent(page.sections) }))
    .filter(({ sections }) => sections.length > 0);
}

/** What the Overview shows beneath its numbers: the most important figures that the data support. */
export function overviewSections(source: Source): Section[] {
  return narrowableSections(source, kindsLead(source.report, source.format));
}

/** The same of a part of the report; `kinds` is the sentence above the kinds of customers. */
export function narrowableSections(source: Source<OverviewPart>, kinds: string): Section[] {
  const { report, format } = source;
  const months = revenueByMonth(source);
  const ratings = ratingDistribution(source);
  return withContent([
    section(
      "worth",
      months === null && ratings !== null ? sectionWords.spendAndThink : sectionWords.spend,
      spendLead(report, format),
      [months, spendDistribution(source), months === null ? ratings : null],
    ),
    section("who", sectionWords.who, customersLead(report, format), [
      customersByAge(source),
      customersByGender(source) ?? ordersPerCustomer(source),
    ]),
    section("kinds", sectionWords.kinds, kinds, [personaShares(source), rfmSegments(source)]),
    section(
      "what",
      sectionWords.what.title,
      sectionWords.what.lead,
      [
        purchasesByCategory(source) ?? topProductsByPurchases(source),
        topLocationsByCustomers(source),
        months === null ? null : ratings,
      ],
      report.seasonCategory,
    ),
  ]);
}

function section(
  id: string,
  title: string,
  lead: string,
  figures: readonly (ChartSpec | null)[],
  heatmap: CrossTable | null = null,
): Section {
  return {
    id,
    title,
    lead,
    figures: figures.filter((figure) => figure !== null),
    ...(heatmap === null ? {} : { heatmap }),
  };
}

function withContent(sections: readonly Section[]): Section[] {
  return sections.filter(({ figures, heatmap }) => figures.length > 0 || heatmap !== undefined);
}

function loyaltyOf(source: Source): string {
  return loyaltyTitle({
    orders: ordersPerCustomer(source) !== null,
    previous: source.report.previousPurchases !== null,
    ratings: ratingDistribution(source) !== null,
  });
}
