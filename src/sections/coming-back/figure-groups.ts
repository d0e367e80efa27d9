import { type FigureGroup, figureGroup, withFigures } from "../../components/figure-group.ts";
import type { Formatter } from "../../report/format.ts";
import {
  activeHeatmap,
  cumulatedHeatmap,
  differenceChart,
  lateChart,
  mixChart,
  withinChart,
} from "./figures.ts";
import type { ComingBack } from "./part.ts";
import { cohortsLead, comingBackWords, mixLead, soonLead } from "./words/page.ts";

/** What the page shows. */
export function comingBackGroups(part: ComingBack, format: Formatter): FigureGroup[] {
  const lead = cohortsLead(part.cohorts?.length ?? 1);
  return withFigures([
    figureGroup("second", comingBackWords.soon, soonLead(part, format), [
      withinChart(part, format),
      lateChart(part, format),
      ...part.differences.map((difference) => differenceChart(difference, format)),
    ]),
    figureGroup("mix", comingBackWords.mix, mixLead(part, format), [mixChart(part, format)]),
    figureGroup("cohorts", comingBackWords.cohorts, lead, [], activeHeatmap(part, format)),
    figureGroup("cohort-value", comingBackWords.value, lead, [], cumulatedHeatmap(part, format)),
  ]);
}
