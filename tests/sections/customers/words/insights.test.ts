import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { InsightWords } from "../../../../src/report/words/insights.ts";
import {
  concentrationWords,
  ratingWords,
  repeatWords,
} from "../../../../src/sections/customers/words/insights.ts";

const format = createFormatter("en-US", "USD");
const sentence = ({ lead, rest }: InsightWords) => `${lead} ${rest}`.trim();

test("concentrationWords should give the tenth's share and those who bring half, one or many", () => {
  const of = (half: number) =>
    concentrationWords({ customers: 1234, top: 124, topShare: 0.412, half }, format);
  expect(sentence(of(310))).toBe(
    "The top 10% of customers bring 41% of customers' revenue; half of it comes from 310 customers.",
  );
  expect(of(310).evidence).toBe("124 of 1,234 customers");
  expect(sentence(of(1))).toMatch(/from 1 customer\.$/);
  const german = createFormatter("de-DE", "EUR");
  expect(concentrationWords({ customers: 50, top: 5, topShare: 0.5, half: 5 }, german).lead).toBe(
    "The top 10\u00a0% of customers bring 50\u00a0% of customers' revenue;",
  );
});

describe("repeatWords", () => {
  test.each([
    [1, "Every customer ordered more than once."],
    [0.5, "50% of customers ordered more than once; 500 ordered only once."],
    [0.49, "51% of customers ordered only once; 490 ordered more than once."],
    [0, "No customer ordered more than once."],
  ])("should begin with the larger part where %d came back", (repeat, words) => {
    expect(sentence(repeatWords({ repeat, customers: 1000 }, format))).toBe(words);
  });

  test("should count the others, lest two rounded shares miss the whole", () => {
    // 98.5 % and 1.5 %, of which the first is written as 98 %.
    expect(sentence(repeatWords({ repeat: 393 / 399, customers: 399 }, format))).toBe(
      "98% of customers ordered more than once; 6 ordered only once.",
    );
  });

  test("should say how sure the share is, where that is known", () => {
    const of = repeatWords({ repeat: 0.5, customers: 100, interval: { low: 0.4038, high: 0.5962 } }, format);
    expect(of.evidence).toBe("50 of 100 customers ordered more than once · 95% interval 40% to 60%");
  });

  test("should count those who came back", () => {
    expect(repeatWords({ repeat: 0.4935, customers: 2000 }, format).evidence).toBe(
      "987 of 2,000 customers ordered more than once",
    );
    expect(repeatWords({ repeat: 1, customers: 1 }, format).evidence).toBe(
      "1 of 1 customer ordered more than once",
    );
  });
});

test("ratingWords should say high or low with the mean and the ratings, one or many", () => {
  const high = ratingWords({ mean: 4.257, count: 2000, high: true }, format);
  expect(sentence(high)).toBe("Ratings are high: 4.26 of 5 on average.");
  expect(high.evidence).toBe("2,000 ratings");
  const low = ratingWords({ mean: 3, count: 1, high: false }, format);
  expect(sentence(low)).toBe("Ratings are low: 3.00 of 5 on average.");
  expect(low.evidence).toBe("1 rating");
});
