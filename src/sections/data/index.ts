import type { Column } from "../../report/columns.ts";
import { describeBasis } from "../../report/words/general.ts";
import type { Section } from "../section.ts";
import type { GateResult } from "./gate-result.ts";
import { qualityInsights } from "./insights.ts";
import { dataSummary } from "./job-summary.ts";
import { datasetPart } from "./part.ts";
import {
  accountColumns,
  exampleColumns,
  fileColumns,
  gateColumns,
  goodsColumns,
  mappedColumns,
} from "./words/columns.ts";
import { dataMore, dataPage } from "./words/data-page.ts";
import { dataDefinitions } from "./words/definitions.ts";

declare module "../../report/report.ts" {
  interface Report {
    /** What became of the gates of report.yaml, a bound each. */
    gates: GateResult[];
  }
}

/** What was read, mapped, changed and left out. */
export const data: Section<"dataset" | "gates", "affinity"> = {
  id: "data",
  name: dataPage.name,
  slug: "data",
  place: "data",
  needs: [],
  uses: ["affinity"],
  // The finished report is held against the gates.
  part: async (inputs, { affinity }) => ({
    part: { dataset: await datasetPart(inputs, affinity?.agreeing ?? []), gates: [] },
  }),
  definitions: dataDefinitions,
  columns: [accountColumns, fileColumns, mappedColumns, exampleColumns, goodsColumns, gateColumns].flatMap(
    (columns): Column[] => Object.values(columns),
  ),
  insights: [qualityInsights],
  pages: ({ report, format }) => [
    {
      path: "data/",
      name: dataPage.name,
      description: `${dataPage.description} ${describeBasis(report, format)}`,
    },
  ],
  more: () => dataMore,
  summary: { first: true, write: dataSummary },
};
