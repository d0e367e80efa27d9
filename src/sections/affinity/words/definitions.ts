import { createFormatter } from "../../../report/format.ts";
import type { HeldFigure } from "../../../report/held-figure.ts";
import type { Affinity } from "../affinity.ts";
import { firstScatter, pairNetwork } from "../figures/affinity.ts";

/** Whether there is a figure does not depend on how its numbers are written. */
const format = createFormatter("en", null);

const hasNetwork = (affinity: Affinity | null) => pairNetwork({ report: { affinity }, format }) !== null;

/** What goes together. */
export const affinityDefinitions: readonly HeldFigure[] = [
  {
    id: "pair-network",
    name: "Pairs that go together",
    words: "Pairs of items that lie in the same basket more often than chance explains, the strongest first.",
    formula: "lift = baskets with both items ÷ those that chance would put both into, among baskets alike",
    unit: "times",
    query: null,
    isIn: ({ affinity }) => hasNetwork(affinity),
  },
  {
    id: "rules",
    name: "Rules by support and confidence",
    words: "Every rule that chance does not explain, where there are no pairs to be linked.",
    formula: "support = baskets with both sides ÷ all; confidence = these ÷ baskets with the antecedent",
    unit: "share",
    query: null,
    isIn: (report) =>
      report.affinity !== null &&
      !hasNetwork(report.affinity) &&
      firstScatter({ report, format }, report.affinity) !== null,
  },
];
