import { type FigureGroup, figureGroup, withFigures } from "../../components/figure-group.ts";
import type { Formatter } from "../../report/format.ts";
import { expectedBy, monthsChart, purchasesChart, tenthsChart, weeksChart } from "./figures.ts";
import type { PublishedProof, ShownValue } from "./part.ts";
import { aheadLead, newcomersLead, trustLead, valueWords } from "./words/page.ts";

/** What the page shows: the year ahead and why to trust it, or how the forecast failed. */
export function valueGroups(value: ShownValue, format: Formatter): FigureGroup[] {
  if (value.kind === "none") return withFigures([trust(value.proof, trustLead(value.proof, format), format)]);
  return withFigures([
    figureGroup("ahead", valueWords.ahead, aheadLead(value, format), [
      expectedBy("personas", value.personas, format),
      tenthsChart(value, format),
      expectedBy("segments", value.segments, format),
      expectedBy("cohorts", value.cohorts, format),
      expectedBy("places", value.places, format),
    ]),
    trust(value.proof, trustLead(value.proof, format, true), format),
    figureGroup("newcomers", valueWords.newcomers, newcomersLead(value, format), [
      monthsChart(value, format),
    ]),
  ]);
}

function trust(proof: PublishedProof, lead: string, format: Formatter): FigureGroup {
  return figureGroup("trust", valueWords.trust, lead, [
    weeksChart(proof, format),
    purchasesChart(proof, format),
  ]);
}
