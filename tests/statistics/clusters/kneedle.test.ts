import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kneedle } from "../../../src/statistics/clusters/kneedle.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";

// Curves and knees below are those of kneed's own tests (github.com/arvkevi/kneed, tests/test_sample.py and
// kneed/data_generator.py), whose x are 0, 1, 2, …, so that a knee is an index.

/** DataGenerator.convex_decreasing */
const convexDecreasing = [100, 40, 20, 15, 10, 5, 4, 3, 2, 1];

/** DataGenerator.bumpy */
const bumpy = [
  7305, 6979, 6666.6, 6463.2, 6326.5, 6048.8, 6032.8, 5762, 5742.8, 5398.2, 5256.8, 5227, 5001.7, 4942,
  4854.2, 4734.6, 4558.7, 4491.1, 4411.6, 4333, 4234.6, 4139.1, 4056.8, 4022.5, 3868, 3808.3, 3745.3, 3692.3,
  3645.6, 3618.3, 3574.3, 3504.3, 3452.4, 3401.2, 3382.4, 3340.7, 3301.1, 3247.6, 3190.3, 3180, 3154.2,
  3089.5, 3045.6, 2989, 2993.6, 2941.3, 2875.6, 2866.3, 2834.1, 2785.1, 2759.7, 2763.2, 2720.1, 2660.1,
  2690.2, 2635.7, 2632.9, 2574.6, 2556, 2545.7, 2513.4, 2491.6, 2496, 2466.5, 2442.7, 2420.5, 2381.5, 2388.1,
  2340.6, 2335, 2318.9, 2319, 2308.2, 2262.2, 2235.8, 2259.3, 2221, 2202.7, 2184.3, 2170.1, 2160, 2127.7,
  2134.7, 2102, 2101.4, 2066.4, 2074.3, 2063.7, 2048.1, 2031.9,
];

/** test_flat_maxima */
const flatMaxima = [
  1, 0.787701317715959, 0.7437774524158126, 0.6559297218155198, 0.5065885797950219, 0.36749633967789164,
  0.2547584187408492, 0.16251830161054173, 0.10395314787701318, 0.06734992679355783, 0.043923865300146414,
  0.027818448023426062, 0.01903367496339678, 0.013177159590043924, 0.010248901903367497, 0.007320644216691069,
  0.005856515373352855, 0.004392386530014641,
];

/** Curves that fall by less at each step, from whole numbers: how much they fall. */
const falls = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 20 })
  .map((list) => list.sort((a, b) => b - a));

/** What kneed's find_knee does, from lists of maxima and minima of the difference curve. */
function naive(values: readonly number[], sensitivity: number): number | null {
  const last = values.length - 1;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const difference = values.map((value, index) => 1 - (value - least) / (most - least) - index / last);
  const extrema = (sign: number) =>
    difference.flatMap((value, index) => {
      const beside = difference.slice(Math.max(0, index - 1), index + 2);
      return beside.every((other) => sign * other <= sign * value) ? [index] : [];
    });
  const [maxima, minima] = [extrema(1), extrema(-1)];
  const passed = difference.flatMap((_, index) => {
    const maximum = maxima.findLast((each) => each <= index);
    if (maximum === undefined || index === last) return [];
    const reset = minima.some((each) => each > maximum && each <= index);
    const threshold = reset ? 0 : (difference[maximum] ?? 0) - sensitivity / last;
    return (difference[index + 1] ?? 0) < threshold ? [maximum] : [];
  });
  return passed[0] ?? null;
}

const curveOf = (steps: readonly number[]) => {
  let value = steps.reduce((all, step) => all + step, 0);
  return [
    value,
    ...steps.map((step) => {
      value -= step;
      return value;
    }),
  ];
};

describe("kneedle", () => {
  test("should find the knee of figure 2 of the paper", () => {
    // y = 5 - 1 / (x + 0.1) at ten x from 0 to 1, the knee at x = 0.22 (test_figure2); here upside down.
    const values = Array.from({ length: 10 }, (_, index) => 1 / (index / 9 + 0.1));
    expect(kneedle(values)).toBe(2);
  });

  test("should find the knee of a convex curve as kneed does", () => {
    // test_convex_decreasing, test_convex_decreasing_truncated
    expect(kneedle(convexDecreasing)).toBe(2);
    expect(kneedle(convexDecreasing.slice(0, -3))).toBe(2);
  });

  test("should find the first knee of a bumpy curve as kneed does", () => {
    // test_convex_decreasing_bumpy, interp1d
    expect(kneedle(bumpy)).toBe(26);
  });

  test("should pass over a first bump unless it is told to be sensitive", () => {
    expect(kneedle(flatMaxima, 0)).toBe(1);
    expect(kneedle(flatMaxima, 1)).toBe(8);
  });

  test("should find none where the curve hardly bends", () => {
    // test_y_no_knee
    expect(kneedle([0.90483742, 0.81873075, 0.74081822])).toBeNull();
  });

  test.each([
    { what: "no values", values: [] },
    { what: "one value", values: [3] },
    { what: "two values", values: [3, 1] },
    { what: "equal values", values: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
    { what: "a straight line", values: [9, 8, 7, 6, 5, 4, 3, 2, 1] },
    { what: "a value that is not a number", values: [9, Number.NaN, 1, 0] },
    { what: "an infinite value", values: [Number.POSITIVE_INFINITY, 2, 1, 0] },
  ])("should find none in $what", ({ values }) => {
    expect(kneedle(values)).toBeNull();
  });

  test("should be the point farthest below the straight line from first to last", () => {
    // On a convex curve the paper's difference curve has one maximum, a knee once the curve has come back to
    // the line by the sensitivity: 1 / (n - 1) of its height, and at its end it has come back all the way.
    fc.assert(
      fc.property(falls, fc.constantFrom(0.5, 1, 2, 3), (steps, sensitivity) => {
        const values = curveOf(steps);
        const [first = 0] = values;
        const last = values.length - 1;
        fc.pre(first > 0);
        const below = values.map((value, index) => first - (first * index) / last - value);
        const most = Math.max(...below);
        const needed = (first * sensitivity) / last;
        fc.pre(Math.abs(most - needed) > 1e-9 * first);
        const knee = kneedle(values, sensitivity);
        if (most < needed) expect(knee).toBeNull();
        else expect(below[knee ?? -1]).toBeCloseTo(most, 8);
      }),
    );
  });

  test("should find what kneed's method finds on curves that fall unevenly, or do not only fall", () => {
    const curves = fc
      .record({
        seed: fc.integer(),
        count: fc.integer({ min: 3, max: 15 }),
        shape: fc.constantFrom(0, 0.3, 0.5),
      })
      .map(({ seed, count, shape }) => {
        const random = seededRandom(seed);
        let value = 0;
        return Array.from({ length: count }, () => {
          value -= random() - shape;
          return value;
        });
      });
    fc.assert(
      fc.property(curves, fc.constantFrom(0, 0.5, 1, 2), (values, sensitivity) => {
        expect(kneedle(values, sensitivity)).toBe(naive(values, sensitivity));
      }),
      { numRuns: 1000 },
    );
  });

  test("should not depend on the unit, nor on what is added to all values", () => {
    fc.assert(
      fc.property(
        falls,
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: 0, max: 64 }),
        (steps, power, shift) => {
          const values = curveOf(steps);
          // Powers of two and whole numbers, so that nothing is rounded.
          expect(kneedle(values.map((value) => value * 2 ** power + shift))).toBe(kneedle(values));
        },
      ),
    );
  });
});
