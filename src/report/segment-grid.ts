import { type RfmSegment, rfmSegment } from "../analysis/segments/rfm-segments.ts";

/** The segment that a pair of scores, each 1 to 5, belongs to. Throws a RangeError for other scores. */
export function segmentAt(recency: number, frequency: number): RfmSegment {
  return rfmSegment(recency, frequency);
}
