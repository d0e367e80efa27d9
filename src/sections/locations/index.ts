import { type PlacedFigure, placedGroups } from "../../components/placed-figure.ts";
import { describeBasis } from "../../report/words/general.ts";
import { pageNames } from "../../report/words/sections.ts";
import type { Section, Shown } from "../section.ts";
import { locationGroups } from "./figure-groups.ts";
import { placesMap } from "./figures/map.ts";
import { locationDefinitions } from "./words/definitions.ts";
import { locationsTitle, moreWords } from "./words/page.ts";

/** Where it was bought from. */
export const locations: Section<never, never> = {
  id: "locations",
  name: pageNames.locations,
  slug: "locations",
  place: "places",
  needs: [["location", "country"]],
  uses: [],
  none: {},
  definitions: locationDefinitions,
  pages: (shown) =>
    (shown.report.breakdowns.location?.groups.length ?? 0) < 2
      ? []
      : [
          {
            path: "locations/",
            name: pageNames.locations,
            description: `${locationsTitle(shown)}. ${describeBasis(shown.report, shown.format)}`,
          },
        ],
  figures: (shown) => [
    ...placedMap(shown),
    ...placedGroups(locationGroups(shown), { name: pageNames.locations, path: "locations/" }),
  ],
  more: () => moreWords,
};

function placedMap(shown: Shown): PlacedFigure[] {
  const spec = placesMap(shown);
  if (spec === null) return [];
  const { id, title, caption, table, numbers } = spec;
  const page = { name: pageNames.locations, path: "locations/" };
  return [{ id, title, caption, page, table, numbers, drawing: { as: "own", section: "locations" } }];
}
