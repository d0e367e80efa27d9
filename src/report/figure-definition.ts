import type { Unit } from "./metrics.ts";

/** The one definition of a figure: a number for each of several groups, bins or months. */
export interface FigureDefinition {
  /** That of the drawing, of its file and of its page to be embedded, where the figure is drawn. */
  id: string;
  name: string;
  /** One or two sentences for somebody who is no analyst. */
  words: string;
  /** What each number of the figure is. */
  formula: string;
  unit: Unit;
  /**
   * The SQL that was run, before small groups are folded and bins are made; null where the lines themselves are
   * counted.
   */
  query: string | null;
  /** What the query leaves open, as it was run: `{ field: "season" }` for `$field`. */
  parameters?: Readonly<Record<string, string>>;
}
