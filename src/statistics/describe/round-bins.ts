import { quantile } from "./quantile.ts";

/** A range of values from `from` to `to`, which is null for the last, open one, and how many values are in it. */
export interface Bin {
  from: number;
  to: number | null;
  count: number;
}

/** What adding up cents as binary fractions may leave behind, relative to the sum. */
const noise = 1e-12;

/**
 * Counts non-negative values in about ten bins of a round width (1, 2 or 5 times a power of ten) from 0
 * on, each from its first number up to, not including, its second; the last closed one holds that, too (numpy's
 * `histogram`). Where few values lie far above the rest (maximum above twice the 95th percentile) the last bin is open.
 * No values give no bins.
 */
export function roundBins(values: Iterable<number>): Bin[] {
  const ascending = Float64Array.from(values).sort();
  if (ascending.length === 0) return [];
  const maximum = quantile(ascending, 1);
  const usual = quantile(ascending, 0.95);
  const open = maximum > 2 * usual;
  const top = open ? usual : maximum;
  const width = roundWidth(top / 10);
  const edges = Math.max(1, Math.ceil((top / width) * (1 - noise)));
  const bins: Bin[] = Array.from({ length: edges }, (_, index) => ({
    from: edge(index, width),
    to: edge(index + 1, width),
    count: 0,
  }));
  if (open) bins.push({ from: edge(edges, width), to: null, count: 0 });
  let index = 0;
  for (const value of ascending) {
    for (
      let bin = bins[index];
      bin !== undefined && bin.to !== null && index < bins.length - 1 && value >= bin.to * (1 - noise);
      bin = bins[index]
    )
      index += 1;
    const bin = bins[index] ?? bins.at(-1);
    if (bin !== undefined) bin.count += 1;
  }
  return bins;
}

/**
 * Joins each bin of fewer than `minimum` persons, but not of no value, with a neighbour, so that no count
 * between stands alone. Gives no bins where all together are too few. `closed` says which of its numbers a bin holds.
 *
 * @param personsWith how many persons have a value for which a test holds; without it each value is a person's own
 */
export function mergeSmallBins(
  bins: readonly Bin[],
  minimum: number,
  personsWith?: (holds: (value: number) => boolean) => number,
  closed: "left" | "right" = "left",
): Bin[] {
  const edge = outermost(bins, closed);
  const isSmall = (bin: Bin) => {
    if (bin.count === 0) return false;
    return (
      (personsWith === undefined ? bin.count : personsWith((value) => isIn(value, bin, closed, edge))) <
      minimum
    );
  };
  const merged: { bin: Bin; small: boolean }[] = [];
  const add = (bin: Bin) => merged.push({ bin, small: isSmall(bin) });
  for (const bin of bins) {
    const previous = merged.at(-1);
    if (previous !== undefined && (previous.small || isSmall(bin))) {
      merged.pop();
      add(joined(previous.bin, bin));
    } else add(bin);
  }
  for (let last = merged.at(-1); merged.length > 1 && last?.small === true; last = merged.at(-1)) {
    merged.pop();
    const previous = merged.pop();
    if (previous !== undefined) add(joined(previous.bin, last.bin));
  }
  return merged.some(({ small }) => small) ? [] : merged.map(({ bin }) => bin);
}

/** Tells, of each of some bins, whether a value counts in it. */
export function holders(
  bins: readonly Bin[],
  closed: "left" | "right" = "left",
): ((value: number) => boolean)[] {
  const edge = outermost(bins, closed);
  return bins.map((bin) => (value) => isIn(value, bin, closed, edge));
}

/** The edge of all bins that the outermost one holds, too. */
function outermost(bins: readonly Bin[], closed: "left" | "right"): number | null {
  return closed === "left" ? (bins.at(-1)?.to ?? null) : (bins[0]?.from ?? null);
}

function joined(bin: Bin, next: Bin): Bin {
  return { from: bin.from, to: next.to, count: bin.count + next.count };
}

/** Whether a value counts in a bin; the outermost one holds the edge of all, too. */
function isIn(value: number, { from, to }: Bin, closed: "left" | "right", edge: number | null): boolean {
  if (closed === "left")
    return (
      value >= from * (1 - noise) &&
      (to === null || value < to * (1 - noise) || (to === edge && value <= to * (1 + noise)))
    );
  return (from === edge || value > from * (1 + noise)) && (to === null || value <= to * (1 + noise));
}

/** The smallest of 1, 2, 5 times a power of ten that is at least `width`. */
function roundWidth(width: number): number {
  if (!(width > 0)) return 1;
  const exponent = Math.floor(Math.log10(width));
  // Powers below one are divided: 10 ** -2 times 5 is not 0.05 to the last digit.
  const scaled = (step: number, power: number) => (power < 0 ? step / 10 ** -power : step * 10 ** power);
  const steps = [scaled(1, exponent), scaled(2, exponent), scaled(5, exponent), scaled(1, exponent + 1)];
  return steps.find((step) => step >= width * (1 - noise)) ?? width;
}

/** A multiple of the width, without the last digits that binary fractions add (3 * 0.1). */
function edge(index: number, width: number): number {
  return Number((index * width).toPrecision(12));
}
