import { largestShare, type MapSpec, shades } from "../../../charts/maps/map-figure.ts";
import { isDrawn, type MapOf } from "../../../charts/maps/outlines.ts";
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
  const { found, offMap } = placed(groups, of, measure);
  const home =
    of === "countries" ? ([...found.entries()].find(([, { share }]) => share >= homeFrom) ?? null) : null;
  const rest = (report.breakdowns.location?.groups ?? []).find(({ other }) => other === true);
  const whole =
    home === null
      ? null
      : [...groups, ...(rest === undefined ? [] : [rest])].reduce(
          (sum, group) => sum + measured(group, measure).value,
          -home[1].value,
        );
  const shareOf = ({ value, share }: Placed) => (whole === null ? share : whole <= 0 ? 0 : value / whole);
  const places: MapSpec["places"] = new Map(
    [...found].map(([id, place]) => {
      const isHome = id === home?.[0];
      const share = isHome ? place.share : shareOf(place);
      return [
        id,
        { words: placeWords(place.names.join(" / "), share, isHome, format), share: isHome ? null : share },
      ];
    }),
  );
  const largest = largestShare(places);
  return {
    id: "places-map",
    title: mapTitle(of, measure),
    caption: mapCaption(
      {
        measure,
        home: home === null ? null : { name: nameOf(home[1]), share: home[1].share },
        others: [...found.values(), ...offMap]
          .filter((place) => place !== home?.[1])
          .map((place) => ({ name: nameOf(place), share: shareOf(place) })),
        offMap: offMap.map(nameOf),
      },
      format,
    ),
    of,
    places,
    legend: Array.from({ length: shades }, (_, step) => legendWords((largest * (step + 1)) / shades, format)),
    table: {
      headings: [mapHeadings.place, mapHeadings[measure]],
      columns: ["location", measure === "revenue" ? "shareOfRevenue" : "shareOfCustomers"],
      rows: groups.map((group) => [group.name, format.share(measured(group, measure).share)]),
    },
    numbers: [
      { heading: mapHeadings[measure], values: groups.map((group) => measured(group, measure).share) },
    ],
  };
}

/** What a shop sells to a place, under one name or several. */
interface Placed {
  names: string[];
  value: number;
  /** Of all. */
  share: number;
}

/** The places that the map draws, by their id, and those that it does not: two spellings of one place are one. */
function placed(
  groups: readonly Group[],
  of: MapOf,
  measure: Measured,
): { found: Map<string, Placed>; offMap: Placed[] } {
  const found = new Map<string, Placed>();
  const offMap: Placed[] = [];
  for (const group of groups) {
    const id = placeId(of, group.name);
    const { value, share } = measured(group, measure);
    const known = id === null ? undefined : found.get(id);
    const place = {
      names: [...(known?.names ?? []), group.name],
      value: (known?.value ?? 0) + value,
      share: (known?.share ?? 0) + share,
    };
    if (id === null || !isDrawn(of, id)) offMap.push(place);
    else found.set(id, place);
  }
  return { found, offMap };
}

function nameOf({ names }: Placed): string {
  return names[0] ?? "";
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
