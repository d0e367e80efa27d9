import { titlesOf } from "../../components/figure-group.ts";
import { placedGroups } from "../../components/placed-figure.ts";
import type { DisclosableSummary } from "../../disclosure/summary.ts";
import { describeBasis, describeReach } from "../../report/words/general.ts";
import { pageNames } from "../../report/words/sections.ts";
import type { Interval } from "../../statistics/significance/intervals.ts";
import type { Section } from "../section.ts";
import type { Concentration } from "./concentration.ts";
import type { Difference } from "./differences.ts";
import { customerGroups } from "./figure-groups.ts";
import { differenceInsights } from "./insights/differences.ts";
import { peopleInsights } from "./insights/people.ts";
import { type CustomersPart, customersPart } from "./part.ts";
import { customerDefinitions } from "./words/definitions.ts";

declare module "../../report/report.ts" {
  interface Report {
    age: DisclosableSummary | null;
    previousPurchases: DisclosableSummary | null;
    rating: { summary: DisclosableSummary; histogram: Histogram } | null;
    /** Subscribers by gender, where both are there, with the 95 % interval of the share. */
    subscribersByGender:
      | { name: string; subscribers: number; customers: number; share: number; interval?: Interval | null }[]
      | null;
    /** Orders per customer, where there are orders: how many customers have 1, 2, … orders. */
    ordersPerCustomer:
      | { orders: string; customers: number; share: number; interval?: Interval | null }[]
      | null;
    /** How revenue rests on customers; null where too few stand behind it. */
    concentration: Concentration | null;
    /** Measures of customers held against groups of them, smallest p first. */
    differences: Difference[];
  }
}

/** Who buys, how, and how often they come back. */
export const customers: Section<keyof CustomersPart, "segments"> = {
  id: "customers",
  name: pageNames.customers,
  slug: "customers",
  place: "customers",
  needs: [],
  uses: ["segments"],
  part: async (inputs, { segments }) => ({ part: await customersPart(inputs, segments?.fields ?? []) }),
  definitions: customerDefinitions,
  insights: [peopleInsights, differenceInsights],
  pages: (shown) =>
    customerGroups(shown).length === 0
      ? []
      : [
          {
            path: "customers/",
            name: pageNames.customers,
            description: `${describeReach(shown.report, shown.format)}. ${describeBasis(shown.report, shown.format)}`,
          },
        ],
  figures: (shown) => placedGroups(customerGroups(shown), { name: pageNames.customers, path: "customers/" }),
  more: (shown) => titlesOf(customerGroups(shown)),
};
