import type { LookupMode } from "../../config/config.ts";
import type { Formatter } from "../../report/format.ts";
import { counted } from "../../report/words/general.ts";
import type { Lookup } from "./lookup.ts";

/** So many customers stand on the page; all stand in the file. */
export const mostOnPage = 1000;

/** The page that lists the customers. */
export const lookupWords = {
  title: "Customers, one by one",
  list: "Customers",
  download: "Download all as CSV",
  search: "Find a customer",
  /** What a search finds; the script puts the number before it. */
  foundOne: "customer found",
  foundMany: "customers found",
};

const how: Record<LookupMode, string> = {
  pseudonymous: "by a pseudonym",
  full: "by the identifier of the data",
};

/** In the footer of every page. */
export function lookupNote(mode: LookupMode): string {
  return `This report holds one row a customer, ${how[mode]}.`;
}

/** On Methods. */
export function lookupRule(mode: LookupMode): string {
  return `For privacy.customers is ${mode}, the lookup and its file hold one row a customer, ${how[mode]}. What is said of small groups holds for all other pages and files.`;
}

/** Above the list: what it is, and who should see it. */
export function lookupBanner(mode: LookupMode): string {
  const who =
    mode === "full"
      ? "Whoever opens it learns what each of them bought for, how often and when last."
      : "Whoever has the salt, or knows enough of what somebody bought, can find out who is meant.";
  return `This page is about single people, ${how[mode]}, for privacy.customers is ${mode} in report.yaml. ${who} Do not publish it where others can read it.`;
}

/** What whoever builds is told. */
export function lookupWarning(mode: LookupMode): string {
  return `WARNING: privacy.customers is ${mode}. The report lists every customer ${how[mode]}, in lookup/ and customers-lookup.csv.\n  Do not put it where others can read it. Without that key in report.yaml no row of a customer is published.`;
}

/** How many customers there are, and how many of them the page shows. */
export function lookupLead({ rows }: Lookup, format: Formatter): string {
  const all = `${counted(format, rows.length, "customer")}, those of most revenue first.`;
  return rows.length <= mostOnPage
    ? all
    : `${all} The page shows the first ${format.count(mostOnPage)}, the file all of them.`;
}

/** The headings of the list, and what stands under each. */
export const lookupMeanings = {
  customer: {
    heading: "Customer",
    words:
      "The identifier of the data, or in its place the first 16 digits of its HMAC-SHA-256 under a secret salt: the same in every report that is built with that salt.",
  },
  persona: { heading: "Persona", words: "The cluster that the customer is in; empty for those in none." },
  segment: { heading: "Segment", words: "The RFM segment, by recency and frequency score." },
  recency: { heading: "R", words: "Recency score, 1 to 5; 5 bought most recently." },
  frequency: { heading: "F", words: "Frequency score, 1 to 5; 5 bought most often." },
  monetary: { heading: "M", words: "Monetary score, 1 to 5; 5 brought most revenue." },
  orders: { heading: "Orders", words: "Orders of the customer with at least one purchase." },
  purchases: { heading: "Purchases", words: "Lines that the customer bought; returns are none." },
  revenue: { heading: "Revenue", words: "What these purchases come to." },
  expected: {
    heading: "Expected",
    words:
      "Revenue expected in the 12 months after the data, by the models of Customer value. Of a single customer it is a mean over many like them, not what this one will spend.",
  },
  alive: {
    heading: "Still a customer",
    words: "The chance, by the same models, that the customer has not left for good.",
  },
  lastDay: { heading: "Last purchase", words: "The day of the customer's latest purchase." },
};
