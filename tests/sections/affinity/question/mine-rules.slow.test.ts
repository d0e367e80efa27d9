import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mineRules } from "../../../../src/sections/affinity/question/mine-rules.ts";
import { type Random, seededRandom } from "../../../../src/statistics/random/random.ts";
import { codesOf, itemBaskets, mine, repeat, thresholds, traitBaskets } from "./samples.ts";

/** Every two of some items, so many times: what chance makes of them. */
const everyTwo = (times: number, items: readonly number[]) =>
  items.flatMap((one, place) => items.slice(place + 1).flatMap((other) => repeat(times, [one, other])));

/** 30 baskets of a pair beside 60 of any two of five other items, and 30 of one item. */
const pair = [...repeat(30, [0, 1]), ...everyTwo(6, [2, 3, 4, 5, 6]), ...repeat(30, [3])];

describe("mineRules", () => {
  test("should list a pair once, with the counts and both confidences", () => {
    const { rules, ...mined } = mine(itemBaskets([...pair, ...repeat(10, [1])]));
    expect(rules.map(codesOf)).toEqual(["0 → 1"]);
    expect(rules[0]).toMatchObject({
      baskets: 130,
      antecedent: 30,
      consequent: 40,
      both: 30,
      customers: 30,
      confidence: 1,
      confidenceBack: 0.75,
      lift: 3.25,
    });
    // Every pair and three rules of each triple of the seven items, though only 11 pairs lie together.
    expect(mined).toMatchObject({
      minCount: 5,
      tests: 21 + 3 * 35,
      pairs: 21,
      pairsFrequent: 11,
      pairsReal: 1,
      chance: [],
    });
  });

  test("should compare among baskets of the same size, in which one item takes the place of another", () => {
    const [rule] = mine(itemBaskets(pair)).rules;
    // Of 90 baskets of two items a third holds 0 and a third 1. Were the pair drawn by chance, about a ninth less what a
    // place costs: fewer than 10, but no fewer than 4.
    expect(rule?.adjustedLift).toBeGreaterThan(30 / 10);
    expect(rule?.adjustedLift).toBeLessThan(30 / 4);
    // Baskets of one item hold no pair, and change nothing.
    const singles = [...repeat(500, [0]), ...repeat(500, [1])];
    const [same] = mine(itemBaskets([...pair, ...singles]), { minConfidence: 0.01 }).rules;
    expect(same?.adjustedLift).toBeCloseTo(rule?.adjustedLift ?? 0, 12);
    expect(same?.lift).toBeLessThan(1);
  });

  test("should not take what large baskets hold for what goes together", () => {
    // Half the baskets hold 2 of 40 items, half hold 20: over all, any two lie together twice as often as by chance.
    const random = seededRandom(5);
    const lists = Array.from({ length: 800 }, (_, index) => some(random, index % 2 === 0 ? 2 : 20, 40));
    const mined = mine(itemBaskets(lists), { maxLength: 2 });
    expect(mined.rules).toEqual([]);
    expect(mined.chance[0]?.lift).toBeGreaterThan(1.8);
    for (const { adjustedLift } of mined.chance) expect(adjustedLift).toBeLessThan(1.3);
  });

  test("should give the p-value of Fisher's exact test for traits, corrected for all rules and kinds", () => {
    const lists = [...repeat(8, [0, 1]), ...repeat(2, [0, 3]), ...repeat(4, [1, 2]), ...repeat(16, [2, 3])];
    const source = traitBaskets(lists, ["gender", "season", "gender", "season"]);
    const { rules, tests } = mine(source, { minCustomers: 2, searches: 2 });
    expect(tests).toBe(4);
    expect(rules.map(codesOf)).toEqual(["0 → 1", "3 → 2"]);
    const hypergeometric = [8, 9, 10].reduce(
      (all, both) => all + (choose(12, both) * choose(18, 10 - both)) / choose(30, 10),
      0,
    );
    // Two of the four pairs have this p, and each of two kinds of baskets gets half of the error.
    for (const { p, q } of rules) {
      expect(p).toBeCloseTo(hypergeometric, 12);
      expect(q).toBeCloseTo((2 * 4 * hypergeometric) / 2, 12);
    }
  });

  test("should correct for pairs that never lay together, too", () => {
    const alone = mine(itemBaskets(pair), { maxLength: 2 });
    // The same pair among 40 more items, each alone in its baskets.
    const singles = Array.from({ length: 40 }, (_, index) => repeat(6, [index + 7])).flat();
    const among = mine(itemBaskets([...pair, ...singles]), { maxLength: 2 });
    expect(among).toMatchObject({ pairs: (47 * 46) / 2, pairsFrequent: 11 });
    expect(among.rules[0]?.p).toBeCloseTo(alone.rules[0]?.p ?? 1, 12);
    expect((among.rules[0]?.q ?? 0) / (alone.rules[0]?.q ?? 1)).toBeCloseTo(1081 / 21, 9);
  });

  test("should know values of fields from those of purchases of which both fields are known", () => {
    // Whose gender is not known is of no season either: over all, any gender would seem to go with any season.
    const lists = [0, 1].flatMap((gender) => [2, 3].flatMap((season) => repeat(50, [gender, season])));
    const source = traitBaskets([...lists, ...repeat(400, [])], ["gender", "gender", "season", "season"]);
    const { rules, chance } = mine(source);
    expect(rules).toEqual([]);
    expect(chance).toHaveLength(4);
    for (const { lift, adjustedLift } of chance) {
      expect(lift).toBeCloseTo(3, 12);
      expect(adjustedLift).toBeCloseTo(1, 12);
    }
  });

  test("should take what is the same in all of a customer's purchases for one proof", () => {
    // Ten customers with 40 purchases each, of which all say the same two things.
    const lists = Array.from({ length: 400 }, (_, index) =>
      Math.floor(index / 40) % 2 === 0 ? [0, 2] : [1, 3],
    );
    const owners = lists.map((_, index) => Math.floor(index / 40) + 1);
    const fields = ["gender", "gender", "payment_method", "payment_method"] as const;
    const each = mine(traitBaskets(lists, fields));
    expect(each.rules[0]?.p).toBeLessThan(1e-50);
    const people = mine(traitBaskets(lists, fields, owners));
    for (const { p } of [...people.rules, ...people.chance]) expect(p).toBeGreaterThan(1e-4);
  });

  test("should list no rule of items that may not meet, nor test it", () => {
    const fields = ["gender", "season", "category", "gender", "season", "category"] as const;
    const lists = [...repeat(30, [0, 1, 2]), ...repeat(30, [3, 4, 5])];
    const never = mine(traitBaskets(lists, fields), {}, () => false);
    expect(never).toMatchObject({
      tests: 0,
      pairs: 0,
      pairsReal: 0,
      rules: [],
      chance: [],
      detectable: null,
    });
    const without = mine(traitBaskets(lists, fields), {}, (a, b) => ![a.field, b.field].includes("category"));
    expect(without).toMatchObject({ tests: 4, pairs: 4 });
    expect(without.rules.map(codesOf)).toEqual(["0 → 1", "3 → 4"]);
  });

  test("should count customers once, and guests' orders not among them", () => {
    // Baskets of 10 customers three times each; the last 6 baskets of the pair are guests'.
    const owners = pair.map((_, index) =>
      index < 24 ? (index % 8) + 1 : index < 30 ? 1_000 + index : 9 + (index % 90),
    );
    const { rules } = mine(itemBaskets(pair, { owners, lastCustomer: 500 }));
    expect(rules.map(({ customers, both }) => [customers, both])).toEqual([[8, 30]]);
  });

  test("should list no rule of fewer customers than the minimum", () => {
    const more = everyTwo(40, [2, 3, 4, 5, 6]);
    const owners = [...pair, ...more].map((_, index) => (index < 30 ? (index % 7) + 1 : index + 100));
    const source = itemBaskets([...pair, ...more], { owners });
    expect(mine(source, { minCustomers: 7 }).rules).toHaveLength(1);
    expect(mine(source, { minCustomers: 8 }).rules).toEqual([]);
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
    const fields = ["gender", "season", "category", "discount"] as const;
    // Codes from 4 on: of the same field, but not that value.
    const both = lists.map((list) => fields.map((_, code) => (list.includes(code) ? code : code + 4)));
    const found = mine(traitBaskets(both, [...fields, ...fields]), { maxLength: 4 }).rules.map(codesOf);
    expect(found.filter((text) => text === "0 → 3" || text === "3 → 0")).toHaveLength(1);
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

/** So many different items of the first `of`. */
function some(random: Random, count: number, of: number): number[] {
  const held = new Set<number>();
  while (held.size < count) held.add(Math.floor(random() * of));
  return [...held];
}

/** So many baskets, the first of them with item 3. */
function withThird(count: number, third: number, list: readonly number[]): (readonly number[])[] {
  return [...repeat(third, [...list, 3]), ...repeat(count - third, list)];
}

function choose(of: number, some: number): number {
  let ways = 1;
  for (let each = 1; each <= some; each += 1) ways = (ways * (of - some + each)) / each;
  return ways;
}
