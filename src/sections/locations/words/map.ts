import type { MapOf } from "../../../charts/maps/outlines.ts";
import type { Formatter } from "../../../report/format.ts";
import type { Group } from "../../../report/report.ts";
import { counted, listed, measured, quoted } from "../../../report/words/general.ts";

/** Headings of the map's table. */
export const mapHeadings = {
  place: "Location",
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

/** What the map shows, with what comes from home and what is not on it. */
export function mapCaption(
  {
    measure,
    home,
    groups,
    shareOf,
    offMap,
  }: {
    measure: "revenue" | "customers";
    home: Group | null;
    groups: readonly Group[];
    shareOf: (group: Group) => number;
    offMap: readonly string[];
  },
  format: Formatter,
): string {
  const [first, second] = [...groups].sort((a, b) => shareOf(b) - shareOf(a));
  const told = [first, second].flatMap((group) =>
    group === undefined ? [] : [`${quoted(group.name)} ${format.share(shareOf(group))}`],
  );
  const from =
    home === null
      ? `Share of ${measure}: ${listed(told)}.`
      : `${quoted(home.name)} brings ${format.share(measured(home, measure).share)}; the shades are shares of the rest: ${listed(told)}.`;
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
  return `Customers are spread evenly over ${counted(format, named.length, "place")}: each has ${format.share(Math.min(...shares))} to ${format.share(Math.max(...shares))} of them, and no place stands out.`;
}

/** Around the table of all places. */
export const placesTable = {
  none: "–",
  title: "All places",
  region: "Table of places",
  lead: "Shares of customers and of revenue; who buys from several places counts in each.",
  headings: {
    place: "Location",
    customers: "Customers",
    customersShare: "Share of customers",
    revenue: "Revenue",
    revenueShare: "Share of revenue",
  },
} as const;
