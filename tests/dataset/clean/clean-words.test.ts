import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanWords } from "../../../src/dataset/clean/clean-words.ts";
import { caseKey } from "../../../src/dataset/clean/text.ts";
import { Outcome } from "../../../src/dataset/clean/values.ts";
import { parseYesNo } from "../../../src/dataset/clean/yes-no.ts";
import { TextColumn } from "../../../src/dataset/text-column.ts";

function columnOf(texts: readonly string[]): TextColumn {
  const column = new TextColumn(Math.max(texts.length, 1));
  for (const [row, text] of texts.entries()) column.set(row, text);
  return column;
}

/** The word of each row. */
function cleaned(texts: readonly string[], rename?: (text: string) => string | null): string[] {
  const column = columnOf(texts);
  const { words, wordOf } = cleanWords(column, texts.length, rename);
  return texts.map((_, row) => words[wordOf[column.code(row)] ?? 0] ?? "");
}

function count(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const spelling = fc.constantFrom(
  "red",
  "Red",
  "RED",
  " red",
  "blue",
  "Blue",
  "light  blue",
  "Light Blue",
  "",
  " ",
);

describe("cleanWords", () => {
  test("should merge case variants into the commonest spelling", () => {
    expect(cleaned(["red", "Red", "Red", " RED ", "blue"])).toEqual(["Red", "Red", "Red", "Red", "blue"]);
  });

  test("should take the first in code order where spellings are equally common", () => {
    expect(cleaned(["red", "Red"])).toEqual(["Red", "Red"]);
  });

  test("should leave words that are not allowed empty and call them bad", () => {
    expect(cleaned(["yes", "perhaps", "N"], parseYesNo)).toEqual(["Yes", "", "No"]);
    expect([...cleanWords(columnOf(["perhaps", "Yes", "y"]), 3, parseYesNo).outcomes].slice(1)).toEqual([
      Outcome.bad,
      Outcome.kept,
      Outcome.changed,
    ]);
  });

  test("should keep the rows of each word", () => {
    fc.assert(
      fc.property(fc.array(spelling), (texts) => {
        expect(count(cleaned(texts).map(caseKey))).toEqual(count(texts.map(caseKey)));
      }),
    );
  });

  test("should leave one spelling of each word, one of those used", () => {
    fc.assert(
      fc.property(fc.array(spelling), (texts) => {
        const words = new Set(cleaned(texts).filter((word) => word !== ""));
        expect(words.size).toBe(new Set([...words].map(caseKey)).size);
        for (const word of words)
          expect(texts.map((text) => text.trim().replace(/\s+/g, " "))).toContain(word);
      }),
    );
  });

  test("should not depend on the order of rows", () => {
    fc.assert(
      fc.property(
        fc
          .array(spelling)
          .chain((texts) =>
            fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
          ),
        ([texts, shuffled]) => {
          expect(count(cleaned(shuffled))).toEqual(count(cleaned(texts)));
        },
      ),
    );
  });
});
