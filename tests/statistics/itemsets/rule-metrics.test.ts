import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RuleCounts, ruleMetrics } from "../../../src/statistics/itemsets/rule-metrics.ts";

/** Counts that can be: both sides lie in baskets, alone or together. */
const ruleCounts: fc.Arbitrary<RuleCounts> = fc
  .tuple(fc.nat(1000), fc.nat(1000), fc.integer({ min: 1, max: 1000 }), fc.nat(1_000_000))
  .map(([first, second, both, neither]) => ({
    baskets: first + second + both + neither,
    antecedent: first + both,
    consequent: second + both,
    both,
  }));

describe("ruleMetrics", () => {
  test("should give mlxtend's values", () => {
    // ../shared/golden/rules-shopping.json, first rule: mlxtend 0.25, {GenX} => {Footwear}.
    const metrics = ruleMetrics({ baskets: 3900, antecedent: 1503, consequent: 599, both: 264 });
    const expected = {
      support: 0.06769230769230769,
      confidence: 0.17564870259481039,
      lift: 1.1436226045405018,
      leverage: 0.008501183431952664,
      conviction: 1.0267591730303596,
      zhang: 0.20433211969507345,
      jaccard: 0.14363438520130578,
    };
    expect(Object.keys(metrics)).toEqual(Object.keys(expected));
    for (const [name, value] of Object.entries(metrics)) {
      expect(Math.abs(value - (new Map(Object.entries(expected)).get(name) ?? Number.NaN))).toBeLessThan(
        1e-15,
      );
    }
  });

  test("should be never wrong, and always together", () => {
    expect(ruleMetrics({ baskets: 10, antecedent: 4, consequent: 4, both: 4 })).toEqual({
      support: 0.4,
      confidence: 1,
      lift: 2.5,
      leverage: 0.24,
      conviction: Number.POSITIVE_INFINITY,
      zhang: 1,
      jaccard: 1,
    });
  });

  test("should say nothing where a side lies in every basket", () => {
    expect(ruleMetrics({ baskets: 10, antecedent: 10, consequent: 4, both: 4 })).toMatchObject({
      lift: 1,
      leverage: 0,
      conviction: 1,
      zhang: 0,
    });
    expect(ruleMetrics({ baskets: 10, antecedent: 10, consequent: 10, both: 10 })).toMatchObject({
      lift: 1,
      leverage: 0,
      conviction: Number.POSITIVE_INFINITY,
      zhang: 0,
    });
  });

  test("should stay within the bounds of each measure, and agree on which side of independence it is", () => {
    fc.assert(
      fc.property(ruleCounts, (counts) => {
        const { support, confidence, lift, leverage, conviction, zhang, jaccard } = ruleMetrics(counts);
        for (const share of [support, confidence, jaccard]) {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(Math.abs(leverage)).toBeLessThanOrEqual(0.25);
        expect(Math.abs(zhang)).toBeLessThanOrEqual(1);
        const side = Math.sign(counts.both * counts.baskets - counts.antecedent * counts.consequent);
        expect(Math.sign(leverage)).toBe(side);
        expect(Math.sign(zhang)).toBe(side);
        expect(Math.sign(lift - 1)).toBe(side);
        if (conviction !== Number.POSITIVE_INFINITY) expect(Math.sign(conviction - 1)).toBe(side);
      }),
    );
  });
});
