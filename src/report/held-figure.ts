import type { FigureDefinition } from "./figure-definition.ts";
import type { Parts } from "./find-insights.ts";

/** The definition of a figure with what tells whether a report holds it. */
export interface HeldFigure extends FigureDefinition {
  isIn(report: Parts): boolean;
}
