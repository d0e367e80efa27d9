import { describe, expect, test } from "vitest";
import {
  choose,
  readFilterState,
  writeFilterState,
} from "../../../../src/sections/overview/filters/filter-state.ts";

const fields = [
  { field: "gender", values: ["Female", "Male"] },
  { field: "season", values: ["Fall & Winter", "Spring"] },
  { field: "persona", values: ["Platinum", "Bronze"] },
] as const;

describe("readFilterState", () => {
  test("should read values in the order of the address, decoded", () => {
    expect(readFilterState("?season=Fall+%26+Winter&gender=Male", fields)).toEqual([
      { field: "season", value: "Fall & Winter" },
      { field: "gender", value: "Male" },
    ]);
  });

  test.each([
    ["", "nothing"],
    ["?gender=Nobody", "an unknown value"],
    ["?gender=female", "another case"],
    ["?gender=", "an empty value"],
    ["?height=Female", "an unknown field"],
    ["?__proto__=Male", "a name of the language"],
    ["?%E0%A4%A", "what cannot be decoded"],
  ])("should take %j for all: %s", (query) => {
    expect(readFilterState(query, fields)).toEqual([]);
  });

  test("should keep the first two and the first value of a field", () => {
    expect(readFilterState("?gender=Male&gender=Female&season=Spring&persona=Bronze", fields)).toEqual([
      { field: "gender", value: "Male" },
      { field: "season", value: "Spring" },
    ]);
  });
});

describe("writeFilterState", () => {
  test("should write what was chosen and leave parameters of others", () => {
    const chosen = [{ field: "season", value: "Fall & Winter" }] as const;
    expect(writeFilterState(chosen, "?theme=dark&gender=Male", fields)).toBe(
      "?theme=dark&season=Fall+%26+Winter",
    );
  });

  test("should leave no question mark behind", () => {
    expect(writeFilterState([], "?gender=Male&season=Spring", fields)).toBe("");
  });

  test("should be read back", () => {
    const chosen = [
      { field: "persona", value: "Bronze" },
      { field: "season", value: "Fall & Winter" },
    ] as const;
    expect(readFilterState(writeFilterState(chosen, "", fields), fields)).toEqual(chosen);
  });
});

describe("choose", () => {
  const one = { field: "gender", value: "Male" } as const;
  const two = { field: "season", value: "Spring" } as const;

  test("should add, change in place and take back", () => {
    expect(choose([], "gender", "Male")).toEqual([one]);
    expect(choose([one, two], "gender", "Female")).toEqual([{ field: "gender", value: "Female" }, two]);
    expect(choose([one, two], "gender", "")).toEqual([two]);
  });

  test("should not take a third field", () => {
    expect(choose([one, two], "persona", "Bronze")).toEqual([one, two]);
  });
});
