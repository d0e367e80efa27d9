import { chiSquaredTail } from "./tails.ts";

export interface KruskalWallisTest {
  /** The statistic, corrected for ties. */
  statistic: number;
  p: number;
  /**
   * The part of the ranks' variance that the groups explain, 0 to 1: epsilon squared, H ÷ (n − 1)
   * (Tomczak and Tomczak 2014). 0.01 is small, 0.08 medium, 0.26 large.
   */
  effect: number;
  /** The mean rank of each group, NaN for one without values: what the test compares. */
  meanRanks: number[];
}

/**
 * Whether one of several groups has higher or lower values than chance gives, by ranks (Kruskal and Wallis
 * 1952; R: `kruskal.test`). `groupOf` gives each value's group, 0 to `groups` − 1; values of others are left out.
 * Null for fewer than two groups with values, or where all values are equal.
 */
export function kruskalWallis(
  values: ArrayLike<number>,
  groupOf: ArrayLike<number>,
  groups: number,
): KruskalWallisTest | null {
  const used = Array.from({ length: values.length }, (_, index) => index).filter(
    (index) => (groupOf[index] ?? -1) >= 0 && (groupOf[index] ?? groups) < groups,
  );
  used.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const count = used.length;
  const sizes = new Float64Array(groups);
  const rankSums = new Float64Array(groups);
  let ties = 0;
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && values[used[end] ?? 0] === values[used[start] ?? 0]) end += 1;
    const tied = end - start;
    ties += tied ** 3 - tied;
    for (let place = start; place < end; place += 1) {
      const group = groupOf[used[place] ?? 0] ?? 0;
      sizes[group] = (sizes[group] ?? 0) + 1;
      rankSums[group] = (rankSums[group] ?? 0) + (start + 1 + end) / 2;
    }
    start = end;
  }
  const filled = sizes.filter((size) => size > 0).length;
  const correction = 1 - ties / (count ** 3 - count);
  if (filled < 2 || !(correction > 0)) return null;
  const squares = rankSums.reduce((all, ranks, group) => {
    const size = sizes[group] ?? 0;
    return size === 0 ? all : all + ranks ** 2 / size;
  }, 0);
  const statistic = Math.max(0, ((12 / (count * (count + 1))) * squares - 3 * (count + 1)) / correction);
  return {
    statistic,
    p: chiSquaredTail(statistic, filled - 1),
    effect: statistic / (count - 1),
    meanRanks: Array.from(rankSums, (ranks, group) => ranks / (sizes[group] ?? 0)),
  };
}
