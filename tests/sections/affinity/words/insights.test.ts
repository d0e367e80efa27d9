import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { AffinityKind, AffinityRule } from "../../../../src/sections/affinity/affinity.ts";
import { affinityWords, noAffinityWords } from "../../../../src/sections/affinity/words/insights.ts";
import { affinityOf, product, ruleOf } from "../some-affinity.ts";

const format = createFormatter("en-US", "USD");

/** Cup stands in 100 of 1,000 baskets, and in 20 of the 50 with Tea: 40%, four times the 10% in general. */
const rule = (rest: Partial<AffinityRule> = {}) =>
  ruleOf([product("Tea")], [product("Cup")], [50, 100, 20], rest);

function wordsOf(of: AffinityKind["kind"], tests: number, told = rule()) {
  const kind = affinityOf({}).kinds.find((each) => each.kind === of);
  if (kind === undefined) throw new Error(of);
  const { lead, rest, evidence, sure } = affinityWords(told, { ...kind, tests }, format);
  return { sentence: `${lead} ${rest}`.trim(), evidence, sure };
}

describe("affinityWords", () => {
  test("should speak of orders with a product, and of how many customers placed them", () => {
    expect(wordsOf("orders", 300)).toEqual({
      sentence: "40% of orders with Tea also include Cup, 4.0 times the usual rate.",
      evidence: "20 orders by 19 customers",
      sure: { level: "tested", words: "Very unlikely to be chance" },
    });
  });

  test("should say how sure the share is", () => {
    const told = rule({ confidenceInterval: { low: 0.28, high: 0.53 } });
    expect(wordsOf("orders", 300, told).evidence).toBe("20 orders by 19 customers · 95% interval 28% to 53%");
  });

  test.each(["products", "categories"] as const)("should speak of customers over time for %s", (kind) => {
    const { sentence, evidence } = wordsOf(kind, 1);
    expect(sentence).toBe("40% of customers who bought Tea also bought Cup, 4.0 times the usual rate.");
    expect(evidence).toBe("20 customers");
  });

  test("should speak of the purchases with a trait", () => {
    const { sentence, evidence } = wordsOf("traits", 8);
    expect(sentence).toBe("40% of purchases of Tea were Cup, 4.0 times the usual rate.");
    expect(evidence).toBe("20 purchases by 19 customers");
  });

  test("should say that every purchase with a trait has the other where that is so", () => {
    const all = ruleOf([product("Tea")], [product("Cup")], [20, 100, 20]);
    expect(wordsOf("traits", 8, all).sentence).toBe("All 20 purchases of Tea were Cup.");
    expect(wordsOf("orders", 8, all).sentence).toBe("All 20 orders with Tea also include Cup.");
  });

  test("should give the corrected chance where it is not tiny", () => {
    expect(wordsOf("orders", 8, rule({ q: 0.0314 })).sure.words).toBe("Probably not chance");
  });
});

test("noAffinityWords should say how much was tested, one or many", () => {
  expect(noAffinityWords({ pairs: 1, tests: 1, kind: null }, format)).toEqual({
    lead: "Nothing goes together more than by chance.",
    rest: "We tested 1 pair; chance explains it.",
    sure: { level: "nothing", words: "Nothing found" },
    evidence: "1 rule tested",
  });
  const [orders] = affinityOf({}).kinds;
  if (orders === undefined) throw new Error("no orders");
  const kind = { ...orders, pairs: 2000, detectable: { share: 0.08, lift: 1.44 } };
  expect(noAffinityWords({ pairs: 2000, tests: 3000, kind }, format)).toMatchObject({
    rest: "We tested 2,000 pairs; chance explains every one. Two products that are each in 8.0% of orders, a typical share here, would have been found in four of five cases if they went together at least 1.4 times as often as chance would have it.",
    evidence: "3,000 rules tested",
  });
});
