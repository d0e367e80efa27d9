import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { Change } from "../../../../src/sections/overview/change.ts";
import type { Comparison } from "../../../../src/sections/overview/comparison.ts";
import { changeWords, growthWords } from "../../../../src/sections/overview/words/change-insight.ts";
import { monthly, weekly } from "../some-comparison.ts";

const format = createFormatter("en-US", "USD");

const fall: Change = {
  metric: "orders",
  current: 850,
  against: { index: 12, value: 1000 },
  expected: { by: "season", low: 910, center: 965, high: 1020, from: 13 },
  p: 0.001,
  q: 0.002,
};
const values = Array<number>(25).fill(1000);
const comparison = monthly({ orders: values, revenue: [...values.slice(0, 24), 840] });

const wordsOf = (change: Partial<Change>, of: Comparison = comparison) => {
  const { lead, rest, evidence, sure } = changeWords(
    { comparison: of, change: { ...fall, ...change } },
    format,
  );
  return { sentence: `${lead} ${rest}`, evidence, sure };
};

describe("changeWords", () => {
  test("should say against what, what was expected, and what revenue did", () => {
    expect(wordsOf({}).sentence).toBe(
      "Orders were 15% below Jan 2024 in Jan 2025; expected from the trend: 2.0% above to 9.0% below. Revenue was 16% below Jan 2024.",
    );
  });

  test("should name the lower bound first where it came to more", () => {
    expect(
      wordsOf({ metric: "averageOrder", current: 1200 }, monthly({ averageOrder: values })).sentence,
    ).toBe(
      "The average order was 20% above Jan 2024 in Jan 2025; expected from the trend: 9.0% below to 2.0% above.",
    );
  });

  test("should say as high as of what is the same", () => {
    expect(wordsOf({ expected: { ...fall.expected, high: 1000 } }).sentence).toContain(
      "as high as to 9.0% below",
    );
  });

  test("should give the numbers and what they were expected from", () => {
    expect(wordsOf({})).toMatchObject({
      evidence:
        "850 beside 1,000 · expected (95% of the time) from 13 months held against the same one a year before",
      sure: { level: "tested", words: "Unlikely to be chance" },
    });
  });

  test("should name periods that are not whole, and say where no season can be known", () => {
    const weeks = weekly({ orders: [10, 20, 30] }, ["2024-01-22"]);
    const expected = { ...fall.expected, by: "trend" as const, from: 8 };
    const { sentence, evidence } = wordsOf({ against: { index: 1, value: 1000 }, expected }, weeks);
    expect(sentence).toMatch(
      /^Orders were 15% below the week of January 8, 2024 in the week of January 15, 2024;/,
    );
    expect(evidence).toBe(
      "850 beside 1,000 · expected (95% of the time) from the 8 weeks before, too few to know a season · the week of January 22, 2024 not whole, left out",
    );
  });
});

describe("growthWords", () => {
  test("should tell a rise and a fall with its interval", () => {
    const growth = {
      metric: "orders",
      mean: Math.log(1.24),
      low: Math.log(1.2),
      high: Math.log(1.28),
      p: 1e-9,
      q: 1e-9,
      months: 24,
    } as const;
    const { lead, evidence } = growthWords(growth, format);
    expect(lead).toBe("Orders grow by 24% a year;");
    expect(evidence).toBe("24 months held against the same one a year before · 95% interval +20% to +28%");
    expect(growthWords({ ...growth, metric: "averageOrder", mean: Math.log(0.9) }, format).lead).toBe(
      "The average order shrinks by 10% a year;",
    );
  });
});
