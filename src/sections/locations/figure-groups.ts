import { type FigureGroup, figureGroup, withFigures } from "../../components/figure-group.ts";
import type { Source } from "../../report/source.ts";
import { sectionWords } from "../../report/words/sections.ts";
import { arePlacesEven } from "./evenness.ts";
import { topLocationsByCustomers, topLocationsByRevenue } from "./figures/locations.ts";
import { locationsLead } from "./words/leads.ts";

/** What the page of locations shows, as far as the data support it. */
export function locationGroups(source: Source): FigureGroup[] {
  // Ten equal bars tell nothing: a sentence does.
  if (arePlacesEven(source.report.breakdowns.location?.groups ?? [])) return [];
  return withFigures([
    figureGroup("top", sectionWords.where, locationsLead(source.report, source.format), [
      topLocationsByCustomers(source),
      topLocationsByRevenue(source),
    ]),
  ]);
}
