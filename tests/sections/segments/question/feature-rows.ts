import type { Features } from "../../../../src/sections/segments/question/features.ts";
import type { NoPersonas, Personas } from "../../../../src/sections/segments/question/personas.ts";

/** Recency, frequency and monetary value of one customer. */
export type FeatureRow = readonly [number, number, number];

/** The features of customers 1, 2, … */
export function featuresOf(rows: readonly FeatureRow[], basis: Features["basis"] = "stated"): Features {
  return {
    basis,
    customers: Int32Array.from(rows, (_, index) => index + 1),
    recency: Float64Array.from(rows, ([recency]) => recency),
    frequency: Float64Array.from(rows, ([, frequency]) => frequency),
    monetary: Float64Array.from(rows, ([, , monetary]) => monetary),
    withoutValue: 0,
  };
}

/** The personas; throws where there are none. */
export function found(personas: Personas | NoPersonas): Personas {
  if ("why" in personas) throw new Error(`no personas: ${JSON.stringify(personas)}`);
  return personas;
}
