import { largestShare, type MapSpec, shades } from "../../../charts/maps/map-figure.ts";
import type { MapOf } from "../../../charts/maps/outlines.ts";
import { placeId } from "../../../charts/maps/place-names.ts";
import type { Group, Report } from "../../../report/report.ts";
import type { Source } from "../../../report/source.ts";
import { measured } from "../../../report/words/general.ts";
import { legendWords, mapCaption, mapHeadings, mapTitle, placeWords } from "../words/map.ts";

/** Of fewer places there is nothing to see on a map. */
const fewestPlaces = 4;
/** So many of the places must be found on it. */
const mostlyFound = 0.6;
/** A country with that part of all is home. */
const homeFrom = 0.5;

type Measured = "revenue" | "customers";

/**
 * Places by their part of revenue, or of customers where there is no money, on a map; null where names are neither states
 * nor countries. The home country is set apart: shades are of what comes from abroad.
 */
export function placesMap({
  report,
  format,
}: Source<Pick<Report, "breakdowns" | "locationsByRevenue">>): MapSpec | null {
  const all = report.locationsByRevenue ?? report.breakdowns.location?.groups ?? [];
  const groups = all.filter(({ other }) => other !== true);
  const hasMoney = groups.some(({ revenue }) => (revenue ?? 0) > 0);
  const measure: Measured = hasMoney ? "revenue" : "customers";
  const of = mapFor(groups);
  if (of === null) return null;
  const home = of === "countries" ? homeOf(groups, measure) : null;
  const rest = (report.breakdowns.location?.groups ?? []).find(({ other }) => other === true);
  const whole =
    home === null
      ? null
      : [...groups, ...(rest === undefined ? [] : [rest])].reduce(
          (sum, group) => sum + (group === home ? 0 : measured(group, measure).value),
          0,
        );
  const shareOf = (group: Group) =>
    whole === null
      ? measured(group, measure).share
      : whole === 0
        ? 0
        : measured(group, measure).value / whole;
  const shares = new Map<string, { names: string[]; share: number; isHome: boolean }>();
  const offMap: string[] = [];
  for (const group of groups) {
    const id = placeId(of, group.name);
    if (id === null) {
      offMap.push(group.name);
      continue;
    }
    // Two spellings of one place are one place.
    const known = shares.get(id);
    shares.set(id, {
      names: [...(known?.names ?? []), group.name],
      share: (known?.share ?? 0) + shareOf(group),
      isHome: group === home || known?.isHome === true,
    });
  }
  const places: MapSpec["places"] = new Map(
    [...shares].map(([id, { names, share, isHome }]) => [
      id,
      {
        words: placeWords(
          names.join(" / "),
          isHome && home !== null ? measured(home, measure).share : share,
          isHome,
          format,
        ),
        share: isHome ? null : share,
      },
    ]),
  );
  const largest = largestShare(places);
  return {
    id: "places-map",
    title: mapTitle(of, measure),
    caption: mapCaption(
      { measure, home, groups: groups.filter((group) => group !== home), shareOf, offMap },
      format,
    ),
    of,
    places,
    legend: Array.from({ length: shades }, (_, step) => legendWords((largest * (step + 1)) / shades, format)),
    table: {
      headings: [mapHeadings.place, mapHeadings[measure]],
      rows: groups.map((group) => [group.name, format.share(measured(group, measure).share)]),
    },
    numbers: [
      { heading: mapHeadings[measure], values: groups.map((group) => measured(group, measure).share) },
    ],
  };
}

/** The map on which most of the places are found; null for none. */
function mapFor(groups: readonly Group[]): MapOf | null {
  const found = (["states", "countries"] as const).map((of) => ({
    of,
    count: new Set(groups.flatMap(({ name }) => placeId(of, name) ?? [])).size,
  }));
  const [best] = found.sort((a, b) => b.count - a.count);
  return best === undefined || best.count < fewestPlaces || best.count < groups.length * mostlyFound
    ? null
    : best.of;
}

function homeOf(groups: readonly Group[], measure: Measured): Group | null {
  const [first] = [...groups].sort((a, b) => measured(b, measure).value - measured(a, measure).value);
  return first !== undefined &&
    measured(first, measure).share >= homeFrom &&
    placeId("countries", first.name) !== null
    ? first
    : null;
}
