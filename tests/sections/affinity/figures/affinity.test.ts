import { describe, expect, test } from "vitest";
import { bake } from "../../../../src/charts/bake.ts";
import type { AffinityKind, AffinityRule } from "../../../../src/sections/affinity/affinity.ts";
import { pairNetwork, rulesScatter } from "../../../../src/sections/affinity/figures/affinity.ts";
import { sourceOf } from "../../../charts/source.ts";

const source = await sourceOf(["Amount"], [[1], [2]]);

function rule(one: string, other: string, changes: Partial<AffinityRule> = {}): AffinityRule {
  return {
    antecedent: [{ field: "Product", name: one }],
    consequent: [{ field: "Product", name: other }],
    count: 145,
    antecedentCount: 526,
    consequentCount: 531,
    customers: 138,
    support: 0.0173735,
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
    p: 0,
    q: 0,
    ...changes,
  };
}

function kind(rules: AffinityRule[], changes: Partial<AffinityKind> = {}): AffinityKind {
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
    pairs: rules.length,
    pairsFrequent: 0,
    pairsReal: rules.length,
    detectable: null,
    rules,
    more: 0,
    chance: [],
    tooMany: null,
    ...changes,
  };
}

const networkOf = (...kinds: AffinityKind[]) =>
  pairNetwork({ ...source, report: { affinity: { kinds, agreeing: [], following: [] } } });
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    rule(`A${index}`, `B${index}`, { lift: 100 - index / 10, confidence: (index % 90) / 100 + 0.1 }),
  );

describe("rulesScatter", () => {
  test("should hold every rule once in bands of lift, rounded to three digits", () => {
    const rules = [1.1, 1.3, 1.6, 2.2, 3.5, 6, 8, 12].map((lift, index) =>
      rule(`A${index}`, "B", { adjustedLift: lift, confidence: 0.123456 + index / 10 }),
    );
    const spec = rulesScatter(source, kind(rules));
    expect(spec?.series.length).toBeGreaterThan(2);
    expect(spec?.series.length).toBeLessThan(5);
    expect(spec?.series.flatMap(({ x }) => x)).toEqual(Array(8).fill(1.74));
    expect(spec?.series.flatMap(({ y }) => y)).toContain(12.3);
    expect(spec?.table.rows).toHaveLength(spec?.series.length ?? 0);
    expect(spec === null ? "" : bake(spec, "wide")).toMatch(/^<svg .*<\/svg>$/);
  });

  test("should hold one band where all lifts are alike, and 1,000 points at most", () => {
    const spec = rulesScatter(source, kind(many(1500).map((each) => ({ ...each, adjustedLift: 3 }))));
    expect(spec?.series.map(({ name, x }) => [name, x.length])).toEqual([["Any lift", 1000]]);
    expect(spec?.caption).toContain("Drawn are the 1,000 rules of highest lift.");
  });

  test("should be absent where there are hardly any rules", () => {
    expect(rulesScatter(source, kind(many(4)))).toBeNull();
  });
});

describe("pairNetwork", () => {
  test("should draw each pair once, with both directions in the table", () => {
    const rules = [
      rule("Sneakers", "Jeans", {
        confidence: 0.31,
        confidenceInterval: { low: 0.27, high: 0.352 },
        confidenceBack: 0.276,
      }),
      rule("Belt", "Shirt", { adjustedLift: 3 }),
      rule("Hat", "Scarf", { antecedent: [{ field: "Persona", name: "Gold" }] }),
    ];
    const spec = networkOf(kind(rules, { pairsReal: 2 }));
    expect(spec?.nodes.map(({ name }) => name)).toEqual(["Sneakers", "Jeans", "Belt", "Shirt"]);
    expect(spec?.links).toEqual([
      { from: 0, to: 1, weight: 1 },
      { from: 2, to: 3, weight: 0 },
    ]);
    expect(spec?.table.rows).toEqual([
      ["Sneakers → Jeans", "145", "138", "4.3", "4.3", "31% (27% to 35%)", "28%", "very unlikely"],
      ["Belt → Shirt", "145", "138", "3.0", "4.3", "28%", "25%", "very unlikely"],
    ]);
    expect(spec?.caption).toMatch(/^All 2 pairs that chance does not explain\. .* 3\.0 to 4\.3\./);
  });

  test("should hold the strongest of many", () => {
    const spec = networkOf(kind(many(100)));
    expect(spec?.nodes).toHaveLength(24);
    expect(spec?.links).toHaveLength(12);
    expect(spec?.caption).toMatch(/^12 of 100 pairs .* the strongest, among 24 products\./);
    const clique = Array.from({ length: 20 }, (_, one) =>
      Array.from({ length: one }, (_, other) => rule(`P${one}`, `P${other}`)),
    ).flat();
    expect(networkOf(kind(clique))?.links).toHaveLength(40);
  });

  test("should leave longer rules out and take the next kind where one has no pairs", () => {
    const traits = kind(many(3), { kind: "traits" });
    const long = rule("A", "B", {
      antecedent: [
        { field: "Product", name: "A" },
        { field: "Product", name: "C" },
      ],
    });
    expect(networkOf(kind([long, long]), traits)?.title).toBe("Traits that go together");
    expect(networkOf(kind([long]))).toBeNull();
    expect(networkOf(kind(many(1)))).toBeNull();
    expect(pairNetwork({ ...source, report: { affinity: null } })).toBeNull();
  });
});
