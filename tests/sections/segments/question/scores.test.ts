import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isAlike,
  type Measure,
  measures,
  scoreCustomers,
} from "../../../../src/sections/segments/question/scores.ts";
import { type FeatureRow, featuresOf } from "./feature-rows.ts";

const cents = fc.integer({ min: 1, max: 60 }).map((value) => value / 4);
const rows: fc.Arbitrary<FeatureRow[]> = fc.array(fc.tuple(cents, cents, cents), {
  minLength: 1,
  maxLength: 60,
});

/** The scores of customers 1, 2, … whose recency, frequency and monetary value are all the same number. */
function scoresOf(values: readonly number[], measure: Measure, basis: "orders" | "stated" = "orders") {
  const { scores } = scoreCustomers(
    featuresOf(
      values.map((value) => [value, value, value]),
      basis,
    ),
  );
  return [...scores[measure]];
}

describe("scoreCustomers", () => {
  test("should take the quintiles of type 7 as edges", () => {
    // (10 - 1) × 0.2 = 1.8: 0.8 of the way from the second value to the third, as R's quantile() has it.
    const ten = Array.from({ length: 10 }, (_, index): FeatureRow => [index + 1, index + 1, index + 1]);
    const { edges } = scoreCustomers(featuresOf(ten, "orders"));
    for (const measure of measures) {
      edges[measure].forEach((edge, index) => {
        expect(edge).toBeCloseTo([2.8, 4.6, 6.4, 8.2][index] ?? Number.NaN, 12);
      });
    }
  });

  test("should give frequency and monetary value 1 to 5 from the lowest up, recency the other way round", () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(scoresOf(ten, "frequency")).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(scoresOf(ten, "monetary")).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(scoresOf(ten, "recency")).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
  });

  test("should give a value on an edge the score below it", () => {
    // Six values: the quintiles are the second to fifth of them.
    expect(scoresOf([1, 2, 3, 4, 5, 6], "monetary")).toEqual([1, 1, 2, 3, 4, 5]);
    expect(scoresOf([1, 2, 3, 4, 5, 6], "recency")).toEqual([5, 5, 4, 3, 2, 1]);
  });

  test("should leave scores empty rather than part equals, which stand in the middle", () => {
    expect(scoresOf([1, 1, 1, 1, 1, 1, 1, 2, 3, 9], "frequency")).toEqual([2, 2, 2, 2, 2, 2, 2, 4, 5, 5]);
    expect(scoresOf([7, 7, 7], "frequency")).toEqual([3, 3, 3]);
    expect(scoresOf([7, 7, 7], "recency")).toEqual([3, 3, 3]);
  });

  test("should band a stated rhythm at 8, 15, 31 and 91 days, whoever else is there", () => {
    const days = [7, 8, 9, 14, 15, 16, 30, 31, 32, 90, 91, 92, 365];
    expect(scoresOf(days, "recency", "stated")).toEqual([5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 1, 1]);
    for (const [day, score] of [
      [7, 5],
      [14, 4],
      [30, 3],
      [90, 2],
      [365, 1],
    ] as const) {
      expect(scoresOf([day], "recency", "stated")).toEqual([score]);
    }
    expect(scoreCustomers(featuresOf([[7, 1, 1]])).edges.recency).toEqual([8, 15, 31, 91]);
  });

  test("should score 1 + the number of edges below the value, recency turned round", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("orders" as const, "stated" as const), (some, basis) => {
        const features = featuresOf(some, basis);
        const { edges, scores } = scoreCustomers(features);
        for (const measure of measures) {
          features[measure].forEach((value, index) => {
            const below = edges[measure].filter((edge) => edge < value).length;
            const at = edges[measure].filter((edge) => edge === value).length;
            // At one edge the score below it; where two to four coincide, the middle of the scores they span.
            const score = 1 + below + ([0, 0, 1, 1, 2][at] ?? 0);
            expect(scores[measure][index]).toBe(measure === "recency" ? 6 - score : score);
          });
        }
      }),
    );
  });

  test("should give those at coinciding edges the middle of the scores that they span", () => {
    const orders = [...Array<number>(78).fill(6), 1, 2, 3, 7, 8, 9, 10, 11, 12, 13, 14, 15];
    const scores = scoresOf(orders, "frequency");
    expect(scores.slice(0, 78)).toEqual(Array<number>(78).fill(3));
    expect(scores.slice(78)).toEqual([1, 1, 1, 5, 5, 5, 5, 5, 5, 5, 5, 5]);
  });

  test("should know a frequency that most share", () => {
    const alike = featuresOf(
      [...Array.from({ length: 9 }, (): FeatureRow => [1, 6, 1]), [1, 9, 1]],
      "orders",
    );
    expect(isAlike(scoreCustomers(alike), "frequency")).toBe(true);
    const two = featuresOf(
      [1, 1, 1, 2, 2, 3].map((times): FeatureRow => [1, times, 1]),
      "orders",
    );
    expect(isAlike(scoreCustomers(two), "frequency")).toBe(false);
  });

  test("should give equals equal scores, and more never a worse one", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const features = featuresOf(some, "orders");
        const { scores } = scoreCustomers(features);
        for (const measure of measures) {
          const better = measure === "recency" ? -1 : 1;
          some.forEach((_, one) => {
            some.forEach((_, other) => {
              const difference = (features[measure][one] ?? 0) - (features[measure][other] ?? 0);
              const gained = (scores[measure][one] ?? 0) - (scores[measure][other] ?? 0);
              expect(difference === 0 ? gained === 0 : difference * gained * better >= 0).toBe(true);
            });
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  test("should not depend on the order of customers", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const forth = scoreCustomers(featuresOf(some, "orders"));
        const back = scoreCustomers(featuresOf([...some].reverse(), "orders"));
        expect(back.edges).toEqual(forth.edges);
        for (const measure of measures)
          expect([...back.scores[measure]].reverse()).toEqual([...forth.scores[measure]]);
      }),
    );
  });
});
