import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mineRules } from "../../../../src/sections/affinity/question/mine-rules.ts";
import { codesOf, itemBaskets, mine, repeat, thresholds } from "./samples.ts";

const pair = [...repeat(30, [0, 1]), ...repeat(60, [2]), ...repeat(30, [3])];

describe("mineRules", () => {
  test("should list a pair both ways, with the counts", () => {
    const { rules, ...mined } = mine(itemBaskets(pair));
    expect(rules.map(codesOf)).toEqual(["0 → 1", "1 → 0"]);
    expect(rules[0]).toMatchObject({
      baskets: 120,
      antecedent: 30,
      consequent: 30,
      both: 30,
      customers: 30,
      confidence: 1,
      lift: 4,
    });
    expect(mined).toMatchObject({ minCount: 5, tests: 2, pairs: 1, pairsReal: 1, chance: [] });
  });

  test("should give the p-value of Fisher's exact test, corrected for all rules tested", () => {
    const lists = [...repeat(8, [0, 1]), ...repeat(2, [0]), ...repeat(4, [1]), ...repeat(16, [])];
    const { rules, tests } = mine(itemBaskets(lists), { minCustomers: 2 });
    expect(tests).toBe(2);
    const hypergeometric = [8, 9, 10].reduce(
      (all, both) => all + (choose(12, both) * choose(18, 10 - both)) / choose(30, 10),
      0,
    );
    for (const { p, q } of rules) {
      expect(p).toBeCloseTo(hypergeometric, 12);
      expect(q).toBeCloseTo(hypergeometric, 12);
    }
  });

  test("should correct for the tests that found nothing, too", () => {
    const alone = mine(
      itemBaskets([...repeat(8, [0, 1]), ...repeat(2, [0]), ...repeat(4, [1]), ...repeat(16, [])]),
      { minCustomers: 2 },
    );
    expect(alone.rules).toHaveLength(2);
    // The same pair among 20 pairs that lie together as chance has it.
    const others = Array.from({ length: 5 }, (_, index) => index + 2);
    const lists = [
      ...repeat(8, [0, 1, ...others]),
      ...repeat(2, [0, ...others]),
      ...repeat(4, [1, ...others]),
      ...repeat(16, others),
    ];
    const among = mine(itemBaskets(lists), { maxLength: 2 });
    expect(among).toMatchObject({ pairs: 21, tests: 42, pairsReal: 0, rules: [] });
  });

  test("should list no rule of items that may not meet, nor test it", () => {
    const found = mine(itemBaskets(pair), {}, () => false);
    expect(found).toMatchObject({ tests: 0, pairs: 0, pairsReal: 0, rules: [], chance: [] });
    const without = mine(
      itemBaskets([...repeat(30, [0, 1, 4]), ...repeat(60, [2]), ...repeat(30, [3])]),
      {},
      (a, b) => ![a.name, b.name].includes("4"),
    );
    expect(without.rules.map(codesOf)).toEqual(["0 → 1", "1 → 0"]);
  });

  test("should count customers once, and guests' orders not among them", () => {
    // Baskets of 10 customers three times each; the last 6 baskets of the pair are guests'.
    const owners = pair.map((_, index) =>
      index < 24 ? (index % 8) + 1 : index < 30 ? 1_000 + index : 9 + (index % 90),
    );
    const { rules } = mine(itemBaskets(pair, { owners, lastCustomer: 500 }));
    expect(rules.map(({ customers, both }) => [customers, both])).toEqual([
      [8, 30],
      [8, 30],
    ]);
  });

  test("should list no rule of fewer customers than the minimum", () => {
    const owners = pair.map((_, index) => (index < 30 ? (index % 5) + 1 : index));
    const source = itemBaskets([...pair, ...repeat(400, [2])], {
      owners: [...owners, ...repeat(400, []).map((_, i) => 200 + i)],
    });
    expect(mine(source, { minCustomers: 5 }).rules).toHaveLength(2);
    expect(mine(source, { minCustomers: 6 }).rules).toEqual([]);
  });

  test("should give the five pairs of highest lift as examples where none is real", () => {
    const lists = Array.from({ length: 64 }, (_, bits) =>
      [0, 1, 2, 3, 4, 5].filter((bit) => (bits >> bit) & 1),
    );
    const { rules, chance, pairsReal, q } = { q: 1, ...mine(itemBaskets(lists), { maxLength: 2 }) };
    expect({ rules, pairsReal, q }).toEqual({ rules: [], pairsReal: 0, q: 1 });
    expect(chance).toHaveLength(5);
    const sets = chance.map((rule) => codesOf(rule).match(/\d/g)?.sort().join());
    expect(new Set(sets).size).toBe(5);
  });

  test("should leave out a rule that says less than one of its parts, of three conditions too", () => {
    // 0 alone gives 3 in 75 %, with 1 or 2 in 50 %, with both in 70 %: more than with one, less than alone.
    const lists = [
      ...withThird(400, 396, [0]),
      ...withThird(100, 30, [0, 1]),
      ...withThird(100, 30, [0, 2]),
      ...withThird(100, 70, [0, 1, 2]),
      ...withThird(100, 10, [1, 2]),
      ...withThird(100, 10, [1]),
      ...withThird(100, 10, [2]),
      ...withThird(400, 40, []),
    ];
    const found = mine(itemBaskets(lists), { maxLength: 4 }).rules.map(codesOf);
    expect(found).toContain("0 → 3");
    expect(found).not.toContain("0 1 2 → 3");
  });

  test("should stop at too many itemsets with the support that fits", () => {
    const lists = [...repeat(40, [0, 1, 2, 3]), ...repeat(20, [0, 1]), ...repeat(40, [4])];
    const stopped = mineRules(itemBaskets(lists), { ...thresholds, maxItemsets: 10 }, () => true);
    expect(stopped).toEqual({ kind: "orders", tooMany: { maxItemsets: 10, fittingSupport: 0.41 } });
    expect(mine(itemBaskets(lists), { maxItemsets: 10, minSupport: 0.41 }).itemsetsBySize).toEqual([2, 1]);
    const none = mineRules(itemBaskets(repeat(9, [0, 1, 2])), { ...thresholds, maxItemsets: 6 }, () => true);
    expect(none).toEqual({ kind: "orders", tooMany: { maxItemsets: 6, fittingSupport: null } });
  });

  test("should have no rule without baskets, with empty ones, and with one item", () => {
    for (const lists of [[], repeat(9, []), repeat(9, [0])]) {
      expect(mine(itemBaskets(lists))).toMatchObject({ tests: 0, pairs: 0, rules: [], chance: [] });
    }
  });

  test("should not depend on the order of baskets, and keep what it promises", () => {
    const some = fc.array(fc.subarray([0, 1, 2, 3, 4], { minLength: 0 }), { minLength: 20, maxLength: 80 });
    fc.assert(
      fc.property(some, fc.nat(4), (lists, plant) => {
        const planted = [...lists, ...repeat(plant * 5, [0, 1]), [0, 1, 2, 3, 4]];
        const source = itemBaskets(planted);
        const found = mine(source);
        const back = mine(itemBaskets([...planted].reverse()));
        expect(back).toEqual(found);
        expect(Number.isInteger(found.pairsReal)).toBe(true);
        expect(found.pairsReal).toBeLessThanOrEqual(found.pairs);
        for (const rule of found.rules) {
          const holding = (items: readonly { name: string }[]) =>
            planted.filter((list) => items.every(({ name }) => list.includes(Number(name)))).length;
          expect(rule.antecedent).toBe(holding(rule.antecedentItems));
          expect(rule.consequent).toBe(holding(rule.consequentItems));
          expect(rule.both).toBe(holding([...rule.antecedentItems, ...rule.consequentItems]));
          expect(rule.customers).toBe(rule.both);
          expect(rule.q).toBeLessThanOrEqual(0.05);
          expect(rule.lift).toBeGreaterThan(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** So many baskets, the first of them with item 3. */
function withThird(count: number, third: number, list: readonly number[]): (readonly number[])[] {
  return [...repeat(third, [...list, 3]), ...repeat(count - third, list)];
}

function choose(of: number, some: number): number {
  let ways = 1;
  for (let each = 1; each <= some; each += 1) ways = (ways * (of - some + each)) / each;
  return ways;
}
