import { spanQuery } from "../../../questions/time.ts";
import type { HeldFigure } from "../../../report/held-figure.ts";

/** What was read, and from when it is. */
export const dataDefinitions: readonly HeldFigure[] = [
  {
    id: "rows",
    name: "Account of the rows",
    words: "What became of every row that was read. What was left out is told by reason on the Data page.",
    formula:
      "rows read = purchases + returns + lines without a price + lines of excluded products + rows left out",
    unit: "count",
    query: null,
    isIn: () => true,
  },
  {
    id: "period",
    name: "Period covered",
    words: "From the first to the last day with a purchase, both counted.",
    formula: "last day − first day + 1",
    unit: "count",
    query: spanQuery,
    isIn: ({ period }) => period !== null,
  },
];
