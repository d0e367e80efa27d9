import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import {
  describeChoice,
  leftOutWords,
  matchWords,
  tooFewWords,
} from "../../../../src/sections/overview/filters/words.ts";

const format = createFormatter("en-US", "USD");
const gender = { field: "gender", value: "Female" } as const;
const age = { field: "ageGroup", value: "25–34" } as const;

describe("matchWords", () => {
  test("should count customers with the right plural", () => {
    expect(matchWords(format, 1234, [gender], 5)).toBe(
      "Purchases with gender Female: 1,234 customers match.",
    );
    expect(matchWords(format, 1, [gender], 5)).toBe("Purchases with gender Female: 1 customer matches.");
    expect(matchWords(format, 0, [gender], 5)).toBe("Purchases with gender Female: no customer matches.");
  });

  test("should say that a part is too small without its number", () => {
    expect(matchWords(format, null, [gender, age], 5)).toBe(
      "Purchases with gender Female and age group 25–34: too few customers to show (fewer than 5, or so few that others would tell of them).",
    );
  });

  test("should say nothing where nothing is chosen", () => {
    expect(matchWords(format, 3900, [], 5)).toBe("");
  });
});

describe("describeChoice", () => {
  test("should set a value apart that would read as a part of the sentence", () => {
    expect(describeChoice([{ field: "location", value: "nowhere and back" }])).toContain("nowhere and back");
    expect(describeChoice([gender, age])).toBe("Purchases with gender Female and age group 25–34");
  });
});

describe("leftOutWords", () => {
  test("should count bars with the right plural, and be silent about none", () => {
    expect(leftOutWords(format, 0)).toBe("");
    expect(leftOutWords(format, 1)).toBe(" 1 bar of too few customers is left out.");
    expect(leftOutWords(format, 2)).toBe(" 2 bars of too few customers are left out.");
  });
});

describe("tooFewWords", () => {
  test("should name the least group", () => {
    expect(tooFewWords(7)).toContain("fewer than 7 customers");
  });
});
