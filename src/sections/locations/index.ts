import { titlesOf } from "../../components/figure-group.ts";
import { placedGroups } from "../../components/placed-figure.ts";
import { describeBasis } from "../../report/words/general.ts";
import { pageNames } from "../../report/words/sections.ts";
import type { Section } from "../section.ts";
import { locationGroups } from "./figure-groups.ts";
import { locationDefinitions } from "./words/definitions.ts";
import { locationsTitle } from "./words/page.ts";

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
    locationGroups(shown).length === 0
      ? []
      : [
          {
            path: "locations/",
            name: pageNames.locations,
            description: `${locationsTitle(shown)}. ${describeBasis(shown.report, shown.format)}`,
          },
        ],
  figures: (shown) => placedGroups(locationGroups(shown), { name: pageNames.locations, path: "locations/" }),
  more: (shown) => titlesOf(locationGroups(shown)),
};
