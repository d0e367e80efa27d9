/** Marks what is in no band. */
export const noBand = 255;

/** Where there are enough baskets, the values of a band differ by less than a tenth, and nowhere by half or more. */
const enoughBaskets = 50;
const narrow = 1.1;
const wide = 1.5;

/** Baskets of nearly equal values, such as sizes. */
export interface Band {
  least: number;
  most: number;
  baskets: number;
  /** Of their values. */
  mean: number;
  variance: number;
}

/** Bands of whole values from 2 on, ascending, and the band of each basket; a value below 2 leaves no room for a pair. */
export function bandsOf(values: Uint32Array): { bands: Band[]; of: Uint8Array } {
  const baskets = new Map<number, number>();
  for (const value of values) if (value >= 2) baskets.set(value, (baskets.get(value) ?? 0) + 1);
  const groups: { counts: [value: number, baskets: number][]; baskets: number }[] = [];
  for (const [value, count] of [...baskets].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    const times = value / (last?.counts[0]?.[0] ?? 1);
    const isNew = last === undefined || times >= (last.baskets >= enoughBaskets ? narrow : wide);
    if (isNew) {
      groups.push({ counts: [[value, count]], baskets: count });
    } else if (last !== undefined) {
      last.counts.push([value, count]);
      last.baskets += count;
    }
  }
  const bandOfValue = new Map<number, number>();
  const bands = groups.map(({ counts, baskets: count }, band): Band => {
    for (const [value] of counts) bandOfValue.set(value, band);
    const mean = counts.reduce((sum, [value, times]) => sum + value * times, 0) / count;
    const variance = counts.reduce((sum, [value, times]) => sum + (value - mean) ** 2 * times, 0) / count;
    return { least: counts[0]?.[0] ?? 0, most: counts.at(-1)?.[0] ?? 0, baskets: count, mean, variance };
  });
  return { bands, of: Uint8Array.from(values, (value) => bandOfValue.get(value) ?? noBand) };
}
