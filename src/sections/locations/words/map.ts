import type { MapOf } from "../../../charts/maps/outlines.ts";
import type { Formatter } from "../../../report/format.ts";
import type { Group } from "../../../report/report.ts";
import { counted, listed, quoted } from "../../../report/words/general.ts";
import { intervalHeading } from "../../../report/words/intervals.ts";

/** Headings of the map's table. */
export const mapHeadings = {
  place: "Place",
  revenue: "Share of revenue",
  customers: "Share of customers",
} as const;

export function mapTitle(of: MapOf, measure: "revenue" | "customers"): string {
  const what = measure === "revenue" ? "Revenue" : "Customers";
  return `${what} by ${of === "states" ? "state" : "country"}`;
}

/** What a place says where it is pointed at. */
export function placeWords(name: string, share: number, isHome: boolean, format: Formatter): string {
  return `${name}: ${format.share(share)}${isHome ? " of all" : ""}`;
}

/** A shade of the map. */
export function legendWords(upTo: number, format: Formatter): string {
  return `up to ${format.share(upTo)}`;
}

/** Above the map. */
export const mapSection = "On the map";

export const homeLegend = "home";

interface NamedShare {
  name: string;
  share: number;
}

/** What the map shows, with what comes from home and what is not on it. */
export function mapCaption(
  {
    measure,
    home,
    others,
    offMap,
  }: {
    measure: "revenue" | "customers";
    /** With its share of all; null where no country has most. */
    home: NamedShare | null;
    /** With what is shaded: shares of the rest, or of all where there is no home. */
    others: readonly NamedShare[];
    offMap: readonly string[];
  },
  format: Formatter,
): string {
  const told = [...others]
    .sort((a, b) => b.share - a.share)
    .slice(0, 2)
    .map(({ name, share }) => `${quoted(name)} ${format.share(share)}`);
  const from =
    home === null
      ? `Share of ${measure}: ${listed(told)}.`
      : `${quoted(home.name)} accounts for ${format.share(home.share)} of ${measure}. The shades are shares of the rest: ${listed(told)}.`;
  const missing =
    offMap.length === 0
      ? ""
      : offMap.length > 4
        ? ` ${counted(format, offMap.length, "other name")} ${offMap.length === 1 ? "is" : "are"} not on the map.`
        : ` Not on the map: ${listed(offMap.map(quoted))}.`;
  return `${from}${missing}`;
}

/** Where no place stands out: one sentence in the place of a ranking. */
export function evenWords(groups: readonly Group[], format: Formatter): string {
  const named = groups.filter(({ other }) => other !== true);
  const shares = named.map(({ customersShare }) => customersShare);
  return `No place stands out: each of the ${format.count(named.length)} has ${format.share(Math.min(...shares))} to ${format.share(Math.max(...shares))} of customers.`;
}

/** Around the table of all places. */
export const placesTable = {
  none: "–",
  title: "All places",
  region: "Table of places",
  lead: "Shares of customers and of revenue; a customer who buys from several places counts in each.",
  headings: {
    place: "Place",
    customers: "Customers",
    customersShare: "Share of customers",
    revenue: "Revenue",
    revenueShare: "Share of revenue",
    customersInterval: `${intervalHeading}, customers`,
    revenueInterval: `${intervalHeading}, revenue`,
  },
} as const;
