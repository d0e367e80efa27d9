import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import {
  describeChoice,
  joinedWords,
  matchWords,
  partNotes,
  tooFewWords,
} from "../../../../src/sections/overview/filters/words.ts";

const format = createFormatter("en-US", "USD");
const gender = { field: "gender", value: "Female" } as const;
const age = { field: "ageGroup", value: "25–34" } as const;

describe("matchWords", () => {
  test("should count customers with the right plural", () => {
    expect(matchWords(format, { customers: 1234, isPart: true }, [gender], 5)).toBe(
      "Purchases with gender Female: 1,234 customers match.",
    );
    expect(matchWords(format, { customers: 1, isPart: true }, [gender], 5)).toBe(
      "Purchases with gender Female: 1 customer matches.",
    );
    expect(matchWords(format, { customers: 0, isPart: true }, [gender], 5)).toBe(
      "Purchases with gender Female: no customer matches.",
    );
  });

  test("should say that a part is too small without its number", () => {
    expect(matchWords(format, { customers: null, isPart: false }, [gender, age], 5)).toBe(
      "Purchases with gender Female and age group 25–34: too few customers to show (fewer than 5, or so few that others would tell of them).",
    );
  });

  test("should say nothing where nothing is chosen", () => {
    expect(matchWords(format, { customers: 3900, isPart: true }, [], 5)).toBe("");
  });
});

describe("describeChoice", () => {
  test("should set a value apart that would read as a part of the sentence", () => {
    expect(describeChoice([{ field: "location", value: "nowhere and back" }])).toContain("nowhere and back");
    expect(describeChoice([gender, age])).toBe("Purchases with gender Female and age group 25–34");
  });
});

describe("joinedWords", () => {
  test("should say that bars are joined, and be silent where none are", () => {
    expect(joinedWords(0)).toBe("");
    expect(joinedWords(2)).toBe(" Bars of too few customers are joined with their neighbours.");
  });
});

describe("partNotes", () => {
  test("should say what a value is shown together with, and what is counted with it", () => {
    expect(partNotes([{ ...gender, shown: "Female", countedWith: null }])).toEqual([]);
    expect(partNotes([{ ...gender, shown: "Female", countedWith: "Female" }])).toEqual([
      "Female includes the few purchases without a gender.",
    ]);
    expect(partNotes([{ ...age, shown: "18–34", countedWith: null }])).toEqual([
      "Shown is age group 18–34: 25–34 alone would tell of too few customers here.",
    ]);
  });
});

describe("tooFewWords", () => {
  test("should name the least group", () => {
    expect(tooFewWords(7)).toContain("fewer than 7 customers");
  });
});
