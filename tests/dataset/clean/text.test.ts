import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  caseKey,
  compareText,
  foldSpaces,
  genderWord,
  identifierKey,
  isMissing,
} from "../../../src/dataset/clean/text.ts";

describe("foldSpaces", () => {
  test.each([
    ["  a  b ", "a b"],
    ["a\u00a0\u202fb", "a b"],
    ["a\n\tb", "a b"],
    ["\uFEFFa", "a"],
    ["a\u0007b", "a b"],
    [" \t ", ""],
    ["שלום  עולם", "שלום עולם"],
    ["👩‍👩‍👧", "👩‍👩‍👧"],
  ])("should make %j %j", (text, folded) => {
    expect(foldSpaces(text)).toBe(folded);
  });

  test("should change nothing the second time", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => foldSpaces(foldSpaces(text)) === foldSpaces(text),
      ),
    );
  });
});

describe("caseKey", () => {
  test("should be the same for what differs in case, spaces and composition only", () => {
    expect(caseKey("  CAFÉ  Bar")).toBe(caseKey("cafe\u0301 bar"));
    expect(caseKey("cafe")).not.toBe(caseKey("café"));
  });
});

describe("genderWord", () => {
  test.each([
    ["m", "Male"],
    ["MALE", "Male"],
    ["f", "Female"],
    ["Woman", "Female"],
    ["Non-binary", "Non-binary"],
  ])("should read %s as %s", (text, word) => {
    expect(genderWord(text)).toBe(word);
  });
});

describe("compareText", () => {
  test("should order as code units do, on every machine", () => {
    expect(["b", "a", "Z", "ä"].sort(compareText)).toEqual(["Z", "a", "b", "ä"]);
  });
});

describe("identifierKey", () => {
  test("should tell identifiers apart by case, and e-mail addresses not", () => {
    expect(identifierKey(" Ab  1 ")).toBe("Ab 1");
    expect(identifierKey("Ab1")).not.toBe(identifierKey("ab1"));
    expect(identifierKey("Ann@Example.com ")).toBe(identifierKey("ann@example.com"));
  });
});

describe("isMissing", () => {
  test.each(["NULL", "null", "N/A", "n/a", "NaN", "nan", "#N/A", "-", " NULL "])(
    "should take %j for no value",
    (text) => {
      expect(isMissing(text)).toBe(true);
    },
  );

  test.each(["None", "NA", "Null Ltd", "--", "-1", "0", ""])("should leave %j as it is", (text) => {
    expect(isMissing(text)).toBe(false);
  });
});
