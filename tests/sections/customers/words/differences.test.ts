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
  test("should give what is typical at both ends, how far they are apart, the chance and the effect", () => {
    expect(wordsOf()).toEqual({
      sentence:
        "Spend differs by gender: typically $72.50 for women, $60.00 for men; $9.00 to $15.00 apart (95% interval).",
      evidence:
        "corrected for 12 tests · gender explains 4.0% of the differences in rank · 100 customers and 100",
      sure: { level: "tested", words: "Probably not chance" },
    });
  });

  test("should not write an interval whose ends are written alike", () => {
    const { pair } = someDifference();
    const prices = pair && { ...pair, gap: { value: 21, low: 21, high: 21.001 } };
    expect(wordsOf({ pair: prices }).sentence).toMatch(/for men; about \$21\.00 apart\.$/);
  });

  const pairOf = (highest: string, lowest: string): Difference["pair"] => ({
    highest: { name: highest, customers: 50, typical: 4.26, low: 4, high: 5 },
    lowest: { name: lowest, customers: 50, typical: 2.04, low: 2, high: 3 },
    gap: { value: 2.2, low: 1.5, high: 3 },
    p: 0.001,
  });

  test.each([
    ["spend", "Spend differs by gender: typically $4.26 for women, $2.04 for men; $1.50 to $3.00 apart"],
    ["amount", "Amount of a purchase differs by gender: typically $4.26 for women, $2.04 for men; $1.50 to "],
    ["orders", "Number of orders differs by gender: typically 4.3 for women, 2.0 for men; 1.5 to 3 apart"],
    [
      "previousPurchases",
      "Previous purchases differ by gender: typically 4.3 for women, 2.0 for men; 1.5 to 3",
    ],
    ["rating", "Ratings differ by gender: typically 4.26 for women, 2.04 for men; 1.50 to 3.00 apart"],
  ] as const)("should write %s with its verb and digits", (measure, sentence) => {
    expect(wordsOf({ measure, pair: pairOf("Female", "Male") }).sentence).toContain(sentence);
  });

  test("should call groups of other fields by their names, and say that they explain", () => {
    const { sentence, evidence } = wordsOf({ field: "age_group", pair: pairOf("65+", "قميص") }, 1);
    expect(sentence).toContain("typically $4.26 for 65+, $2.04 for \u2068قميص\u2069;");
    expect(evidence).toContain("corrected for 1 test · the groups explain 4.0% of the differences in rank");
  });

  test("should call people of another gender as the data do, and no other field's men men", () => {
    expect(wordsOf({ pair: pairOf("Divers", "Male") }).sentence).toContain("for Divers, $2.04 for men");
    expect(wordsOf({ field: "category" }).sentence).toContain("for Female, $60.00 for Male");
  });

  test("should name no group where no pair is apart by itself", () => {
    const { sentence, evidence } = wordsOf({ field: "product", groups: 9, pair: null });
    expect(sentence).toBe(
      "Spend differs by product. Of 9 groups, no two alone are apart beyond chance in what is typical.",
    );
    expect(evidence).toBe("corrected for 12 tests · the groups explain 4.0% of the differences in rank");
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
        "Spend and ratings do not differ by gender or season. We tested 3 comparisons; chance explains every one.",
      evidence:
        "3 comparisons · a medium difference between two halves of the customers would have been found in four of five cases",
    });
  });

  test("should say does of one thing and do of several or of a plural", () => {
    expect(of(["spend", "gender"])).toEqual({
      sentence: "Spend does not differ by gender. We tested 1 comparison; chance explains it.",
      evidence: expect.stringMatching(/^1 comparison · a medium difference between two halves /),
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
