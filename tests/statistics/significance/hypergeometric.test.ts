import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Drawn,
  lowerTail,
  twoSidedTail,
  upperTail,
} from "../../../src/statistics/significance/hypergeometric.ts";

/** Any possible table, from a handful to the size of a large shop. */
const tables: fc.Arbitrary<Drawn> = fc
  .oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3_000_000 }))
  .chain((population) =>
    fc.record({
      population: fc.constant(population),
      successes: fc.integer({ min: 0, max: population }),
      draws: fc.integer({ min: 0, max: population }),
    }),
  )
  .chain(({ population, successes, draws }) =>
    fc
      .integer({ min: Math.max(0, successes + draws - population), max: Math.min(successes, draws) })
      .map((observed) => ({ population, successes, draws, observed })),
  );

const small = tables.filter(({ population }) => population <= 60);

describe("upperTail", () => {
  test("should be Fisher's p-value of the lady tasting tea", () => {
    // Fisher, The Design of Experiments (1935): three of four cups named right, 17 in 70.
    expect(upperTail({ population: 8, successes: 4, draws: 4, observed: 3 })).toBeCloseTo(17 / 70, 14);
  });

  test.each([
    // arules 1.7-10 on Groceries: {liquor, red/blush wine} => {bottled beer}.
    { population: 9835, successes: 792, draws: 21, observed: 19, expected: 2.403244020245993e-19 },
    // mpmath 1.3, 60 digits; scipy 1.17 (hypergeom.sf) agrees as far as its own digits go.
    { population: 3900, successes: 1053, draws: 2652, observed: 716, expected: 0.5175008505600668 },
    { population: 10_000, successes: 1200, draws: 1200, observed: 450, expected: 1.8992256295342985e-137 },
    { population: 100_000, successes: 1193, draws: 1000, observed: 50, expected: 4.997382854311964e-17 },
    { population: 100_000, successes: 800, draws: 1000, observed: 160, expected: 1.884072547547798e-156 },
    { population: 541_909, successes: 1200, draws: 900, observed: 8, expected: 0.0010402995671556564 },
    { population: 1e6, successes: 5e5, draws: 5e5, observed: 250_300, expected: 0.11545850003479746 },
    { population: 1e6, successes: 20_000, draws: 30_000, observed: 1200, expected: 7.440937104340901e-110 },
    { population: 2 ** 31, successes: 1e5, draws: 2e5, observed: 30, expected: 5.7032294744391214e-8 },
  ])("should be $expected for $observed of $draws", ({ expected, ...drawn }) => {
    expect(Math.abs(upperTail(drawn) / expected - 1)).toBeLessThan(1e-11);
  });

  test("should be one for the fewest that are possible", () => {
    expect(upperTail({ population: 10, successes: 7, draws: 8, observed: 5 })).toBe(1);
    expect(upperTail({ population: 10, successes: 0, draws: 8, observed: 0 })).toBe(1);
    expect(upperTail({ population: 0, successes: 0, draws: 0, observed: 0 })).toBe(1);
  });

  test("should be zero, not wrong, where a double cannot hold it", () => {
    expect(upperTail({ population: 1e6, successes: 5000, draws: 5000, observed: 5000 })).toBe(0);
  });

  test.each([
    { population: 10, successes: 11, draws: 1, observed: 1 },
    { population: 10, successes: 4, draws: 11, observed: 1 },
    { population: 10, successes: 4, draws: 5, observed: 5 },
    { population: 10, successes: 8, draws: 5, observed: 2 },
    { population: 10, successes: 4, draws: 5, observed: -1 },
    { population: 10, successes: 4.5, draws: 5, observed: 1 },
    { population: Number.NaN, successes: 4, draws: 5, observed: 1 },
  ])("should refuse $observed of $draws from $population with $successes", (drawn) => {
    for (const tail of [upperTail, lowerTail, twoSidedTail]) expect(() => tail(drawn)).toThrow(RangeError);
  });

  test("should name the numbers that it refuses", () => {
    expect(() => upperTail({ population: 10, successes: 4, draws: 5, observed: 6 })).toThrow(
      "no 6 successes among 5 drawn from 10 with 4 successes",
    );
  });

  test("should agree with whole numbers counted out", () => {
    fc.assert(
      fc.property(small, (drawn) => {
        expect(upperTail(drawn)).toBeCloseTo(countedOut(drawn), 12);
        expect(Math.abs(upperTail(drawn) / countedOut(drawn) - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  test("should be the same for draws and successes exchanged", () => {
    fc.assert(
      fc.property(tables, ({ population, successes, draws, observed }) => {
        const one = upperTail({ population, successes, draws, observed });
        const other = upperTail({ population, successes: draws, draws: successes, observed });
        expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-11 * one);
      }),
    );
  });
});

describe("lowerTail", () => {
  test.each([
    // mpmath 1.3, 60 digits.
    { population: 3900, successes: 1053, draws: 2652, observed: 700, expected: 0.11494176670483812 },
    { population: 5e6, successes: 40_000, draws: 60_000, observed: 400, expected: 8.346417807395308e-5 },
  ])("should be $expected for $observed of $draws", ({ expected, ...drawn }) => {
    expect(Math.abs(lowerTail(drawn) / expected - 1)).toBeLessThan(1e-11);
  });

  test("should be one together with the upper tail from the next count on", () => {
    fc.assert(
      fc.property(tables, (drawn) => {
        const { successes, draws, observed } = drawn;
        const above =
          observed === Math.min(successes, draws) ? 0 : upperTail({ ...drawn, observed: observed + 1 });
        expect(lowerTail(drawn) + above).toBeCloseTo(1, 11);
      }),
    );
  });

  test("should be the upper tail of the failures", () => {
    fc.assert(
      fc.property(tables, (drawn) => {
        const { population, successes, draws, observed } = drawn;
        const failures = { population, successes: population - successes, draws, observed: draws - observed };
        expect(lowerTail(drawn)).toBeCloseTo(upperTail(failures), 11);
      }),
    );
  });
});

describe("twoSidedTail", () => {
  test("should be the smaller tail doubled, at most one", () => {
    const drawn = { population: 8, successes: 4, draws: 4, observed: 4 };
    expect(twoSidedTail(drawn)).toBeCloseTo(2 / 70, 14);
    expect(twoSidedTail({ ...drawn, observed: 2 })).toBe(1);
  });

  test("should stay between zero and one, as its tails", () => {
    fc.assert(
      fc.property(tables, (drawn) => {
        for (const tail of [upperTail, lowerTail, twoSidedTail]) {
          expect(tail(drawn)).toBeGreaterThanOrEqual(0);
          expect(tail(drawn)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

/** The upper tail in whole numbers of any size. */
function countedOut({ population, successes, draws, observed }: Drawn): number {
  let ways = 0n;
  for (let count = observed; count <= Math.min(successes, draws); count += 1) {
    ways += choose(successes, count) * choose(population - successes, draws - count);
  }
  return Number((ways * 10n ** 40n) / choose(population, draws)) / 1e40;
}

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let each = 0; each < k; each += 1) ways = (ways * BigInt(n - each)) / BigInt(each + 1);
  return ways;
}
