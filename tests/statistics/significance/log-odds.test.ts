import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logOdds } from "../../../src/statistics/significance/log-odds.ts";

const counts = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }))
  .chain(([one, other]) =>
    fc.record({
      all: fc.constant({ one, other }),
      having: fc.record({
        one: fc.integer({ min: 0, max: one }),
        other: fc.integer({ min: 0, max: other }),
      }),
    }),
  );

describe("logOdds", () => {
  test("should be the formula of Monroe, Colaresi and Quinn, worked out by hand", () => {
    // 30 of 100 and 10 of 200: the prior is 10 observations, a share of 40 / 300 of them with the word.
    const found = logOdds({ one: 30, other: 10 }, { one: 100, other: 200 });
    const a = (10 * 40) / 300;
    const value = Math.log((30 + a) / (80 - 10 + 10 - a)) - Math.log((10 + a) / (200 - a));
    expect(found.value).toBeCloseTo(value, 12);
    expect(found.z).toBeCloseTo(
      value / Math.sqrt(1 / (30 + a) + 1 / (80 - a) + 1 / (10 + a) + 1 / (200 - a)),
      12,
    );
  });

  test("should change its sign where the groups change places", () => {
    fc.assert(
      fc.property(counts, ({ having, all }) => {
        const found = logOdds(having, all);
        const mirrored = logOdds(
          { one: having.other, other: having.one },
          { one: all.other, other: all.one },
        );
        expect(mirrored.z).toBeCloseTo(-found.z, 10);
        expect(mirrored.p).toBeCloseTo(found.p, 10);
      }),
    );
  });

  test("should be shrunk towards none against the odds as counted", () => {
    fc.assert(
      fc.property(counts, ({ having, all }) => {
        const raw =
          Math.log(having.one / (all.one - having.one)) - Math.log(having.other / (all.other - having.other));
        if (!Number.isFinite(raw)) return;
        expect(Math.abs(logOdds(having, all).value)).toBeLessThanOrEqual(Math.abs(raw) + 1e-9);
      }),
    );
  });

  test("should tell nothing of what all have, or nobody", () => {
    expect(logOdds({ one: 0, other: 0 }, { one: 5, other: 9 })).toEqual({ value: 0, z: 0, p: 1 });
    expect(logOdds({ one: 5, other: 9 }, { one: 5, other: 9 })).toEqual({ value: 0, z: 0, p: 1 });
  });

  test("should refuse more than there are", () => {
    expect(() => logOdds({ one: 6, other: 0 }, { one: 5, other: 9 })).toThrow("no parts");
  });
});
