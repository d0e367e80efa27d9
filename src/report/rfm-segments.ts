/** The eleven usual RFM segments, best first. */
export const rfmSegments = [
  "Champions",
  "Loyal",
  "Potential loyalists",
  "New",
  "Promising",
  "Need attention",
  "About to sleep",
  "At risk",
  "Cannot lose them",
  "Hibernating",
  "Lost",
] as const;
export type RfmSegment = (typeof rfmSegments)[number];

const [
  champions,
  loyal,
  potential,
  fresh,
  promising,
  attention,
  sleepy,
  atRisk,
  precious,
  hibernating,
  lost,
] = rfmSegments;

/**
 * The segment of each pair of recency score (5 down to 1) and frequency score (1 to 5): the grid in common use
 * for RFM, with Lost set apart from Hibernating as the customers of the lowest score in both. What a customer
 * spends decides no segment; it is told beside it.
 */
const grid: readonly (readonly RfmSegment[])[] = [
  [fresh, potential, potential, champions, champions],
  [promising, potential, potential, loyal, loyal],
  [sleepy, sleepy, attention, loyal, loyal],
  [hibernating, hibernating, atRisk, atRisk, precious],
  [lost, hibernating, atRisk, atRisk, precious],
];

/** The segment of a customer by scores of 1 to 5. Throws a RangeError for other scores. */
export function rfmSegment(recency: number, frequency: number): RfmSegment {
  const segment = grid[5 - recency]?.[frequency - 1];
  if (segment === undefined) throw new RangeError(`no scores: ${recency} and ${frequency}`);
  return segment;
}
