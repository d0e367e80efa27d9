import type { HeatmapSpec } from "../charts/heatmap.ts";
import type { FigureSpec, FigureTable } from "../charts/spec.ts";
import { type NumberColumn, numbersOf, tableOf } from "../charts/table.ts";
import type { FigureGroup } from "./figure-group.ts";

/** A figure of the report, with the page it stands on. */
export interface PlacedFigure {
  /** Unique in the report; two pages that show the same figure give it the same id. */
  id: string;
  title: string;
  caption: string;
  page: { name: string; path: string };
  table: FigureTable;
  /** The numbers behind the columns of the table, as far as they are more than words. */
  numbers: NumberColumn[];
  /** `own`: drawn by the `Figure.astro` of the section in whose folder it stands. */
  drawing:
    | { as: "chart"; spec: FigureSpec }
    | { as: "heatmap"; spec: HeatmapSpec }
    | { as: "own"; section: string };
}

/** A chart on a page; nothing where there is none. */
export function placedChart(spec: FigureSpec | null, page: PlacedFigure["page"]): PlacedFigure[] {
  if (spec === null) return [];
  const { id, title, caption } = spec;
  const drawing = { as: "chart", spec } as const;
  return [{ id, title, caption, page, table: tableOf(spec), numbers: numbersOf(spec), drawing }];
}

/** The figures of groups on a page, as they stand there. */
export function placedGroups(groups: readonly FigureGroup[], page: PlacedFigure["page"]): PlacedFigure[] {
  return groups.flatMap(({ figures, heatmap }) => [
    ...figures.flatMap((spec) => placedChart(spec, page)),
    ...(heatmap === undefined ? [] : [placedHeatmap(heatmap, page)]),
  ]);
}

function placedHeatmap(spec: HeatmapSpec, page: PlacedFigure["page"]): PlacedFigure {
  const { id, title, caption, table, numbers } = spec;
  return { id, title, caption, page, table, numbers, drawing: { as: "heatmap", spec } };
}
