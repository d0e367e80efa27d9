import type { FigureDefinition } from "../report/figure-definition.ts";
import type { Parts } from "../report/find-insights.ts";
import { plainFigures } from "../report/split-figures.ts";
import { isMet } from "../sections/listed.ts";
import type { Section } from "../sections/section.ts";

/** The definitions of the figures that a report holds, section by section, and then those that no section draws. */
export function figuresOf(sections: readonly Section[], report: Parts): FigureDefinition[] {
  const defined = sections
    .filter(({ needs }) => isMet(needs, report))
    .flatMap(({ definitions }) => definitions ?? []);
  return [...defined, ...plainFigures]
    .filter((figure) => figure.isIn(report))
    .map(({ isIn: _, ...definition }) => definition);
}
