import { sum } from "../../statistics/describe/sum.ts";
import { summarize } from "../../statistics/describe/summarize.ts";
import type { Features } from "./question/features.ts";
import type { Measure, Scores } from "./question/scores.ts";
import type { Persona, Segments } from "./segments.ts";

/** Whether at least `minimum` customers have a value up to a number, and as many one from it on. */
function isTold(number: number, values: Float64Array, minimum: number): boolean {
  const [up, down] = [values.filter((value) => value <= number), values.filter((value) => value >= number)];
  return Math.min(up.length, down.length) >= minimum;
}

/**
 * What is typical of some customers. Quartiles that too few lie beyond are null, and in the place of such a median
 * stands the mean.
 */
export function typicalOf(values: Float64Array, minimum: number): Persona["typical"][Measure] {
  const { lowerQuartile = 0, median = 0, upperQuartile = 0 } = summarize(values) ?? {};
  const told = (quartile: number) => (isTold(quartile, values, minimum) ? quartile : null);
  return {
    lowerQuartile: told(lowerQuartile),
    median: told(median) ?? sum(values) / values.length,
    upperQuartile: told(upperQuartile),
  };
}

/** The edges of scores; none of a measure where too few customers lie beyond one of them. */
export function toldEdges(features: Features, edges: Scores["edges"], minimum: number): Segments["edges"] {
  const told = (measure: Measure) => {
    // The bands of stated days are the same whoever the customers are.
    const isFixed = features.basis === "stated" && measure === "recency";
    const all = edges[measure].every((edge) => isTold(edge, features[measure], minimum));
    return features.customers.length >= minimum && (isFixed || all) ? edges[measure] : [];
  };
  return { recency: told("recency"), frequency: told("frequency"), monetary: told("monetary") };
}
