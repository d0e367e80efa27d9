import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ticksOf } from "../../src/charts/ticks.ts";

const amounts = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 300_000 }),
    fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
    fc.integer({ min: -4, max: 8 }).map((power) => 10 ** power),
  ),
  { minLength: 1, maxLength: 30 },
);

/** Whether a number is 1, 2 or 5 times a power of ten. */
function isRound(value: number): boolean {
  const digits = Number(value.toExponential(9).split("e")[0]);
  return [1, 2, 5].includes(digits);
}

describe("ticksOf a linear scale", () => {
  test("should go from 0 in steps of 1, 2 or 5", () => {
    expect(ticksOf([3, 50, 12], "linear")).toEqual([0, 10, 20, 30, 40, 50]);
    expect(ticksOf([97], "linear")).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticksOf([1], "linear")).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticksOf([0.3], "linear")).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticksOf([23_000], "linear")).toEqual([0, 5_000, 10_000, 15_000, 20_000, 25_000]);
  });

  test("should cover all values in two to eight equal, round steps", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const ticks = ticksOf(values, "linear");
        const highest = Math.max(...values);
        const step = ticks[1] ?? Number.NaN;
        expect(ticks[0]).toBe(0);
        expect(isRound(step), String(step)).toBe(true);
        ticks.forEach((tick, index) => {
          expect(tick / step).toBeCloseTo(index, 6);
        });
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest * (1 - 1e-9));
        // No line beyond the first that is past the highest.
        expect(ticks.at(-2)).toBeLessThan(highest * (1 + 1e-9));
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe("ticksOf a logarithmic scale", () => {
  test("should take 1, 2 and 5 of each power of ten, and of many powers only 1", () => {
    expect(ticksOf([1, 4, 9], "log")).toEqual([1, 2, 5, 10]);
    expect(ticksOf([3, 40], "log")).toEqual([2, 5, 10, 20, 50]);
    expect(ticksOf([3.75, 280_000], "log")).toEqual([1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]);
    expect(ticksOf([0.02, 0.9], "log")).toEqual([0.02, 0.05, 0.1, 0.2, 0.5, 1]);
    expect(ticksOf([10, 1000], "log")).toEqual([10, 20, 50, 100, 200, 500, 1000]);
    expect(ticksOf([1, 1000], "log")).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
    expect(ticksOf([1, 1001], "log")).toEqual([1, 10, 100, 1000, 10_000]);
  });

  test("should cover all values by ascending, round ticks, none of them more than one step beyond", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const ticks = ticksOf(values, "log");
        const [lowest, highest] = [Math.min(...values), Math.max(...values)];
        expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b));
        for (const tick of ticks) expect(tick > 0 && isRound(tick), String(tick)).toBe(true);
        expect(ticks[0]).toBeLessThanOrEqual(lowest * (1 + 1e-9));
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest * (1 - 1e-9));
        if (ticks.length > 2) {
          expect(ticks[1]).toBeGreaterThan(lowest * (1 - 1e-9));
          expect(ticks.at(-2)).toBeLessThan(highest * (1 + 1e-9));
        }
        expect(ticks.length).toBeLessThanOrEqual(18);
      }),
    );
  });

  test("should take a value for a power of ten from which the machine's logarithm cannot tell it", () => {
    expect(ticksOf([0.1, 1000.0000000000001], "log")).toEqual([0.1, 1, 10, 100, 1000]);
  });

  test("should not mind a 0, which a logarithm cannot show", () => {
    expect(ticksOf([0, 3, 7], "log")).toEqual([2, 5, 10]);
  });
});

test("ticksOf nothing above 0 should be 0 alone", () => {
  for (const scale of ["linear", "log"] as const) {
    expect(ticksOf([], scale)).toEqual([0]);
    expect(ticksOf([0, 0], scale)).toEqual([0]);
  }
});
