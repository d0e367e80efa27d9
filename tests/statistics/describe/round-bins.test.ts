import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bin, mergeSmallBins, roundBins } from "../../../src/statistics/describe/round-bins.ts";
import { amounts, shuffled } from "../samples.ts";

const counts = (bins: readonly Bin[]) => bins.map(({ count }) => count);
const total = (bins: readonly Bin[]) => bins.reduce((all, { count }) => all + count, 0);

describe("roundBins", () => {
  test("should close bins on the left and the last on both sides, as numpy's histogram", () => {
    // np.histogram([10, 20, 20.01, 55, 100], range(0, 101, 10))
    const bins = roundBins([10, 20, 20.01, 55, 100]);
    expect(bins.map(({ from, to }) => [from, to])).toEqual([
      [0, 10],
      [10, 20],
      [20, 30],
      [30, 40],
      [40, 50],
      [50, 60],
      [60, 70],
      [70, 80],
      [80, 90],
      [90, 100],
    ]);
    expect(counts(bins)).toEqual([0, 1, 2, 0, 0, 1, 0, 0, 0, 1]);
  });

  test("should count a value of 0 in the first bin", () => {
    expect(roundBins([0, 0, 10])[0]).toEqual({ from: 0, to: 1, count: 2 });
    expect(roundBins([0])).toEqual([{ from: 0, to: 1, count: 1 }]);
  });

  test("should give no bins for no values", () => {
    expect(roundBins([])).toEqual([]);
  });

  test("should leave the last bin open where few values lie far above the rest", () => {
    const bins = roundBins([...Array.from({ length: 99 }, (_, index) => index + 1), 10_000]);
    expect(bins.at(-1)).toEqual({ from: 100, to: null, count: 1 });
    expect(bins).toHaveLength(11);
  });

  test("should have edges without the digits that binary fractions add", () => {
    const bins = roundBins([0.05, 0.3, 0.7, 1]);
    expect(bins.map(({ to }) => to)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(counts(bins)).toEqual([1, 0, 0, 1, 0, 0, 0, 1, 0, 1]);
  });

  test("should count a sum that is an edge but for binary noise in the bin that the edge opens", () => {
    // 0.1 + 0.2 is 0.30000000000000004 as doubles (IEEE 754).
    const noisy = 0.1 + 0.2;
    expect(noisy).toBeGreaterThan(0.3);
    expect(counts(roundBins([noisy, 1]))).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
    // And 0.7 - 0.4 is 0.29999999999999993.
    expect(counts(roundBins([0.7 - 0.4, 1]))).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
    expect(roundBins([50, 100.00000000000001]).at(-1)).toEqual({ from: 90, to: 100, count: 1 });
  });

  test("should have widths of 1, 2 or 5 times a power of ten, about ten of them, from 0 on without gaps", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const bins = roundBins(values);
        expect(bins.length).toBeLessThanOrEqual(12);
        let from = 0;
        for (const bin of bins) {
          expect(bin.from).toBe(from);
          if (bin.to === null) expect(bin).toBe(bins.at(-1));
          else from = bin.to;
        }
        const width = bins[0]?.to ?? Number.NaN;
        expect(Number(width.toExponential().split("e")[0])).toSatisfy((digit: number) =>
          [1, 2, 5].includes(digit),
        );
      }),
    );
  });

  test("should count every value once, in a bin that holds it", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const bins = roundBins(values);
        expect(total(bins)).toBe(values.length);
        for (const { from, to, count } of bins) {
          const near = 1 + 1e-9;
          const held = values.filter(
            (value) => value * near >= from && value <= (to ?? Number.POSITIVE_INFINITY) * near,
          );
          expect(held.length).toBeGreaterThanOrEqual(count);
        }
      }),
    );
  });

  test("should not depend on the order of the values", () => {
    fc.assert(
      fc.property(shuffled(amounts), ({ list, other }) => {
        expect(roundBins(other)).toEqual(roundBins(list));
      }),
    );
  });
});

describe("mergeSmallBins", () => {
  const bins = (...values: number[]): Bin[] =>
    values.map((count, index) => ({ from: index, to: index + 1, count }));

  test("should leave bins that are large enough or empty", () => {
    expect(mergeSmallBins(bins(5, 0, 9), 5)).toEqual(bins(5, 0, 9));
  });

  test("should join a small bin with the one below", () => {
    expect(mergeSmallBins(bins(5, 2, 9), 5)).toEqual([
      { from: 0, to: 2, count: 7 },
      { from: 2, to: 3, count: 9 },
    ]);
  });

  test("should join a small first bin with the one above", () => {
    expect(mergeSmallBins(bins(2, 9, 9), 5)).toEqual([
      { from: 0, to: 2, count: 11 },
      { from: 2, to: 3, count: 9 },
    ]);
  });

  test("should reach over an empty bin", () => {
    expect(mergeSmallBins(bins(9, 0, 3), 5)).toEqual([{ from: 0, to: 3, count: 12 }]);
    expect(mergeSmallBins(bins(3, 0, 9), 5)).toEqual([{ from: 0, to: 3, count: 12 }]);
  });

  test("should keep the last bin open", () => {
    expect(mergeSmallBins([...bins(9, 9), { from: 2, to: null, count: 1 }], 5).at(-1)).toEqual({
      from: 1,
      to: null,
      count: 10,
    });
  });

  test("should give no bins where all together are too few", () => {
    expect(mergeSmallBins(bins(1, 0, 2), 5)).toEqual([]);
  });

  test("should leave no count between 0 and the minimum, lose nothing and leave no gap", () => {
    const lists = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 })), { maxLength: 14 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 2, max: 10 }), (values, minimum) => {
        const before = bins(...values);
        const merged = mergeSmallBins(before, minimum);
        expect(merged.filter(({ count }) => count > 0 && count < minimum)).toEqual([]);
        const all = total(before);
        if (all === 0 || all >= minimum) {
          expect(total(merged)).toBe(all);
          expect(merged[0]?.from).toBe(before[0]?.from);
          expect(merged.at(-1)?.to).toBe(before.at(-1)?.to);
          merged.slice(1).forEach((bin, index) => {
            expect(bin.from).toBe(merged[index]?.to);
          });
        } else {
          expect(merged).toEqual([]);
        }
      }),
    );
  });
});

test("mergeSmallBins should count the persons at the outer edge: the last of bins closed on the left, the first on the right", () => {
  const bins = [
    { from: 0, to: 10, count: 5 },
    { from: 10, to: 20, count: 5 },
  ];
  const persons = (values: readonly number[]) => (holds: (value: number) => boolean) =>
    values.filter(holds).length;
  expect(mergeSmallBins(bins, 5, persons([0, 1, 2, 3, 4, 20, 20, 20, 20, 20]), "left")).toEqual(bins);
  expect(mergeSmallBins(bins, 5, persons([0, 0, 0, 0, 0, 11, 12, 13, 14, 20]), "right")).toEqual(bins);
});
