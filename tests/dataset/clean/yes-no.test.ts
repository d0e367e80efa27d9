import fc from "fast-check";
import { expect, test } from "vitest";
import { parseYesNo } from "../../../src/dataset/clean/yes-no.ts";

const anyCase = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((upper) =>
      [...word].map((letter, index) => (upper[index] ? letter.toUpperCase() : letter)).join(""),
    );

test.each([
  ["Yes", ["yes", "y", "true", "t", "1", "on"]],
  ["No", ["no", "n", "false", "f", "0", "off"]],
] as const)("should read every spelling of %s, in any case", (answer, words) => {
  fc.assert(
    fc.property(fc.constantFrom(...words).chain(anyCase), (word) => {
      expect(parseYesNo(word)).toBe(answer);
      expect(parseYesNo(` ${word} `)).toBe(answer);
    }),
  );
});

test.each(["maybe", "", "2", "yesno", "-1"])("should refuse %j", (text) => {
  expect(parseYesNo(text)).toBeNull();
});
