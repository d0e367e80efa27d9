import { quantile } from "../../../statistics/describe/quantile.ts";
import type { Features } from "./features.ts";

/** Recency, frequency, monetary. */
export const measures = ["recency", "frequency", "monetary"] as const;
export type Measure = (typeof measures)[number];

/** Four values that part five scores: a score's customers lie above one edge and up to the next. */
export type Edges = [number, number, number, number];

export interface Scores {
  edges: Record<Measure, Edges>;
  /** 1 to 5, 5 best, one a customer. */
  scores: Record<Measure, Uint8Array>;
}

/** Days up to which a stated rhythm scores 5, 4, 3 and 2. */
const statedRecencyEdges: Edges = [8, 15, 31, 91];

/**
 * RFM scores. A score is 1 + the number of edges below the value, so that equals share one; where edges coincide at a
 * value, those who have it get the middle of the scores that they span, the lower of two. Recency is turned
 * round, since few days are best. Edges are the quintiles of type 7 over customers, and for a stated rhythm
 * fixed bands of days.
 */
export function scoreCustomers(features: Features): Scores {
  const edges = {
    recency: features.basis === "stated" ? statedRecencyEdges : quintiles(features.recency),
    frequency: quintiles(features.frequency),
    monetary: quintiles(features.monetary),
  };
  return {
    edges,
    scores: {
      recency: scored(features.recency, edges.recency).map((score) => 6 - score),
      frequency: scored(features.frequency, edges.frequency),
      monetary: scored(features.monetary, edges.monetary),
    },
  };
}

function quintiles(values: Float64Array): Edges {
  const ascending = values.slice().sort();
  const at = (p: number) => quantile(ascending, p);
  return [at(0.2), at(0.4), at(0.6), at(0.8)];
}

function scored(values: Float64Array, edges: Edges): Uint8Array {
  return Uint8Array.from(values, (value) => scoreOf(value, edges));
}

/** The score of a value, 1 to 5, by edges; of recency the other way round. */
export function scoreOf(value: number, edges: Edges): number {
  let below = 0;
  let at = 0;
  for (const edge of edges) {
    if (edge < value) below += 1;
    else if (edge === value) at += 1;
  }
  return 1 + below + (at > 1 ? Math.floor(at / 2) : 0);
}

/** Whether most customers share one value of a measure, so that its scores tell of hardly any difference. */
export function isAlike({ edges }: Pick<Scores, "edges">, measure: Measure): boolean {
  return new Set(edges[measure]).size === 1;
}
