import { expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { Affinity } from "../../../../src/sections/affinity/affinity.ts";
import { colorsByTone } from "../../../../src/sections/affinity/question/color-tones.ts";
import { affinityRules } from "../../../../src/sections/affinity/words/affinity-rules.ts";

const format = createFormatter("en-US", "USD");

function affinity(...kinds: Affinity["kinds"][number]["kind"][]): Affinity {
  return {
    kinds: kinds.map((kind) => ({
      kind,
      baskets: 8346,
      items: 25,
      minSupport: 0.01,
      minCount: 84,
      minConfidence: 0.15,
      maxLength: 3,
      itemsetsBySize: [25, 5],
      tests: 1234,
      pairs: 5,
      pairsFrequent: 0,
      pairsReal: 0,
      detectable: null,
      rules: [],
      more: 0,
      chance: [],
      tooMany: null,
    })),
    agreeing: [["Discount", "Promo code"]],
    following: [],
  };
}

const rule = (data: Affinity, name: string) =>
  affinityRules(data, format, 7).find((found) => found.name === name)?.words;

test("should state baskets and thresholds of each kind that the data have", () => {
  const words = rule(affinity("orders"), "Basket: products in an order");
  expect(words).toContain("1.0% of orders (84 orders)");
  expect(words).toContain("confidence of 15%");
  expect(words).toContain("affinity.minSupport.orders");
  expect(rule(affinity("orders"), "Basket: traits of purchases")).toBeUndefined();
});

test("should print the whole table of color tones where there are traits", () => {
  const words = rule(affinity("traits"), "Color tone") ?? "";
  for (const color of Object.values(colorsByTone).flat()) expect(words).toContain(color);
  expect(rule(affinity("orders"), "Color tone")).toBeUndefined();
});

test("should state the tests of this very report, and what is left out", () => {
  expect(rule(affinity("orders", "traits"), "Chance after all tests (q)")).toContain(
    "1,234 rules of products in an order and 1,234 rules of traits of purchases",
  );
  expect(rule(affinity("orders"), "What is left out")).toMatch(
    /fewer than 7 customers.*Discount and Promo code agree wherever/,
  );
  expect(rule(affinity("orders"), "Adjusted lift")).not.toContain("customers with customers");
  expect(rule(affinity("categories"), "Adjusted lift")).toContain("customers with customers");
  expect(rule(affinity("orders"), "What is left out")).not.toContain("persona");
  expect(rule(affinity("traits"), "What is left out")).toContain("persona");
});

test("should give every rule its own name and whole sentences", () => {
  const rules = affinityRules(affinity("orders", "categories", "products", "traits"), format, 5);
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  for (const { words } of rules) {
    expect(words).toMatch(/^\S.*\.$/);
    expect(words).not.toMatch(/undefined|NaN|null|\[object|\.\./);
  }
});
