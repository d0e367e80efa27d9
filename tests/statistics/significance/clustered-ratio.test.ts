import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Random, seededRandom } from "../../../src/statistics/random/random.ts";
import {
  clusteredMean,
  clusteredRatio,
  clusteredShare,
  clustersBehind,
} from "../../../src/statistics/significance/clustered-ratio.ts";
import { wilson } from "../../../src/statistics/significance/intervals.ts";

const ratioOf = (parts: readonly number[], wholes: readonly number[]) =>
  clusteredRatio(Float64Array.from(parts), Float64Array.from(wholes));

// Eight customers: purchases in a category, and in all. Worked out with numpy 2.4 and scipy 1.17 by the formulas.
const some = ratioOf([3, 0, 1, 2, 5, 0, 0, 4], [4, 2, 1, 5, 9, 3, 1, 4]);

describe("clusteredMean", () => {
  test("should give the linearized interval of a ratio with Student's t", () => {
    expect(clusteredMean(some)?.low).toBeCloseTo(0.25520058137186313, 12);
    expect(clusteredMean(some)?.high).toBeCloseTo(0.7792821772488265, 12);
  });

  test("should give the interval of a plain mean where each cluster has one value", () => {
    // scipy 1.17: t.interval(0.95, 6, loc=mean, scale=sem(values))
    const values = [12.5, 30, 7.25, 18, 22, 41, 9.5];
    const found = clusteredMean(
      ratioOf(
        values,
        values.map(() => 1),
      ),
    );
    expect(found?.low).toBeCloseTo(8.847669761527118, 10);
    expect(found?.high).toBeCloseTo(31.22375880990145, 10);
  });

  test("should know nothing of one cluster, nor of clusters that are all alike", () => {
    expect(clusteredMean(ratioOf([4], [2]))).toBeNull();
    expect(clusteredMean(ratioOf([5, 5, 5], [1, 1, 1]))).toBeNull();
  });
});

describe("clusteredShare", () => {
  test("should give Wilson's interval of as many cases as spread as much", () => {
    expect(clusteredShare(some, 29)?.low).toBeCloseTo(0.3265714859562857, 12);
    expect(clusteredShare(some, 29)?.high).toBeCloseTo(0.7030196193349892, 12);
  });

  test("should give Wilson's own interval where each cluster is one case", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (held) => {
        const found = clusteredShare(
          ratioOf(
            held.map(Number),
            held.map(() => 1),
          ),
          held.length,
        );
        const own = wilson(held.filter(Boolean).length, held.length);
        expect(found?.low).toBeCloseTo(own?.low ?? Number.NaN, 9);
        expect(found?.high).toBeCloseTo(own?.high ?? Number.NaN, 9);
      }),
    );
  });

  test("should not be surer than all cases by themselves where clusters are alike", () => {
    expect(clusteredShare(ratioOf([1, 1, 1, 1], [2, 2, 2, 2]), 8)).toEqual(wilson(4, 8));
  });

  test("should count clusters and not cases where all are of the part", () => {
    expect(clusteredShare(ratioOf([9, 9, 9], [9, 9, 9]), 27)).toEqual(wilson(3, 3));
  });

  test("should know nothing of nothing", () => {
    expect(clusteredShare(ratioOf([], []), 0)).toBeNull();
  });
});

describe("clustersBehind", () => {
  test("should count how many clusters alike would lie off the ratio as much", () => {
    expect(clustersBehind(some)).toBeCloseTo(3.7363048514262513, 10);
    expect(clustersBehind(ratioOf([0, 10, 0, 10], [5, 5, 5, 5]))).toBeCloseTo(4, 12);
    expect(clustersBehind(ratioOf([2, 2, 2], [2, 2, 2]))).toBe(3);
  });

  test("should be next to one where one cluster is far off all others", () => {
    expect(clustersBehind(ratioOf([10, 10, 10, 10, 31_716], [1, 1, 1, 1, 1]))).toBeLessThan(1.6);
  });
});

test("intervals should hold the truth in about 95 of 100 samples of customers of habit", () => {
  const random = seededRandom(11);
  const share = 0.3;
  const shops = 400;
  let [held, plain, means] = [0, 0, 0];
  for (let shop = 0; shop < shops; shop += 1) {
    const customers = Array.from({ length: 200 }, () => customerOfHabit(random, share));
    const ratio = ratioOf(
      customers.map(({ inPart }) => inPart),
      customers.map(({ all }) => all),
    );
    const amounts = ratioOf(
      customers.map(({ amount }) => amount),
      customers.map(({ all }) => all),
    );
    if (holds(clusteredShare(ratio, ratio.whole), share)) held += 1;
    if (holds(wilson(ratio.part, ratio.whole), share)) plain += 1;
    if (holds(clusteredMean(amounts), meanAmount)) means += 1;
  }
  // Of 400 at 95 %, fewer than 369 come about in 2 of 100 cases; linearized intervals are known to be a little short.
  expect(held).toBeGreaterThan(365);
  expect(means).toBeGreaterThan(365);
  // Had purchases been counted as if each were somebody's own, the interval would be far too short.
  expect(plain).toBeLessThan(320);
});

/** Customers spend 20 or 60 a purchase, as each is. */
const meanAmount = 40;

function customerOfHabit(random: Random, share: number) {
  const all = 1 + Math.floor(random() * 9);
  // Nearly always the same: whoever likes the part buys little else.
  const likes = random() < share;
  let inPart = 0;
  for (let purchase = 0; purchase < all; purchase += 1)
    if (random() < 0.9 ? likes : random() < share) inPart += 1;
  return { all, inPart, amount: all * (random() < 0.5 ? 20 : 60) };
}

function holds(interval: { low: number; high: number } | null, truth: number): boolean {
  return interval !== null && interval.low <= truth && truth <= interval.high;
}
