import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { findThemes } from "../../../src/sections/reviews/find-themes.ts";
import { commonWords, type Language } from "../../../src/sections/reviews/languages.ts";
import type { RatedReviews } from "../../../src/sections/reviews/rated-reviews.ts";
import { tellingTerms } from "../../../src/sections/reviews/telling-terms.ts";
import { TermReader } from "../../../src/sections/reviews/term-reader.ts";
import { CorpusBuilder } from "../../../src/statistics/texts/corpus.ts";
import { learnVocabulary } from "../../../src/statistics/texts/text-features.ts";
import { wordsIn } from "../../../src/statistics/texts/words-in.ts";

function corpusOf(texts: readonly string[]) {
  const builder = new CorpusBuilder();
  for (const text of texts) builder.add(wordsIn(text));
  return builder.finish();
}

/** The terms that say something in a text, a denied word with “¬”. */
function termsIn(text: string, language: Language = "en"): string[] {
  // Each word and pair stands in two texts, so that it is in the vocabulary.
  const corpus = corpusOf([text, `${text}. zz`]);
  const common = commonWords([language]);
  const reader = new TermReader(
    corpus,
    learnVocabulary(corpus, Int32Array.of(0, 1)),
    Uint8Array.from(corpus.words, (word) => (common.has(word) ? 1 : 0)),
    [language],
  );
  return reader.termsIn(corpus.textOf[0] ?? 0).flatMap((term) => {
    const words = reader.placesOf(term).map((place) => corpus.words[place]);
    return reader.saysSomething(term) ? [`${reader.isDenied(term) ? "¬" : ""}${words.join(" ")}`] : [];
  });
}

/** Reviews by one person each. */
function reviewsOf(
  all: readonly (readonly [text: string, kind: 1 | -1])[],
  language: Language = "en",
): RatedReviews {
  const corpus = corpusOf(all.map(([text]) => text));
  const common = commonWords([language]);
  return {
    corpus,
    person: Int32Array.from(all.keys()),
    kind: Int8Array.from(all, ([, kind]) => kind),
    withheld: new Uint8Array(corpus.words.length),
    common: Uint8Array.from(corpus.words, (word) => (common.has(word) ? 1 : 0)),
    languages: [language],
    ownWords: () => null,
  };
}

function themesOf(...[all, language]: Parameters<typeof reviewsOf>) {
  const reviews = reviewsOf(all, language);
  const gate = new Gate(5);
  return findThemes(reviews, tellingTerms(reviews, gate), gate).map(
    ({ kind, words, reviews: { length } }) => `${kind} ${words.join(", ")}: ${length}`,
  );
}

describe("TermReader", () => {
  test("should tell a word that is denied from the word", () => {
    expect(termsIn("The zip is stuck")).toEqual(["zip", "stuck"]);
    expect(termsIn("It does not feel stiff at all")).toEqual(["¬stiff"]);
    expect(termsIn("Not too thin, but thin")).toEqual(["¬thin", "thin"]);
    expect(termsIn("without a stiff collar")).toEqual(["¬stiff", "collar"]);
    expect(termsIn("less stiff than others")).toEqual(["¬stiff"]);
  });

  test("should end what is denied with a pause, with another thought, and far behind", () => {
    expect(termsIn("not for me: stiff")).toEqual(["stiff"]);
    expect(termsIn("not just soft")).toEqual(["soft"]);
    expect(termsIn("I do not like how thin it is")).toEqual(["thin"]);
    expect(termsIn("not that it is as it was when it was stiff")).toEqual(["stiff"]);
  });

  test("should take a pair for what it says only where it is not denied", () => {
    expect(termsIn("it is too thin")).toEqual(["thin", "too thin"]);
    expect(termsIn("it is not too thin")).toEqual(["¬thin"]);
    expect(termsIn("bad customer service")).toContain("customer service");
    expect(termsIn("no customer service")).toEqual(["¬customer", "service"]);
  });

  test("should take a word of size before another word for its measure", () => {
    expect(termsIn("It was huge on me, huge")).toEqual(["huge", "huge"]);
    expect(termsIn("a huge snag")).not.toContain("huge");
    expect(termsIn("not a huge snag")).toEqual(["¬snag"]);
  });

  test("should know what denies in other languages, before a word and behind it", () => {
    expect(termsIn("Die Jacke ist nicht besonders warm", "de")).toEqual(["jacke", "¬warm"]);
    expect(termsIn("Die Hose passt nicht", "de")).toEqual(["hose", "¬passt"]);
    expect(termsIn("La veste ne chauffe pas", "fr")).toEqual(["veste", "¬chauffe"]);
  });
});

describe("themes", () => {
  const many = (count: number, text: string, kind: 1 | -1) =>
    Array.from({ length: count }, (_, index): [string, 1 | -1] => [
      `${text}. ${"abcdefgh"[index % 8]}x`,
      kind,
    ]);

  test("should not be of texts that deny their word, nor of such that measure by it", () => {
    expect(
      themesOf([
        ...many(40, "It is stiff", -1),
        ...many(30, "It was huge", -1),
        ...many(60, "It has a collar", -1),
        ...many(200, "It has a collar", 1),
        ...many(40, "It is not stiff", 1),
        ...many(30, "I found a huge bargain", 1),
      ]).filter((theme) => theme.startsWith("complaint")),
    ).toEqual(["complaint stiff: 40", "complaint huge: 30"]);
  });

  test("should be of what is denied, named as most write it", () => {
    expect(
      themesOf([
        ...many(30, "The lamp doesn't charge", -1),
        ...many(10, "The lamp does not charge", -1),
        ...many(120, "The lamp is bright", -1),
        ...many(100, "The lamp does charge", 1),
        ...many(100, "The lamp is bright", 1),
      ]),
    ).toContain("complaint doesn't charge: 40");
    expect(
      themesOf(
        [
          ...many(40, "Die Lampe lädt nicht", -1),
          ...many(100, "Die Lampe ist hell", -1),
          ...many(200, "Die Lampe lädt", 1),
        ],
        "de",
      ),
    ).toContain("complaint lädt nicht: 40");
  });

  test("should not join words that stand together no more often than by chance", () => {
    // Of 100 texts 30 have each, and 14 both: chance alone would have 9, and 14 or more in one of a hundred cases.
    const found = themesOf([
      ...many(16, "The zip is stuck", -1),
      ...many(16, "The parcel is lost", -1),
      ...many(14, "The zip is stuck. The parcel is lost", -1),
      ...many(54, "It is blue", -1),
      ...many(300, "It is blue", 1),
    ]).filter((theme) => theme.startsWith("complaint"));
    expect(found.sort()).toEqual(["complaint lost, parcel: 30", "complaint stuck, zip: 30"]);
  });

  test("should be of pairs of which neither word tells by itself", () => {
    expect(
      themesOf([
        ...many(40, "The sleeves are too short", -1),
        ...many(120, "The skirt is short", -1),
        ...many(160, "The skirt is short", 1),
        ...many(40, "The sleeves are rather short", 1),
      ]),
    ).toEqual(["complaint too short: 40"]);
  });

  test("should be of words of one sign, where these say something, and not of one letter", () => {
    expect(
      themesOf(
        [...many(40, "很薄，x", -1), ...many(120, "颜色很漂亮", -1), ...many(200, "颜色很漂亮", 1)],
        "zh",
      ).filter((theme) => theme.startsWith("complaint")),
    ).toEqual(["complaint 薄: 40"]);
  });
});
