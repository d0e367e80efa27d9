import { type FigureGroup, figureGroup, withFigures } from "../../components/figure-group.ts";
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

/** What the page shows. */
export function reviewGroups(part: ReviewsPart, format: Formatter): FigureGroup[] {
  return withFigures([
    figureGroup(
      "themes",
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
  ]);
}
