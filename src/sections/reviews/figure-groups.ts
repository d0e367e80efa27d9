import { type FigureGroup, figureGroup } from "../../components/figure-group.ts";
import type { Formatter } from "../../report/format.ts";
import {
  categoriesHeatmap,
  disagreementChart,
  starsChart,
  themesChart,
  themesLine,
  timeChart,
} from "./figures.ts";
import type { ReviewsPart } from "./part.ts";
import { disagreementLead, reviewWords, themesLead, timeLead, trustLead } from "./words/page.ts";

/** The part of the page that the list of themes stands in. */
export const themesGroup = "themes";

/** What the page shows: parts that have no figure say why, or how much there is. */
export function reviewGroups(part: ReviewsPart, format: Formatter): FigureGroup[] {
  const groups = [
    figureGroup(
      themesGroup,
      reviewWords.themes,
      themesLead(part, format),
      [themesChart(part, format), themesLine(part, format)],
      categoriesHeatmap(part, format),
    ),
    figureGroup("reads", reviewWords.trust, trustLead(part, format), [starsChart(part, format)]),
    figureGroup("reviews-time", reviewWords.time, part.overTime === null ? "" : timeLead(part.overTime), [
      timeChart("rating", part, format),
      timeChart("readsWell", part, format),
    ]),
    figureGroup("disagreement", reviewWords.disagreement, disagreementLead(part, format), [
      disagreementChart(part, format),
    ]),
  ];
  return groups.filter(({ lead }) => lead !== "");
}
