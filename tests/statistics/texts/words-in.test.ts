import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pause, wordsIn } from "../../../src/statistics/texts/words-in.ts";

describe("wordsIn", () => {
  test("should give words in small letters, and a pause where a mark stands between", () => {
    expect(wordsIn("It’s great. Love it")).toEqual(["it's", "great", pause, "love", "it"]);
  });

  test("should leave out mark-up, addresses, numbers and emoji", () => {
    expect(
      wordsIn("<b>Nice</b> &amp; warm 5/5 😀 see https://x.example/a?b=c or me@shop.example").filter(
        (word) => word !== pause,
      ),
    ).toEqual(["nice", "warm", "see", "or"]);
    expect(wordsIn("😀👍 5 !!!").filter((word) => word !== pause)).toEqual([]);
  });

  test("should find the words of scripts without spaces", () => {
    const words = wordsIn("サイズが小さいです。とても残念");
    expect(words).toContain("サイズ");
    expect(words.filter((word) => word !== pause).length).toBeGreaterThan(4);
  });

  test("should take the words of German, Arabic and Hebrew as they are written", () => {
    expect(wordsIn("Größe fällt zu klein aus")).toEqual(["größe", "fällt", "zu", "klein", "aus"]);
    expect(wordsIn("المنتج صغير جدا")).toEqual(["المنتج", "صغير", "جدا"]);
    expect(wordsIn("קטן מדי")).toEqual(["קטן", "מדי"]);
  });

  test("should find what Intl.Segmenter finds in text with spaces", () => {
    const segmenter = new Intl.Segmenter("en", { granularity: "word" });
    const letters = fc.stringMatching(/^[a-zäöüßéèñçа-яα-ω]{1,8}$/);
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (words) => {
        const text = words.join(" ");
        const found = [...segmenter.segment(text.normalize("NFKC").toLowerCase())]
          .filter(({ isWordLike }) => isWordLike)
          .map(({ segment }) => segment);
        expect(wordsIn(text)).toEqual(found);
      }),
    );
  });

  test("should not take long over what is meant to hold it up", () => {
    for (const text of ["<".repeat(200_000), "&".repeat(200_000), "a@".repeat(100_000), "'".repeat(200_000)])
      expect(wordsIn(text).length).toBeLessThan(200_001);
  });
});
