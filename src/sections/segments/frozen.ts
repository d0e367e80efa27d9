import { rfmSegment, rfmSegments } from "../../report/rfm-segments.ts";
import { type Edges, type Measure, scoreOf } from "./question/scores.ts";
import type { PersonaReport, Segments } from "./segments.ts";

/** What a customer was at a day: days from the last order to the day after, orders and money up to it. */
type Standing = Record<Measure, number>;

/** Where customers would have stood on another day, by the edges and centres of this report. */
export interface FrozenGroups {
  /** The place of the persona whose centre is nearest; null without personas. */
  personaOf: ((standing: Standing) => number) | null;
  /** The place of the RFM segment among the eleven; null where their names are held back. */
  segmentOf: ((standing: Standing) => number) | null;
  /** By place among the eleven, that of the segment it is counted with; null where that is not told. */
  segmentToldAs: (number | null)[];
}

/** The edges of this report, to be applied to customers as they were on another day. */
export function frozenGroups(
  { personas, segments, countedWith, namesHeldBack }: Segments,
  edges: Record<Measure, Edges>,
): FrozenGroups {
  const largest = segments.findIndex(({ name }) => name === countedWith);
  return {
    personaOf: "why" in personas ? null : nearestPersona(personas),
    segmentOf:
      namesHeldBack === null
        ? ({ recency, frequency }) =>
            rfmSegments.indexOf(
              rfmSegment(6 - scoreOf(recency, edges.recency), scoreOf(frequency, edges.frequency)),
            )
        : null,
    segmentToldAs: segments.map(({ customers }, place) =>
      customers !== null ? place : largest < 0 ? null : largest,
    ),
  };
}

function nearestPersona({
  transform,
  scale,
  personas,
}: Pick<PersonaReport, "transform" | "scale" | "personas">): (standing: Standing) => number {
  const z = (value: number, { mean, deviation }: { mean: number; deviation: number }) =>
    ((transform === "log1p" ? Math.log1p(value) : value) - mean) / deviation;
  return (standing) => {
    const recency = z(standing.recency, scale.recency);
    const frequency = z(standing.frequency, scale.frequency);
    const monetary = z(standing.monetary, scale.monetary);
    const distances = personas.map(
      ({ centroidZ }) =>
        (centroidZ.recency - recency) ** 2 +
        (centroidZ.frequency - frequency) ** 2 +
        (centroidZ.monetary - monetary) ** 2,
    );
    return distances.indexOf(Math.min(...distances));
  };
}
