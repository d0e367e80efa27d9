import type { Bin } from "../statistics/describe/round-bins.ts";
import type { Interval } from "../statistics/significance/intervals.ts";
import type { Histogram } from "./report.ts";

/** Bins with each one's share of all that they count. */
export function histogramOf(bins: readonly (Bin & { interval: Interval | null })[]): Histogram {
  const total = bins.reduce((all, { count }) => all + count, 0);
  return { bins: bins.map((bin) => ({ ...bin, share: bin.count / total })) };
}
