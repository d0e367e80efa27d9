import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  associationRules,
  candidateRules,
  type Rules,
  ruleCounts,
} from "../../../src/statistics/itemsets/association-rules.ts";
import { basketsOf } from "../../../src/statistics/itemsets/baskets.ts";
import { fractionOf, leastCount } from "../../../src/statistics/itemsets/itemset-thresholds.ts";
import { type Itemsets, itemsOf } from "../../../src/statistics/itemsets/itemsets.ts";
import { ruleMetrics } from "../../../src/statistics/itemsets/rule-metrics.ts";
import { benjaminiHochberg } from "../../../src/statistics/significance/benjamini-hochberg.ts";
import { upperTail } from "../../../src/statistics/significance/hypergeometric.ts";
import {
  groceries,
  groceriesGolden,
  mined,
  shoppingRules,
  shoppingTraits,
  smallBaskets,
} from "./basket-samples.ts";

const any = { numerator: 0, denominator: 1 };

describe("associationRules", () => {
  test("should give mlxtend's rules of the shopping traits, consequents of any length", (context) => {
    const { rules: expected } = shoppingRules(context);
    const { baskets, names } = shoppingTraits(context);
    const itemsets = mined(baskets, { minCount: leastCount(baskets.count, fractionOf(0.05)) });
    const rules = associationRules(itemsets, { minConfidence: any, maxConsequent: 10 });
    const found = byName(rules, itemsets, names);
    const lifting = [...found.values()].filter(({ counts }) => ruleMetrics(counts).lift >= 1);
    expect(lifting).toHaveLength(118);
    expect(expected).toHaveLength(118);
    for (const rule of expected) {
      const counts = found.get(nameOf(rule.antecedents, rule.consequents))?.counts;
      if (counts === undefined) throw new Error(`no rule ${nameOf(rule.antecedents, rule.consequents)}`);
      expect(counts.both).toBe(rule.count);
      const metrics = ruleMetrics(counts);
      for (const name of ["support", "confidence", "lift", "leverage", "jaccard"] as const) {
        expect(Math.abs(metrics[name] - rule[name])).toBeLessThan(1e-12);
      }
      expect(Math.abs(metrics.zhang - rule.zhangs_metric)).toBeLessThan(1e-12);
      expect(Math.abs(metrics.conviction - rule.conviction)).toBeLessThan(1e-12);
    }
  });

  test("should give the rules of arules on the groceries, with their p-values", (context) => {
    const golden = groceriesGolden(context);
    const { baskets, names } = groceries(context);
    for (const [support, confidence, expected] of [
      [0.001, 0.8, golden["classic_supp_0.001_conf_0.8"].all_rules],
      [0.01, 0.3, golden["supp_0.01_conf_0.3"].rules],
    ] as const) {
      const itemsets = mined(baskets, { minCount: leastCount(baskets.count, fractionOf(support)) });
      const rules = associationRules(itemsets, { minConfidence: fractionOf(confidence) });
      const found = byName(rules, itemsets, names);
      expect(rules.count).toBe(expected.length);
      for (const rule of expected) {
        const one = found.get(nameOf(rule.antecedents, rule.consequents));
        if (one === undefined) throw new Error(`no rule ${nameOf(rule.antecedents, rule.consequents)}`);
        expect(one.counts.both).toBe(rule.count);
        const metrics = ruleMetrics(one.counts);
        for (const name of ["support", "confidence", "lift", "leverage", "jaccard"] as const) {
          expect(Math.abs(metrics[name] - rule[name])).toBeLessThan(1e-12);
        }
        // Infinity over Infinity is not a number.
        if (metrics.conviction !== rule.conviction) {
          expect(Math.abs(metrics.conviction / rule.conviction - 1)).toBeLessThan(1e-12);
        }
        expect(Math.abs(one.p / rule.fishersExactTest_p - 1)).toBeLessThan(1e-10);
      }
    }
  });

  test("should count the rules of the groceries that lie exactly on the confidence", (context) => {
    const { baskets } = groceries(context);
    const itemsets = mined(baskets, { minCount: 10 });
    const rules = associationRules(itemsets, { minConfidence: fractionOf(0.8) });
    // arules 1.7-10, from ../shared/golden/rules-groceries.json: 410 rules, 39 of them on 0.8.
    expect(rules.count).toBe(410);
    const exactly = Array.from(rules.p, (_, row) => ruleCounts(rules, itemsets, row)).filter(
      ({ both, antecedent }) => both * 10 === antecedent * 8,
    );
    expect(exactly).toHaveLength(39);
    expect(rules.tests).toBe(2 * 2981 + 3 * 6831 + 4 * 3137 + 5 * 376 + 6 * 10);
  });

  test("should come by their itemset, the smaller consequents first", () => {
    const itemsets = mined(basketsOf([[0, 1, 2], [0, 1, 2], [1]]), { minCount: 2 });
    const rules = associationRules(itemsets, { minConfidence: any, maxConsequent: 2 });
    expect([...byName(rules, itemsets, ["a", "b", "c"]).keys()]).toEqual([
      "b => a",
      "a => b",
      "c => a",
      "a => c",
      "c => b",
      "b => c",
      "b, c => a",
      "a, c => b",
      "a, b => c",
      "c => a, b",
      "b => a, c",
      "a => b, c",
    ]);
    expect(rules.tests).toBe(12);
  });

  test("should test all candidates and give those that reach the confidence", () => {
    fc.assert(
      fc.property(smallBaskets, fc.integer({ min: 1, max: 3 }), fc.nat(10), (...drawn) => {
        const [lists, maxConsequent, tenths] = drawn;
        const itemsets = mined(basketsOf(lists), { minCount: 2 });
        const all = associationRules(itemsets, { minConfidence: any, maxConsequent });
        const counts = Array.from(all.p, (_, row) => ruleCounts(all, itemsets, row));
        expect(all.count).toBe(all.tests);
        expect(candidateRules(itemsets, maxConsequent)).toBe(all.tests);
        expect([...all.p]).toEqual(
          counts.map(({ baskets, antecedent, consequent, both }) =>
            upperTail({ population: baskets, successes: consequent, draws: antecedent, observed: both }),
          ),
        );
        expect(all.q).toEqual(benjaminiHochberg(all.p));

        const minConfidence = { numerator: tenths, denominator: 10 };
        const some = associationRules(itemsets, { minConfidence, maxConsequent });
        const reaching = Array.from(all.p.keys()).filter((row) => {
          const { both, antecedent } = counts[row] ?? { both: 0, antecedent: 1 };
          return both * 10 >= antecedent * tenths;
        });
        expect([...some.unions]).toEqual(reaching.map((row) => all.unions[row]));
        expect([...some.antecedents]).toEqual(reaching.map((row) => all.antecedents[row]));
        expect([...some.q]).toEqual(reaching.map((row) => all.q[row]));
        expect(some.tests).toBe(all.tests);
      }),
    );
  });

  test("should part each itemset into two sides", () => {
    fc.assert(
      fc.property(smallBaskets, (lists) => {
        const itemsets = mined(basketsOf(lists), { minCount: 2 });
        const rules = associationRules(itemsets, { minConfidence: any, maxConsequent: 3 });
        for (let row = 0; row < rules.count; row += 1) {
          const sides = [rules.antecedents[row], rules.consequents[row]].flatMap((side) => [
            ...itemsOf(itemsets, side ?? 0),
          ]);
          expect(sides.sort((a, b) => a - b)).toEqual([...itemsOf(itemsets, rules.unions[row] ?? 0)]);
        }
      }),
    );
  });

  test("should give none where there is no pair", () => {
    const rules = associationRules(mined(basketsOf([[0], [1]]), { minCount: 1 }), { minConfidence: any });
    expect(rules).toMatchObject({ count: 0, tests: 0 });
  });

  test("should refuse itemsets without their parts", () => {
    const itemsets = mined(basketsOf([[0, 1]]), { minCount: 1 });
    const pair = {
      ...itemsets,
      count: 1,
      starts: Uint32Array.of(0, 2),
      items: Uint32Array.of(0, 1),
      counts: Uint32Array.of(1),
    };
    expect(() => associationRules(pair, { minConfidence: any })).toThrow(
      "itemset 0 is without one of its parts",
    );
  });

  test("should refuse a consequent of no items and a confidence above 1", () => {
    const itemsets = mined(basketsOf([[0, 1]]), { minCount: 1 });
    expect(() => associationRules(itemsets, { minConfidence: any, maxConsequent: 0 })).toThrow(RangeError);
    const above = { numerator: 3, denominator: 2 };
    expect(() => associationRules(itemsets, { minConfidence: above })).toThrow("3/2 is above 1");
  });
});

interface NamedRule {
  counts: ReturnType<typeof ruleCounts>;
  p: number;
}

function byName(rules: Rules, itemsets: Itemsets, names: readonly string[]): Map<string, NamedRule> {
  const side = (index: number | undefined) =>
    Array.from(itemsOf(itemsets, index ?? 0), (item) => names[item] ?? "");
  return new Map(
    Array.from(rules.p, (p, row) => [
      nameOf(side(rules.antecedents[row]), side(rules.consequents[row])),
      { counts: ruleCounts(rules, itemsets, row), p },
    ]),
  );
}

function nameOf(antecedents: readonly string[], consequents: readonly string[]): string {
  return `${[...antecedents].sort().join(", ")} => ${[...consequents].sort().join(", ")}`;
}
