import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { AffinityItem, AffinityKind, AffinityRule } from "../../../../src/sections/affinity/affinity.ts";
import {
  affinityLead,
  affinityTitle,
  chanceExplained,
  chanceInWords,
  dataStatements,
  kindFacts,
  kindWords,
  ruleInWords,
} from "../../../../src/sections/affinity/words/affinity.ts";
import { worthOf } from "../../../../src/sections/affinity/worth.ts";

const format = createFormatter("en-US", "USD");
const product = (name: string): AffinityItem => ({ field: "Product", name });
const trait = (field: string, name: string): AffinityItem => ({ field, name });

function rule(
  antecedent: AffinityItem[],
  consequent: AffinityItem[],
  changes: Partial<AffinityRule> = {},
): AffinityRule {
  return {
    antecedent,
    consequent,
    count: 145,
    antecedentCount: 526,
    consequentCount: 531,
    customers: 138,
    support: 0.017,
    confidence: 0.276,
    confidenceBack: 0.25,
    confidenceInterval: null,
    confidenceBackInterval: null,
    lift: 4.33,
    adjustedLift: 4.33,
    leverage: 0.01,
    conviction: 1.3,
    zhang: 0.8,
    jaccard: 0.16,
    p: 1e-9,
    q: 1e-8,
    ...changes,
  };
}

function kind(changes: Partial<AffinityKind> = {}): AffinityKind {
  return {
    kind: "orders",
    baskets: 8346,
    items: 25,
    minSupport: 0.01,
    minCount: 84,
    minConfidence: 0.1,
    maxLength: 3,
    itemsetsBySize: [25, 5],
    tests: 10,
    pairs: 5,
    pairsFrequent: 0,
    pairsReal: 0,
    detectable: null,
    rules: [],
    more: 0,
    chance: [],
    tooMany: null,
    ...changes,
  };
}

const affinity = (...kinds: AffinityKind[]) => ({ kinds, agreeing: [], following: [] });
const jeans = rule([product("Jeans")], [product("Sneakers")]);
const sneakers = {
  name: "Sneakers",
  customers: 400,
  customersShare: 0.1,
  purchases: 531,
  purchasesShare: 0.05,
  revenue: 26_550,
  revenueShare: 0.05,
  averagePurchase: 50,
};

describe("ruleInWords", () => {
  test("should tell a rule of each kind with its evidence", () => {
    expect(ruleInWords(jeans, kind(), format)).toBe(
      "28% of orders with Jeans also include Sneakers, 4.3 times the usual rate (the other way round 25%). Seen in 145 orders by 138 customers; very unlikely to be chance.",
    );
    expect(ruleInWords(jeans, kind({ kind: "products" }), format)).toBe(
      "28% of customers who bought Jeans also bought Sneakers, 4.3 times the usual rate (the other way round 25%). Seen in 145 customers; very unlikely to be chance.",
    );
    const men = rule([trait("Gender", "Male"), trait("Season", "Winter")], [trait("Color tone", "Dark")], {
      count: 1387,
      customers: 763,
      confidence: 0.708,
      adjustedLift: 1.97,
      q: 0.004,
    });
    expect(ruleInWords(men, kind({ kind: "traits" }), format)).toBe(
      "71% of purchases by men in Winter were in dark colors, 2.0 times the usual rate. Seen in 1,387 purchases by 763 customers; unlikely to be chance.",
    );
  });

  test("should say what a pair of products is worth: orders above the usual rate at the second's price", () => {
    const worth = worthOf(jeans, "orders", { productsByRevenue: [sneakers] });
    // 145 (1 − 1/4.33) orders are 111.5 more; at 50 each that is 5,576.
    expect(worth?.extra).toBeCloseTo(111.51, 2);
    expect(worth?.money).toBeCloseTo(5575.64, 2);
    expect(ruleInWords(jeans, kind(), format, worth)).toMatch(
      /; very unlikely to be chance\. That is about 112 orders more than usual, or about \$5,576 in sales of Sneakers\.$/,
    );
    expect(worthOf(jeans, "products", { productsByRevenue: [sneakers] })).toBeNull();
    expect(worthOf(jeans, "orders", { productsByRevenue: [] })).toBeNull();
  });

  test("should tell a rule without exception as one", () => {
    const always = rule([trait("Subscription", "Yes")], [trait("Gender", "Male")], {
      count: 1053,
      antecedentCount: 1053,
      consequentCount: 2652,
      confidence: 1,
    });
    expect(ruleInWords(always, kind({ kind: "traits", baskets: 3900 }), format)).toBe(
      "All 1,053 purchases by subscribers were by men; among all 3,900 purchases it is 68%; very unlikely to be chance.",
    );
  });

  test("should write a lift near 1 so that it is not 1.0", () => {
    expect(ruleInWords({ ...jeans, adjustedLift: 1.02 }, kind(), format)).toContain("1.02 times");
  });
});

describe("kindWords", () => {
  test("should say plainly that chance explains everything", () => {
    const detectable = { share: 0.081, lift: 1.62 };
    expect(kindWords(kind({ pairs: 91, pairsFrequent: 7, detectable }), format)).toBe(
      "Of 91 pairs of products that are frequent enough, 7 lie together in 84 orders or more; chance explains all of these. Two products that are each in 8.1% of orders, a typical share here, would have been found in four of five cases if they went together at least 1.6 times as often as chance would have it.",
    );
    expect(kindWords(kind({ pairs: 3, pairsFrequent: 0, kind: "products" }), format)).toBe(
      "Of 3 pairs of products that are frequent enough, none were both bought by 84 customers or more, the fewest that a rule may stand on. There are too few customers to find even two products of middling frequency that always go together.",
    );
  });

  test("should count what could be chance, and what is not listed", () => {
    const words = kindWords(
      kind({ pairs: 1225, pairsFrequent: 90, pairsReal: 49, rules: [jeans], more: 3 }),
      format,
    );
    expect(words).toBe(
      "4 rules that chance does not explain. Of 1,225 pairs of products that are frequent enough, 90 lie together in 84 orders or more; chance explains all but 49 of these. The first by lift is listed.",
    );
    expect(kindWords(kind({ pairsFrequent: 4, pairsReal: 2 }), format)).toMatch(
      /chance explains all but 2 of these\. Those are not listed, because they hold in less than 10% of/,
    );
  });

  test("should say that nothing is frequent enough", () => {
    expect(kindWords(kind({ pairs: 0 }), format)).toBe(
      "Nothing is frequent enough: no two products that may stand in one rule are each in 84 or more of 8,346 orders. A lower affinity.minSupport.orders in report.yaml would test more.",
    );
  });

  test("should name the bound and a support that fits, never below it", () => {
    const tooMany = { maxItemsets: 2_000_000, fittingSupport: 0.0234501 };
    const words = kindWords(kind({ tooMany }), format);
    expect(words).toContain("more than 2,000,000 combinations (affinity.maxItemsets)");
    expect(words).toContain("set affinity.minSupport.orders to 0.0235 in report.yaml");
    expect(kindWords(kind({ tooMany: { maxItemsets: 1, fittingSupport: null } }), format)).toContain(
      "No support would fit",
    );
  });
});

describe("the page's head", () => {
  test("should count the listed combinations, and pairs of all kinds", () => {
    const all = affinity(kind({ pairs: 10, pairsReal: 1, rules: [jeans] }), kind({ pairs: 5, more: 2 }));
    expect(affinityTitle(all, format)).toBe("1 combination that chance does not explain");
    expect(affinityLead(all, format)).toBe(
      "15 pairs of things that are frequent enough were tested; chance explains all but 1.",
    );
    const three = rule([product("Jeans"), product("Socks")], [product("Sneakers")]);
    expect(affinityLead(affinity(kind({ pairs: 10, pairsReal: 1, rules: [jeans, three] })), format)).toMatch(
      / The list also holds 1 combination of three things or more\.$/,
    );
  });

  test("should tell apart why there is no rule", () => {
    const tooMany = { maxItemsets: 1, fittingSupport: null };
    const untested = { tests: 0, pairs: 0 };
    expect(affinityTitle(affinity(kind()), format)).toMatch(/more than chance explains$/);
    expect(affinityTitle(affinity(kind({ pairsReal: 1 })), format)).toMatch(/often enough to be listed$/);
    expect(affinityTitle(affinity(kind(untested)), format)).toMatch(/frequent enough to be tested$/);
    expect(affinityTitle(affinity(kind({ ...untested, tooMany })), format)).toMatch(/^Too much/);
    expect(affinityLead(affinity(kind(untested)), format)).toMatch(/^No pair was tested/);
    expect(affinityLead(affinity(kind()), format)).toMatch(/; chance explains all of them\.$/);
  });
});

test("dataStatements should tell columns that agree and that follow", () => {
  expect(
    dataStatements({
      kinds: [],
      agreeing: [["Discount", "Promo code"]],
      following: [
        ["Product", "Category"],
        ["Product", "Season"],
      ],
    }),
  ).toEqual([
    "Discount and Promo code agree wherever both are given. They say the same thing, so only Discount is used.",
    "Product decides Category and Season wherever both are given, so no combination holds Product and one of these together.",
  ]);
});

test("chance should be explained in two sentences, and its examples told", () => {
  for (const each of ["orders", "categories", "products", "traits"] as const) {
    const words = chanceExplained(kind({ kind: each, chance: [jeans] }), format);
    expect(words.match(/\.(?= |$)/g)).toHaveLength(2);
  }
  expect(chanceInWords({ ...jeans, adjustedLift: 0.97, q: 0.7 }, "orders", format)).toBe(
    "Jeans → Sneakers: 4.3 times as often as in general, 0.97 times as often as chance would have it among orders of the same size, 145 orders",
  );
});

test("kindFacts should tell thresholds as share and count, and no tests where there were none", () => {
  const facts = new Map(kindFacts(kind(), format).map(({ name, value }) => [name, value]));
  expect(facts.get("Smallest support")).toBe("1.0% (84 orders)");
  expect(facts.get("Itemsets of 2 items")).toBe("5");
  expect(facts.get("Pairs beyond chance")).toBe("0");
  const stopped = kind({ tooMany: { maxItemsets: 1, fittingSupport: null }, itemsetsBySize: [] });
  expect(kindFacts(stopped, format).map(({ name }) => name)).not.toContain("Rules tested");
});
