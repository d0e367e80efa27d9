import { type FigureGroup, figureGroup, withFigures } from "../../components/figure-group.ts";
import type { Formatter } from "../../report/format.ts";
import { activeHeatmap, cohortCurves, comparedChart, cumulatedHeatmap } from "./cohort-figures.ts";
import { differenceChart, lateChart, mixChart, withinChart } from "./figures.ts";
import type { Movement } from "./movement.ts";
import { movementHeatmap, movementMoneyHeatmap } from "./movement-figures.ts";
import type { ComingBack } from "./part.ts";
import { cohortsLead, cohortValueLead } from "./words/cohorts.ts";
import { movedLead, movedMoneyLead, movementWords } from "./words/movement.ts";
import { comingBackWords, mixLead, soonLead } from "./words/page.ts";

/** What the page shows. */
export function comingBackGroups(part: ComingBack, format: Formatter): FigureGroup[] {
  return withFigures([
    figureGroup("second", comingBackWords.soon, soonLead(part, format), [
      withinChart(part, format),
      lateChart(part, format),
      ...part.differences.map((difference) => differenceChart(difference, format)),
    ]),
    figureGroup("mix", comingBackWords.mix, mixLead(part, format), [mixChart(part, format)]),
    figureGroup("cohorts", comingBackWords.cohorts, cohortsLead(part), [], activeHeatmap(part, format)),
    figureGroup(
      "cohort-value",
      comingBackWords.value,
      cohortValueLead(part, format),
      [cohortCurves(part, format), comparedChart(part, format)],
      cumulatedHeatmap(part, format),
    ),
    ...movementGroups(part.movement, format),
  ]);
}

/** Who moved, persona by persona and segment by segment, in people and in money. */
function movementGroups(movement: Movement | null, format: Formatter): FigureGroup[] {
  if (movement === null) return [];
  return (["personas", "segments"] as const).flatMap((kind) => [
    figureGroup(
      `moved-${kind}`,
      movementWords[`${kind}Title`],
      movedLead(movement, kind, format),
      [],
      movementHeatmap(movement, kind, format),
    ),
    figureGroup(
      `moved-${kind}-money`,
      movementWords[`${kind}MoneyTitle`],
      movedMoneyLead(movement, kind, format),
      [],
      movementMoneyHeatmap(movement, kind, format),
    ),
  ]);
}
