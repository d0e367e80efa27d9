import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { quotesOf } from "../../../src/sections/reviews/quotes.ts";
import { readTexts } from "../../../src/sections/reviews/read-texts.ts";

/** Texts of one person each, of which the even ones are complaints about the zip. */
function quotesFrom(
  texts: readonly string[],
  withheld: readonly string[] = [],
  words: string[] = ["zip"],
): string[] {
  const { corpus } = readTexts(texts.length, (review) => texts[review] ?? "");
  const all = Int32Array.from(texts.keys());
  const [quotes = []] = quotesOf(
    [{ kind: "complaint", words, reviews: all }],
    {
      corpus,
      textAt: (review) => texts[review] ?? "",
      person: all,
      kind: Int8Array.from(texts, () => -1),
      withheld: new Set(withheld),
    },
    new Gate(5),
  );
  return quotes;
}

const many = (text: (index: number) => string) => Array.from({ length: 8 }, (_, index) => text(index));

describe("quotesOf", () => {
  test("should quote up to three sentences that have a word of the theme, the same whatever the order", () => {
    const texts = [
      ...many(() => "Lovely colour. The zip broke after a week or so."),
      ...many(() => "The zip is stuck again and again."),
      ...many(() => "After a week the zip was stuck."),
      ...many(() => "The colour of the zip is stuck after a week again."),
    ];
    const quotes = quotesFrom(texts);
    expect(quotes).toHaveLength(3);
    expect(quotes.every((quote) => quote.includes("zip"))).toBe(true);
    expect(quotesFrom([...texts].reverse())).toEqual(quotes);
  });

  test("should quote one sentence of texts without capitals, and marks for what they stand for", () => {
    const texts = many(() => "i like it. the zip doesn&#39;t close at all! it went back, so sad.");
    expect(quotesFrom(texts)).toEqual(["the zip doesn't close at all!"]);
  });

  test("should mask numbers, addresses, withheld words and words that few use", () => {
    const texts = many(
      (index) =>
        `The zip broke on order 4711${index} and Quintessa from ${["Ulm", "Rom"][index % 2]} was told so by a@b.example again.`,
    );
    const [quote = ""] = quotesFrom(texts, ["quintessa"]);
    expect(quote).toContain("The zip broke on order … and … from … was told so by … again.");
  });

  test("should quote no sentence that has nothing of a theme but how much, or that it is not so", () => {
    const texts = many(() => "My sister was there too. It does not matter to us. The sleeves are too tight.");
    expect(quotesFrom(texts, [], ["too tight", "not warm"])).toEqual(["The sleeves are too tight."]);
  });

  test("should quote nothing of which most would be masked, and no sentence too short or too long", () => {
    expect(
      quotesFrom(many((index) => `Zip ${"abcdefgh"[index]}x ${"hgfedcba"[index]}y gone there.`)),
    ).toEqual([]);
    expect(quotesFrom(many(() => "Zip broke."))).toEqual([]);
    expect(quotesFrom(many(() => `The zip broke ${"and broke ".repeat(30)}again.`))).toEqual([]);
  });
});
