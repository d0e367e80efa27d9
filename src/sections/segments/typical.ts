import type { Gate } from "../../disclosure/gate.ts";
import { sum } from "../../statistics/describe/sum.ts";
import type { Features } from "./question/features.ts";
import type { Measure, Scores } from "./question/scores.ts";
import type { Persona, Segments } from "./segments.ts";

const ofCustomers = (values: Float64Array) => ({ values, persons: Float64Array.from(values.keys()) });

/**
 * What is typical of some customers. Quartiles that too few lie beyond are null, and in the place of such a median
 * stands the mean.
 */
export function typicalOf(values: Float64Array, gate: Gate): Persona["typical"][Measure] {
  const at = gate.quantiles(ofCustomers(values));
  return {
    lowerQuartile: at(0.25),
    median: at(0.5) ?? sum(values) / values.length,
    upperQuartile: at(0.75),
  };
}

/** The edges of scores, as they may be shown; none of a measure where too few customers lie beyond one of them. */
export function shownEdges(features: Features, edges: Scores["edges"], gate: Gate): Segments["edges"] {
  const shown = (measure: Measure): number[] => {
    if (!gate.isEnough(features.customers.length)) return [];
    // The bands of stated days are the same whoever the customers are.
    if (features.basis === "stated" && measure === "recency") return edges[measure];
    const at = gate.quantiles(ofCustomers(features[measure]));
    const found = [0.2, 0.4, 0.6, 0.8].flatMap((p) => at(p) ?? []);
    return found.length === 4 ? found : [];
  };
  return { recency: shown("recency"), frequency: shown("frequency"), monetary: shown("monetary") };
}
