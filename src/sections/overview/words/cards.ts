import type { Formatter } from "../../../report/format.ts";
import type { Insight } from "../../../report/insight.ts";
import type { Report } from "../../../report/report.ts";
import { counted, metricValue } from "../../../report/words/general.ts";
import { people } from "../../../report/words/insights.ts";

/** Names in small charts. */
export const miniWords = {
  topTenth: "Top 10% of customers",
  others: "All others",
  again: "Ordered again",
  once: "Ordered once",
  with: (name: string) => `With ${name}`,
  usual: "Usual rate",
};

/** Above the findings and the cards. */
export const overviewWords = {
  findings: "Three things to know",
  fewFindings: "What to know",
  findingsLead: "What concerns the most money comes first.",
  findingsLeadWithoutMoney: "What matters most comes first.",
  more: (count: number) => (count === 1 ? "One more finding" : `${count} more findings`),
  todo: "To do:",
  numbers: "Sales and the main numbers",
  cards: "Where to look further",
  moved: "What moved most",
  groups: "Customer groups",
  ratings: "Ratings",
  through: (day: string) => `Data through ${day}`,
  notNarrowed:
    "What follows is about the whole report and does not follow the filter. Why sales changed is worked out for the whole alone.",
  byProduct: "Top products by share of what is sold",
  byCategory: "Share of purchases by category",
  byAge: "Customers by age",
  byPlace: "Share of customers by place",
  byGroup: "Share of revenue by customer group",
  byQuarter: "Sales by quarter",
};

/** Whether a finding is of what goes together among traits: of no products to be shown side by side. */
export function isOfTraits(id: string): boolean {
  return id.startsWith("affinity/traits/");
}

/** One thing to do about a finding; nothing where there is none. */
export function todoWords({ source, sure, id }: Insight): string {
  if (sure.level === "nothing" || id.startsWith("even/")) return "";
  switch (source) {
    case "personas":
    case "value":
      return "Reward these customers before offering discounts to everyone.";
    case "concentration":
      return "Know your best customers, and notice when one goes quiet.";
    case "repeat":
    case "comingBack":
      return "Give first-time buyers a reason to come back.";
    case "affinity":
      return isOfTraits(id) ? "" : "Show them together.";
    case "change":
      return "Find out what was different in that period.";
    case "trend":
      return "Allow for this trend when you plan.";
    case "groups":
      return id === "subscribers"
        ? "Find out why nobody else subscribes."
        : "Plan stock and offers around it.";
    case "differences":
      return "Try an offer for one group first.";
    case "ratings":
    case "reviews":
      return "Read what the lowest ratings have in common.";
    case "quality":
    case "data":
    case "size":
      return "";
  }
}

/** Beneath the customers' card: who they are. */
export function genderWords({ breakdowns: { gender } }: Report, format: Formatter): string {
  return (gender?.groups ?? [])
    .filter(({ other }) => other !== true)
    .slice(0, 3)
    .map(({ name, customersShare }) => `${format.share(customersShare)} ${people[name] ?? name}`)
    .join(", ");
}

/** Beneath the ratings' card: how many there are. */
export function ratingsWords(report: Report, format: Formatter): string {
  const count = report.rating?.summary.count ?? 0;
  return count === 0 ? "" : `on average, of ${counted(format, count, "rating")}`;
}

/** Beneath the card of sales: what one order or purchase brings. */
export function averageWords(report: Report, format: Formatter): string {
  const order = metricValue(report, "averageOrder");
  if (order !== undefined) return `${format.money(order)} an order on average`;
  const purchase = metricValue(report, "averagePurchase");
  return purchase === undefined ? "" : `${format.money(purchase)} a purchase on average`;
}
