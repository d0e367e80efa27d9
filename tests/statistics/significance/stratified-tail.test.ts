import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { upperTail } from "../../../src/statistics/significance/hypergeometric.ts";
import { type Stratum, stratifiedTest } from "../../../src/statistics/significance/stratified-tail.ts";

describe("stratifiedTest", () => {
  test("should give Fisher's exact p for one stratum", () => {
    const { p, expected } = stratifiedTest([{ population: 30, one: 10, other: 12, both: 8 }]);
    expect(p).toBeCloseTo(upperTail({ population: 30, successes: 12, draws: 10, observed: 8 }), 14);
    expect(expected).toBeCloseTo(4, 12);
  });

  test("should come near the exact p of the sum of hypergeometric counts, far into the tail", () => {
    const strata = [
      { population: 400, one: 4, other: 6, both: 1 },
      { population: 300, one: 5, other: 3, both: 2 },
      { population: 200, one: 6, other: 8, both: 3 },
      { population: 50, one: 10, other: 9, both: 6 },
    ];
    // numpy.convolve of scipy.stats.nchypergeom_fisher.pmf (scipy 1.17.1), at odds of 1 and of a half.
    expect(Math.abs(stratifiedTest(strata).p / 6.371746046771148e-10 - 1)).toBeLessThan(0.02);
    const halved = strata.map((stratum) => ({ ...stratum, odds: 0.5 }));
    expect(Math.abs(stratifiedTest(halved).p / 4.913267069853639e-13 - 1)).toBeLessThan(0.02);
    expect(Math.abs(exactTail(halved) / 4.913267069853639e-13 - 1)).toBeLessThan(1e-9);
  });

  test("should stay within a tenth of the exact p from a surplus of one on, whatever the tables", () => {
    const stratum = fc
      .tuple(
        fc.integer({ min: 4, max: 60 }),
        fc.nat(20),
        fc.nat(20),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([population, a, b, share]): Stratum => {
        const [one, other] = [Math.min(a, population), Math.min(b, population)];
        const least = Math.max(0, one + other - population);
        const most = Math.min(one, other);
        return { population, one, other, both: Math.round(least + share * (most - least)) };
      });
    fc.assert(
      fc.property(
        fc.array(stratum, { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        (tables, odds) => {
          const strata = tables.map((table) => ({ ...table, odds }));
          const { p, expected, observed } = stratifiedTest(strata);
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
          if (observed < expected + 1) return;
          const exact = exactTail(strata);
          if (exact > 1e-280) expect(Math.abs(p / exact - 1)).toBeLessThan(0.1);
        },
      ),
      { numRuns: 500, seed: 14 },
    );
  });

  test("should be sound where the normal approximation of Cochran, Mantel and Haenszel is not", () => {
    // 0.2 expected in ten strata, 4 found: the normal approximation says 1e-13.
    const strata = Array.from({ length: 10 }, (_, index) => ({
      population: 500,
      one: 2,
      other: 5,
      both: index < 4 ? 1 : 0,
    }));
    expect(Math.abs(stratifiedTest(strata).p / 4.0183896193323014e-5 - 1)).toBeLessThan(0.05);
  });

  test("should give the product of chances where all that can lie together does", () => {
    const strata = [
      { population: 20, one: 3, other: 4, both: 3 },
      { population: 30, one: 2, other: 5, both: 2 },
    ];
    expect(stratifiedTest(strata).p / exactTail(strata)).toBeCloseTo(1, 10);
  });

  test("should find the saddlepoint where the margins leave two counts, one of them all but certain", () => {
    const strata = [
      { population: 8, one: 7, other: 7, both: 7, odds: 1e-4 },
      { population: 9, one: 8, other: 8, both: 7, odds: 1e-5 },
      { population: 8, one: 7, other: 7, both: 7, odds: 1e-5 },
    ];
    expect(Math.abs(stratifiedTest(strata).p / exactTail(strata) - 1)).toBeLessThan(0.15);
  });

  test("should say nothing where no stratum does, or nothing exceeds what is expected", () => {
    expect(stratifiedTest([])).toEqual({ observed: 0, expected: 0, p: 1, z: Number.NEGATIVE_INFINITY });
    expect(stratifiedTest([{ population: 9, one: 9, other: 4, both: 4 }])).toMatchObject({
      observed: 4,
      expected: 4,
      p: 1,
    });
    expect(stratifiedTest([{ population: 9, one: 3, other: 4, both: 1 }]).p).toBe(1);
  });
});

/** The upper tail of the sum of noncentral hypergeometric counts, by convolution. */
function exactTail(strata: readonly Stratum[]): number {
  let sums = [1];
  let observed = 0;
  for (const { population, one, other, both, odds = 1 } of strata) {
    observed += both;
    const weights = Array.from({ length: Math.min(one, other) + 1 }, (_, x) =>
      x < one + other - population ? 0 : choose(one, x) * choose(population - one, other - x) * odds ** x,
    );
    const total = weights.reduce((all, weight) => all + weight, 0);
    const next = new Array<number>(sums.length + weights.length - 1).fill(0);
    sums.forEach((chance, before) => {
      weights.forEach((weight, x) => {
        next[before + x] = (next[before + x] ?? 0) + (chance * weight) / total;
      });
    });
    sums = next;
  }
  return sums.slice(observed).reduce((all, chance) => all + chance, 0);
}

function choose(of: number, some: number): number {
  let ways = 1;
  for (let each = 1; each <= some; each += 1) ways = (ways * (of - some + each)) / each;
  return ways;
}
