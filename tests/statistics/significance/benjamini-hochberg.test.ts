import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "../../../src/statistics/significance/benjamini-hochberg.ts";
import { shuffled } from "../samples.ts";

/** With ties, and with both ends. */
const pValues = fc.array(
  fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.05, 1)),
  { maxLength: 50 },
);

describe("benjaminiHochberg", () => {
  test("should give scipy's values", () => {
    // scipy 1.17: stats.false_discovery_control, on 25 p-values of McDonald's Handbook of Biological Statistics.
    const p = [
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34,
      0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ];
    const expected = [
      0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.2642857142857143, 0.49107142857142866, 0.49107142857142866,
      0.49107142857142866, 0.49107142857142866, 0.49107142857142866, 0.49107142857142866, 0.49107142857142866,
      0.5328125, 0.5328125, 0.5647058823529413, 0.781578947368421, 0.781578947368421, 0.87,
      0.9071428571428571, 0.986, 0.986, 0.986, 0.986,
    ];
    benjaminiHochberg(p).forEach((q, index) => {
      expect(q).toBeCloseTo(expected[index] ?? Number.NaN, 14);
    });
  });

  test("should keep the order of the p-values", () => {
    expect([...benjaminiHochberg([0.01, 0.04, 0.03])]).toEqual([0.03, 0.04, 0.04]);
  });

  test("should leave a single one as it is, and give none for none", () => {
    expect([...benjaminiHochberg([0.04])]).toEqual([0.04]);
    expect([...benjaminiHochberg([])]).toEqual([]);
    expect([...benjaminiHochberg([], 7)]).toEqual([]);
  });

  test("should be at most one", () => {
    expect([...benjaminiHochberg([0.5, 1, 0.9], 1000)]).toEqual([1, 1, 1]);
  });

  test.each([-0.1, 1.1, Number.NaN])("should refuse the p-value %d", (p) => {
    expect(() => benjaminiHochberg([0.5, p])).toThrow(`${p} is not a p-value`);
  });

  test("should refuse fewer tests than p-values", () => {
    expect(() => benjaminiHochberg([0.5, 0.6], 1)).toThrow("1 tests cannot have 2 p-values");
  });

  test("should never be below p, and never fall as p rises", () => {
    fc.assert(
      fc.property(pValues, (values) => {
        const p = [...values].sort((a, b) => a - b);
        const q = benjaminiHochberg(p);
        expect([...q].sort((a, b) => a - b)).toEqual([...q]);
        q.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual(p[index] ?? 1);
          expect(value).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test("should give each p-value its q wherever it stands", () => {
    fc.assert(
      fc.property(shuffled(pValues), ({ list, other }) => {
        const byP = new Map(list.map((p, index) => [p, benjaminiHochberg(list)[index]]));
        expect([...benjaminiHochberg(other)]).toEqual(other.map((p) => byP.get(p)));
      }),
    );
  });

  test("should take the tests that are not handed in as ones", () => {
    fc.assert(
      fc.property(pValues, fc.nat(30), (p, more) => {
        const ones = new Array<number>(more).fill(1);
        expect([...benjaminiHochberg(p, p.length + more)]).toEqual([
          ...benjaminiHochberg([...p, ...ones]).subarray(0, p.length),
        ]);
      }),
    );
  });
});
