import { type RfmSegment, rfmSegment } from "../../report/rfm-segments.ts";
import type { Segments } from "./segments.ts";

/** The segment that a pair of scores, each 1 to 5, belongs to. Throws a RangeError for other scores. */
export function segmentAt(recency: number, frequency: number): RfmSegment {
  return rfmSegment(recency, frequency);
}

/**
 * The fullest cell of the grid, the first of equals; null where its numbers are withheld. And whether a column is
 * empty.
 */
export function describeGrid(grid: Segments["grid"]): {
  largest: { segment: RfmSegment; recency: number; frequency: number; customers: number } | null;
  someEmpty: boolean;
} {
  const cells = grid.flatMap((row, index) =>
    row.map((customers, column) => ({ recency: 5 - index, frequency: column + 1, customers })),
  );
  if (cells.some(({ customers }) => customers === null)) return { largest: null, someEmpty: false };
  let largest = { recency: 5, frequency: 1, customers: 0 };
  for (const { customers, ...scores } of cells) {
    if (customers !== null && customers > largest.customers) largest = { ...scores, customers };
  }
  const someEmpty = [0, 1, 2, 3, 4].some((column) => grid.every((row) => row[column] === 0));
  return { largest: { ...largest, segment: segmentAt(largest.recency, largest.frequency) }, someEmpty };
}
