/**
 * Lower bounds, ascending, less those that would part off values that may not stand alone: such a range is joined with the
 * one below, the first with the next. The first bound stays; what lies below it is in no range.
 *
 * @param isFew whether the values at some places are too few to be told
 */
export function joinRanges(
  values: ArrayLike<number>,
  lowerBounds: readonly number[],
  isFew: (places: readonly number[]) => boolean,
): number[] {
  let bounds = [...lowerBounds];
  for (;;) {
    const small = placesByRange(values, bounds).findLastIndex(isFew);
    if (small < 0 || bounds.length === 1) return bounds;
    const removed = Math.max(small, 1);
    bounds = bounds.filter((_, index) => index !== removed);
  }
}

/** The places of the values in each range; each range ends where the next begins. */
export function placesByRange(values: ArrayLike<number>, lowerBounds: readonly number[]): number[][] {
  const places = lowerBounds.map((): number[] => []);
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? Number.NaN;
    places[lowerBounds.findLastIndex((from) => from <= value)]?.push(place);
  }
  return places;
}
