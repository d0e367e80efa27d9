import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import {
  cloudCaption,
  cloudWords,
  elbowCaption,
  gridCaption,
  rfmSegmentsCaption,
  silhouettesCaption,
} from "../../../../src/sections/segments/words/segment-charts.ts";
import { somePersona } from "../some-personas.ts";

const format = createFormatter("en-US", "USD");

test("rfmSegmentsCaption should use one or many", () => {
  const of = (empty: number, hidden: number) =>
    rfmSegmentsCaption({ name: "Lost", customersShare: 0.2 }, { empty, hidden }, format);
  expect(of(0, 0)).toBe("Lost is the largest with 20% of customers.");
  expect(of(1, 1)).toBe(
    "Lost is the largest with 20% of customers. 1 of 11 is empty. 1 of too few customers is not shown.",
  );
  expect(of(2, 3)).toContain("2 of 11 are empty. 3 of too few customers are not shown.");
  expect(rfmSegmentsCaption(undefined, { empty: 2, hidden: 0 }, format)).toBe("2 of 11 are empty.");
});

test("elbowCaption should say where the curve bends, or that it does not", () => {
  expect(elbowCaption({ knee: 4 })).toMatch(/It bends at 4: more groups than that gain little\.$/);
  expect(elbowCaption({ knee: null })).toMatch(/It falls without a knee\.$/);
});

describe("silhouettesCaption", () => {
  const silhouette = [0.44, 0.35, 0.36].map((value, index) => ({ k: index + 2, value }));

  test("should give the highest, and the number chosen", () => {
    expect(silhouettesCaption({ silhouette, k: 2 }, format)).toMatch(
      /It is highest for 2 groups \(0\.44\), the number chosen\.$/,
    );
    expect(silhouettesCaption({ silhouette, k: 4 }, format)).toMatch(
      /It is highest for 2 groups \(0\.44\); 4, the number chosen, has 0\.36\.$/,
    );
    expect(silhouettesCaption({ silhouette, k: 9 }, format)).toMatch(
      /It is highest for 2 groups \(0\.44\)\.$/,
    );
  });
});

describe("cloudCaption", () => {
  const persona = (name: string, median: number) => {
    const of = (value: number) => ({ lowerQuartile: value, median: value, upperQuartile: value });
    return somePersona({ name, typical: { recency: of(1), frequency: of(1), monetary: of(median) } });
  };
  const personas = [persona("Platinum", 81), persona("Gold", 35), persona("Silver", 65)];

  test("should say what a point is and how far the medians reach", () => {
    expect(cloudCaption(personas, { size: 5, isLog: false }, "stated", format)).toBe(
      "Each point stands for 5 or more similar customers of one persona, placed at their rounded average. The typical purchase amount ranges from $35.00 (Gold) to $81.00 (Platinum).",
    );
    expect(cloudCaption(personas, { size: 1200, isLog: true }, "orders", format)).toBe(
      "Each point stands for 1,200 or more similar customers of one persona, placed at their rounded average. The typical revenue ranges from $35.00 (Gold) to $81.00 (Platinum). On the scales, equal distances are equal multiples.",
    );
  });

  test("should not make a range of equal medians", () => {
    const alike = [persona("Platinum", 5), persona("Gold", 5)];
    expect(cloudCaption(alike, { size: 5, isLog: false }, "orders", format)).not.toContain("ranges");
  });

  test("should have a title that says what is drawn", () => {
    expect(cloudWords("orders").title).toBe("Customers by orders and revenue");
    expect(cloudWords("stated").title).toBe("Customers by previous purchases and purchase amount");
  });
});

describe("gridCaption", () => {
  const largest = { segment: "Lost", recency: 1, frequency: 1, customers: 619 };

  test("should say where most customers stand", () => {
    expect(gridCaption(largest, { someEmpty: false, minimum: 5 }, format)).toContain(
      "Most stand at recency 1 and frequency 1: 619 customers, Lost.",
    );
  });

  test("should say why numbers are withheld, and columns empty", () => {
    expect(gridCaption(null, { someEmpty: false, minimum: 5 }, format)).toMatch(
      /Numbers are not shown: some stand on fewer than 5 customers\.$/,
    );
    expect(gridCaption(largest, { someEmpty: true, minimum: 5 }, format)).toContain("A column is empty");
  });
});
