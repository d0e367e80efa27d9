import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auc, aucDifference } from "../../../src/statistics/significance/auc.ts";

const cases = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.boolean()), {
    minLength: 4,
    maxLength: 40,
  })
  .filter((all) => {
    const positives = all.filter(([, , positive]) => positive).length;
    return positives >= 2 && all.length - positives >= 2;
  });

/** DeLong, DeLong and Clarke-Pearson (1988), equations 2 and 3, pair by pair. */
function byPairs(scores: readonly number[], positive: readonly boolean[]) {
  const of = (wanted: boolean) => scores.filter((_, index) => positive[index] === wanted);
  const [ones, others] = [of(true), of(false)];
  const kernel = (one: number, other: number) => (one > other ? 1 : one === other ? 0.5 : 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const ofOnes = ones.map((one) => mean(others.map((other) => kernel(one, other))));
  const ofOthers = others.map((other) => mean(ones.map((one) => kernel(one, other))));
  const spread = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
  return { value: mean(ofOnes), variance: spread(ofOnes) / ones.length + spread(ofOthers) / others.length };
}

describe("auc", () => {
  test("should be that of scikit-learn's example", () => {
    expect(auc(Float64Array.of(0.1, 0.4, 0.35, 0.8), [false, false, true, true])?.value).toBe(0.75);
  });

  test("should be what counting all pairs gives, with the variance of DeLong", () => {
    fc.assert(
      fc.property(cases, (all) => {
        const scores = all.map(([score]) => score);
        const positive = all.map(([, , each]) => each);
        const found = auc(Float64Array.from(scores), positive);
        const { value, variance } = byPairs(scores, positive);
        expect(found?.value).toBeCloseTo(value, 12);
        if (value <= 0 || value >= 1) return;
        const logit = (p: number) => Math.log(p / (1 - p));
        const reach = (1.959963984540054 * Math.sqrt(variance)) / (value * (1 - value));
        expect(logit(found?.interval.high ?? 0) - logit(value)).toBeCloseTo(reach, 8);
        expect(logit(value) - logit(found?.interval.low ?? 0)).toBeCloseTo(reach, 8);
      }),
    );
  });

  test("should be one less itself where the kinds change places", () => {
    fc.assert(
      fc.property(cases, (all) => {
        const scores = Float64Array.from(all.map(([score]) => score));
        const one = auc(
          scores,
          all.map(([, , positive]) => positive),
        );
        const other = auc(
          scores,
          all.map(([, , positive]) => !positive),
        );
        expect((one?.value ?? 0) + (other?.value ?? 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("should say nothing of one kind alone", () => {
    expect(auc(Float64Array.of(1, 2), [true, true])).toBeNull();
  });

  test("should not call a score certain that never failed on few", () => {
    const found = auc(Float64Array.of(1, 2, 3, 4, 5, 6), [false, false, false, true, true, true]);
    expect(found).toEqual({ value: 1, interval: { low: 0, high: 1 } });
  });
});

describe("aucDifference", () => {
  test("should find no difference between a score and itself, or any that ranks alike", () => {
    fc.assert(
      fc.property(cases, (all) => {
        const positive = all.map(([, , each]) => each);
        const scores = Float64Array.from(all.map(([score]) => score));
        const found = aucDifference(
          scores,
          scores.map((score) => score ** 3),
          positive,
        );
        expect(found?.value).toBeCloseTo(0, 12);
        expect(found?.p).toBeGreaterThan(0.999);
      }),
    );
  });

  test("should have the variance of the two areas, less twice what they share", () => {
    fc.assert(
      fc.property(cases, (all) => {
        const positive = all.map(([, , each]) => each);
        const [one, other] = [all.map(([score]) => score), all.map(([, score]) => score)];
        const found = aucDifference(Float64Array.from(one), Float64Array.from(other), positive);
        const mirrored = aucDifference(Float64Array.from(other), Float64Array.from(one), positive);
        const width = ((found?.interval.high ?? 0) - (found?.interval.low ?? 0)) / 2 / 1.959963984540054;
        const apart = byPairs(one, positive).variance + byPairs(other, positive).variance;
        // Cov = (Var A + Var B − Var(A − B)) / 2 is at most the geometric mean of both.
        expect(width ** 2).toBeLessThanOrEqual(2 * apart + 1e-9);
        expect(found?.value).toBeCloseTo(-(mirrored?.value ?? 0), 12);
        expect(found?.p).toBeCloseTo(mirrored?.p ?? 0, 9);
      }),
    );
  });
});
