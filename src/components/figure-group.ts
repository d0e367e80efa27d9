import type { HeatmapSpec } from "../charts/heatmap.ts";
import type { ChartSpec } from "../charts/spec.ts";

/** A part of a page: a heading, a sentence on what it shows, and figures. */
export interface FigureGroup {
  id: string;
  title: string;
  lead: string;
  figures: ChartSpec[];
  /** Stands behind the others. */
  heatmap?: HeatmapSpec;
}

/** A group of the figures that there are. */
export function figureGroup(
  id: string,
  title: string,
  lead: string,
  figures: readonly (ChartSpec | null)[],
  heatmap: HeatmapSpec | null = null,
): FigureGroup {
  return {
    id,
    title,
    lead,
    figures: figures.filter((figure) => figure !== null),
    ...(heatmap === null ? {} : { heatmap }),
  };
}

/** Groups without those that have no figure. */
export function withFigures(groups: readonly FigureGroup[]): FigureGroup[] {
  return groups.filter(({ figures, heatmap }) => figures.length > 0 || heatmap !== undefined);
}

/** What groups are about, in small letters: `who they are, how they buy`. */
export function titlesOf(groups: readonly FigureGroup[]): string {
  return groups.map(({ title }) => title.toLowerCase()).join(", ");
}
