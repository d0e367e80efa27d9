import { describe, expect, test } from "vitest";
import { changeWords } from "../../../../src/edition/insights/words/change.ts";
import { createFormatter } from "../../../../src/report/format.ts";
import type { MetricId } from "../../../../src/report/metrics.ts";
import { type Comparison, compare } from "../../../../src/sections/overview/comparison.ts";
import { monthly, weekly } from "../../../sections/overview/some-comparison.ts";

const format = createFormatter("en-US", "USD");

function wordsOf(comparison: Comparison, metric: MetricId = "revenue") {
  const compared = compare(comparison, metric);
  if (compared === null) throw new Error(`${metric} cannot be compared`);
  const { lead, rest, evidence, sure } = changeWords({ comparison, metric, compared, usual: 0.1 }, format);
  return { sentence: `${lead} ${rest}`, evidence, sure };
}

describe("changeWords", () => {
  test.each([
    ["revenue", "Revenue was $1,500 in Feb 2023: 50% more than in Jan 2023."],
    ["orders", "There were 1,500 orders in Feb 2023: 50% more than in Jan 2023."],
    ["customers", "There were 1,500 customers with an order in Feb 2023: 50% more than in Jan 2023."],
    ["averageOrder", "The average order was $1,500 in Feb 2023: 50% more than in Jan 2023."],
  ] as const)("should say of %s what it was", (metric, sentence) => {
    expect(wordsOf(monthly({ [metric]: [1000, 1500] }), metric).sentence).toBe(sentence);
  });

  test("should write small money exactly for an order, and whole for revenue", () => {
    expect(wordsOf(monthly({ averageOrder: [10, 12.5] }), "averageOrder").sentence).toMatch(/was \$12\.50 /);
    expect(wordsOf(monthly({ revenue: [10, 12.5] })).sentence).toMatch(/was \$13 /);
  });

  test("should say less of a fall", () => {
    expect(wordsOf(monthly({ revenue: [200, 150] })).sentence).toBe(
      "Revenue was $150 in Feb 2023: 25% less than in Jan 2023.",
    );
  });

  test("should add the year before where it is known", () => {
    const values = [100, ...Array<number>(10).fill(1), 200, 150];
    expect(wordsOf(monthly({ revenue: values })).sentence).toBe(
      "Revenue was $150 in Jan 2024: 25% less than in Dec 2023 and 50% more than in Jan 2023.",
    );
    expect(wordsOf(monthly({ revenue: [null, ...values.slice(1)] })).sentence).toBe(
      "Revenue was $150 in Jan 2024: 25% less than in Dec 2023.",
    );
  });

  test("should make no percentage of what did not change, or came after nothing", () => {
    const values = [100, ...Array<number>(10).fill(1)];
    expect(wordsOf(monthly({ revenue: [...values, 150, 150] })).sentence).toBe(
      "Revenue was $150 in Jan 2024: the same as in Dec 2023 and 50% more than in Jan 2023.",
    );
    expect(wordsOf(monthly({ revenue: [...values, 0, 150] })).sentence).toBe(
      "Revenue was $150 in Jan 2024: after none in Dec 2023 and 50% more than in Jan 2023.",
    );
  });

  test("should say what is usual, and which periods are not whole", () => {
    const { evidence, sure } = wordsOf(monthly({ revenue: [1, 2] }));
    expect(evidence).toBe("from one month to the next it usually moves by 10%");
    expect(sure).toEqual({ level: "tested", words: "More than usual" });
    expect(wordsOf(monthly({ revenue: [1, 2] }, ["2022-12", "2023-03"])).evidence).toBe(
      "from one month to the next it usually moves by 10% · Dec 2022 and Mar 2023 not whole, left out",
    );
  });

  test("should speak of weeks by their first day", () => {
    const { sentence, evidence } = wordsOf(weekly({ revenue: [100, 150] }, ["2024-01-15"]));
    expect(sentence).toBe(
      "Revenue was $150 in the week of January 8, 2024: 50% more than in the week of January 1, 2024.",
    );
    expect(evidence).toBe(
      "from one week to the next it usually moves by 10% · the week of January 15, 2024 not whole, left out",
    );
  });
});
