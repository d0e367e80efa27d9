import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { openReport } from "../../src/edition/open-report.ts";
import type { Report } from "../../src/report/report.ts";
import type { Affinity, AffinityKind, AffinityRule } from "../../src/sections/affinity/affinity.ts";
import { itemTexts, ruleText } from "../sections/affinity/question/rule-text.ts";

/** What data/README.md says was planted must be what the rules of `data/` tell, and nothing else. */
describe("the affinity of the sample data", () => {
  let report: Report;
  let affinity: Affinity;
  beforeAll(async () => {
    ({ report } = await openReport(fileURLToPath(new URL("../../data/shopping.csv", import.meta.url))));
    if (report.affinity === null) throw new Error("no affinity");
    affinity = report.affinity;
  });

  const kind = (of: AffinityKind["kind"]): AffinityKind => {
    const found = affinity.kinds.find((each) => each.kind === of);
    if (found === undefined) throw new Error(`no baskets of ${of}`);
    return found;
  };
  const rules = (of: AffinityKind["kind"]): Map<string, AffinityRule> =>
    new Map(kind(of).rules.map((rule) => [ruleText(rule), rule]));
  const allRules = () => affinity.kinds.flatMap((each) => each.rules);

  test("should be of every kind of basket, in their order", () => {
    expect(affinity.kinds.map((each) => each.kind)).toEqual(["orders", "categories", "products", "traits"]);
    expect(affinity.kinds.map(({ tooMany }) => tooMany)).toEqual([null, null, null, null]);
    // 26 products, less the gift card, which is none of the goods.
    expect(kind("orders")).toMatchObject({ items: 25 });
    expect(kind("categories")).toMatchObject({ baskets: 3900, items: 5 });
    // Every order and every line is a basket.
    const value = (id: string) => report.metrics.find(({ metric }) => metric === id)?.value;
    expect(kind("orders").baskets).toBe(value("orders"));
    expect(kind("traits").baskets).toBe(value("transactions"));
  });

  // data/README.md, "Products bought together".
  const pairs = [
    ["Jeans", "Sneakers"],
    ["Scarf", "Sweater"],
    ["Belt", "Shirt"],
    ["Dress", "Jewelry"],
    ["Boots", "Socks"],
  ] as const;

  test.each(pairs)("should list %s with %s in an order, once and both ways", (one, other) => {
    const found = kind("orders").rules.filter(({ antecedent, consequent }) =>
      [...antecedent, ...consequent].every(({ name }) => name === one || name === other),
    );
    expect(found).toHaveLength(1);
    const [rule] = found;
    // Half of the orders that start with one of a pair go on with the other; most orders hold one product only.
    expect(rule?.confidence).toBeGreaterThan(0.2);
    expect(rule?.confidenceBack).toBeGreaterThan(0.2);
    expect(rule?.confidence).toBeGreaterThanOrEqual(rule?.confidenceBack ?? 1);
    expect(rule?.lift).toBeGreaterThan(3);
    // Among orders of as many products, of which 25 there are, about every twelfth to seventh would hold the other.
    expect(rule?.adjustedLift).toBeGreaterThan(5);
    expect(rule?.q).toBeLessThan(1e-30);
  });

  test("should list no other pair of products in an order, and count the five as real", () => {
    expect(kind("orders").rules).toHaveLength(pairs.length);
    expect(kind("orders")).toMatchObject({ more: 0, pairs: 300, pairsReal: 5, chance: [] });
  });

  test("should not take those who buy more for those who buy together: nothing over time", () => {
    for (const of of ["categories", "products"] as const) {
      expect(kind(of)).toMatchObject({ pairsReal: 0, rules: [], more: 0 });
    }
    expect(kind("categories")).toMatchObject({ pairs: 10, tests: 10 + 3 * 10 });
    expect(kind("categories").chance).toHaveLength(5);
  });

  // data/README.md, "Tastes" and "Seasons": the share there. A pair stands once, with the confidence of both ways.
  test.each([
    ["Gender Male + Season Winter → Color tone Dark", 0.715],
    ["Age group 18–24 → Payment method Venmo", 0.523],
    ["Product Handbag → Gender Female", 0.777],
    ["Product Backpack → Gender Male", 0.738],
    ["Category Outerwear → Season Winter", 0.513],
    ["Season Winter → Category Outerwear", 0.124],
    ["Product Sandals → Season Summer", 0.339],
    ["Product Shorts → Season Summer", 0.345],
  ])("should list the taste %s", (text, share) => {
    const [from, to] = text.split(" → ");
    const back = rules("traits").get(`${to} → ${from}`);
    const rule = rules("traits").get(text) ?? back;
    expect(rule, text).toBeDefined();
    const confidence = rule === back ? rule?.confidenceBack : rule?.confidence;
    expect(Math.abs((confidence ?? 0) - share)).toBeLessThan(0.006);
    expect(rule?.q).toBeLessThan(0.05);
  });

  test("should list no trait that follows neither from a taste nor from the seasons", () => {
    const strange = [...rules("traits").keys()].filter((text) => !follows(text));
    // With q up to 0.05 a find in twenty may be false.
    expect(strange.length, strange.join("\n")).toBeLessThanOrEqual(
      Math.floor(kind("traits").rules.length / 20),
    );
  });

  test("should list no rule that is likely chance, stands on few customers, or holds too seldom", () => {
    for (const each of affinity.kinds) {
      for (const rule of each.rules) {
        const text = ruleText(rule);
        expect(rule.q, text).toBeLessThanOrEqual(0.05);
        expect(rule.p, text).toBeLessThanOrEqual(rule.q);
        expect(rule.customers, text).toBeGreaterThanOrEqual(report.minimumGroup);
        expect(rule.customers, text).toBeLessThanOrEqual(rule.count);
        expect(rule.count, text).toBeGreaterThanOrEqual(each.minCount);
        expect(rule.confidence, text).toBeGreaterThanOrEqual(each.minConfidence);
        expect(rule.lift, text).toBeGreaterThan(1);
      }
    }
  });

  test("should list no rule that says less than a simpler one", () => {
    for (const each of affinity.kinds) {
      const confidences = new Map(each.rules.map((rule) => [ruleText(rule), rule.confidence]));
      for (const { antecedent, consequent, confidence } of each.rules) {
        if (antecedent.length < 2) continue;
        for (const left of antecedent) {
          const simpler = ruleText({ antecedent: antecedent.filter((item) => item !== left), consequent });
          expect(confidence, `${simpler} beside ${left.name}`).toBeGreaterThan(confidences.get(simpler) ?? 0);
        }
      }
    }
  });

  test("should know that a product has one category, and hold both in no rule", () => {
    expect(affinity).toMatchObject({ agreeing: [], following: [["Product", "Category"]] });
    const both = allRules().filter((rule) => {
      const fields = itemTexts([...rule.antecedent, ...rule.consequent]).map((text) => text.split(" ")[0]);
      return fields.includes("Product") && fields.includes("Category");
    });
    expect(both).toEqual([]);
  });

  test("should name no customer", () => {
    expect(JSON.stringify(affinity)).not.toMatch(/C-\d{5}/);
  });
});

/** Whether all that a rule says follows from what data/README.md says was planted, or follows from that. */
function follows(text: string): boolean {
  const planted: readonly (readonly RegExp[])[] = [
    // Men in winter wear dark colours: season, gender and tone hang together.
    [/^Gender /, /^Season /, /^Color tone /],
    [/^Age group /, /^Payment method /],
    [/^Gender /, /^Product (Handbag|Backpack)$/],
    // The seasonal products and their categories; through the season the tones and the kinds of customers.
    [
      /^Season /,
      /^(Product (Coat|Jacket|Sandals|Shorts)|Category (Outerwear|Footwear|Clothing))$/,
      /^Color tone /,
      /^Gender /,
      /^Persona /,
    ],
  ];
  const items = text.split(/ → | \+ /);
  return planted.some((group) => items.every((item) => group.some((pattern) => pattern.test(item))));
}
