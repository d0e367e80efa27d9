import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import { basketNames } from "../../../../src/sections/affinity/words/affinity.ts";
import {
  liftBand,
  networkCaption,
  rulesCaption,
  rulesChartWords,
  shortBand,
} from "../../../../src/sections/affinity/words/affinity-charts.ts";

const format = createFormatter("en-US", "USD");

test("rulesChartWords should name the baskets in title and axis", () => {
  const { title, support } = rulesChartWords(basketNames.orders);
  expect(title).toBe("Rules by support and confidence: products in an order");
  expect(support).toBe("Support (% of orders)");
});

describe("rulesCaption", () => {
  const of = (changes: Partial<Parameters<typeof rulesCaption>[1]>) =>
    rulesCaption(basketNames.orders, { drawn: 9, all: 9, low: "1.2", high: "4.5", ...changes }, format);

  test("should say what a point is and how far lifts reach", () => {
    expect(of({})).toBe(
      "Each point is a rule: to the right more orders hold it, further up it holds more often. Lifts reach from 1.2 to 4.5.",
    );
  });

  test("should make no range of one lift", () => {
    expect(of({ low: "4.5" })).toMatch(/often\. The lift is 4\.5\.$/);
  });

  test("should say how many are drawn only where these are not all", () => {
    expect(of({ drawn: 1, all: 2 })).toMatch(/4\.5\. Drawn is the 1 rule of highest lift\.$/);
    expect(of({ drawn: 2000, all: 2001 })).toMatch(/4\.5\. Drawn are the 2,000 rules of highest lift\.$/);
  });
});

test("liftBand should name a band by the edges that it has, and shortBand leave out what a heading says", () => {
  expect(liftBand(null, null)).toBe("Any lift");
  expect(liftBand(null, "1.5")).toBe("Lift below 1.5");
  expect(liftBand("1.5", "2.0")).toBe("1.5 to 2.0");
  expect(liftBand("2.0", null)).toBe("2.0 and more");
  expect(["Any lift", "Lift below 1.5", "1.5 to 2.0"].map(shortBand)).toEqual([
    "Any lift",
    "Below 1.5",
    "1.5 to 2.0",
  ]);
});

describe("networkCaption", () => {
  const of = (changes: Partial<Parameters<typeof networkCaption>[1]>) =>
    networkCaption(
      basketNames.orders,
      { pairs: 12, all: 12, items: 9, low: "1.2", high: "4.5", ...changes },
      format,
    );

  test("should say that all pairs are drawn, one or many, and what widths and sizes mean", () => {
    expect(of({})).toBe(
      "All 12 pairs that chance does not explain. The wider a line, the higher the lift: 1.2 to 4.5. The larger a dot, the more orders.",
    );
    expect(of({ pairs: 1, all: 1 })).toMatch(/^The 1 pair that chance does not explain\. /);
  });

  test("should say how many of how many are drawn", () => {
    expect(of({ pairs: 40, all: 1200, items: 25 })).toMatch(
      /^40 of 1,200 pairs that chance does not explain: the strongest, among 25 products\. /,
    );
  });

  test("should make no range of one lift", () => {
    expect(of({ low: "4.5" })).toContain("the higher the lift: 4.5. ");
  });
});
