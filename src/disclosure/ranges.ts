/**
 * Lower bounds, ascending, less those that would part off few values: such a range is joined with the one below, the
 * first with the next. The first bound stays; what lies below it is in no range.
 */
export function joinRanges(
  values: ArrayLike<number>,
  lowerBounds: readonly number[],
  isFew: (count: number) => boolean,
): number[] {
  let bounds = [...lowerBounds];
  for (;;) {
    const counts = bounds.map(() => 0);
    for (let place = 0; place < values.length; place += 1) {
      const value = values[place] ?? Number.NaN;
      const range = bounds.findLastIndex((from) => from <= value);
      if (range >= 0) counts[range] = (counts[range] ?? 0) + 1;
    }
    const small = counts.findLastIndex(isFew);
    if (small < 0 || bounds.length === 1) return bounds;
    const removed = Math.max(small, 1);
    bounds = bounds.filter((_, index) => index !== removed);
  }
}
