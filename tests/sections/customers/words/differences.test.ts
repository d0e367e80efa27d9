import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { Difference } from "../../../../src/sections/customers/differences.ts";
import { differenceWords, noDifferenceWords } from "../../../../src/sections/customers/words/differences.ts";
import { someDifference } from "../some-difference.ts";

const format = createFormatter("en-US", "USD");

function wordsOf(changes: Partial<Difference> = {}, tested = 12) {
  const { lead, rest, evidence, sure } = differenceWords(
    { difference: someDifference(changes), tested },
    format,
  );
  return { sentence: `${lead} ${rest}`, evidence, sure };
}

describe("differenceWords", () => {
  test("should give both ends, the chance and the effect", () => {
    expect(wordsOf()).toEqual({
      sentence: "Spend differs by gender: $72.50 on average for women, $60.00 for men.",
      evidence: "corrected for 12 tests · gender explains 4.0% of the differences",
      sure: { level: "tested", words: "Chance is 0.020" },
    });
  });

  test.each([
    ["spend", "Spend differs by gender: $4.26 on average for women, $2.04 for men."],
    ["orders", "Number of orders differs by gender: 4.3 on average for women, 2.0 for men."],
    ["previousPurchases", "Previous purchases differ by gender: 4.3 on average for women, 2.0 for men."],
    ["rating", "Ratings differ by gender: 4.26 on average for women, 2.04 for men."],
  ] as const)("should write %s with its verb and digits", (measure, sentence) => {
    const highest = { name: "Female", customers: 50, mean: 4.26 };
    const lowest = { name: "Male", customers: 50, mean: 2.04 };
    expect(wordsOf({ measure, highest, lowest }).sentence).toBe(sentence);
  });

  test("should call groups of other fields by their names, and say that they explain", () => {
    const { sentence, evidence } = wordsOf(
      {
        field: "age_group",
        highest: { name: "65+", customers: 50, mean: 80 },
        lowest: { name: "قميص", customers: 50, mean: 70 },
      },
      1,
    );
    expect(sentence).toBe(
      "Spend differs by age group: $80.00 on average for 65+, $70.00 for \u2068قميص\u2069.",
    );
    expect(evidence).toBe("corrected for 1 test · the groups explain 4.0% of the differences");
  });

  test("should call people of another gender as the data do, and no other field's men men", () => {
    const highest = { name: "Divers", customers: 50, mean: 80 };
    expect(wordsOf({ highest }).sentence).toContain("for Divers, $60.00 for men");
    expect(wordsOf({ field: "category" }).sentence).toContain("for Female, $60.00 for Male");
  });
});

describe("noDifferenceWords", () => {
  const of = (...tests: [Difference["measure"], Difference["field"]][]) => {
    const { lead, rest, evidence } = noDifferenceWords(
      { differences: tests.map(([measure, field]) => someDifference({ measure, field })) },
      format,
    );
    return { sentence: `${lead} ${rest}`, evidence };
  };

  test("should name measures and fields once each, in their usual order", () => {
    expect(of(["rating", "season"], ["spend", "gender"], ["spend", "season"])).toEqual({
      sentence:
        "Spend and ratings do not differ by gender or season. We tested 3 differences; chance explains every one.",
      evidence: "corrected for 3 tests",
    });
  });

  test("should say does of one thing and do of several or of a plural", () => {
    expect(of(["spend", "gender"])).toEqual({
      sentence: "Spend does not differ by gender. We tested 1 difference; chance explains it.",
      evidence: "corrected for 1 test",
    });
    expect(of(["orders", "gender"]).sentence).toMatch(/^Number of orders does not differ by gender\./);
    expect(of(["rating", "gender"]).sentence).toMatch(/^Ratings do not differ by gender\./);
    expect(of(["previousPurchases", "gender"]).sentence).toMatch(/^Previous purchases do not /);
    expect(of(["spend", "gender"], ["orders", "gender"]).sentence).toMatch(
      /^Spend and number of orders do not /,
    );
  });

  test("should name three fields, and count the others", () => {
    const by = (...fields: Difference["field"][]) =>
      of(...fields.map((field): [Difference["measure"], Difference["field"]] => ["spend", field])).sentence;
    expect(by("gender", "season", "size")).toContain(" by gender, size or season.");
    expect(by("gender", "season", "size", "color")).toContain(" by gender, size, color or 1 other field.");
    expect(by("gender", "category", "season", "size", "color")).toContain(
      " by gender, category, size or 2 other fields.",
    );
  });
});
