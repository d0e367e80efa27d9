import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { findThemes } from "../../../src/sections/reviews/find-themes.ts";
import { commonWords } from "../../../src/sections/reviews/languages.ts";
import { readTexts } from "../../../src/sections/reviews/read-texts.ts";
import { tellingTerms } from "../../../src/sections/reviews/telling-terms.ts";
import { randomIndex, seededRandom } from "../../../src/statistics/random/random.ts";
import { womensReviews } from "./womens-reviews.ts";

const real = womensReviews();

describe.skipIf(real === null)("themes of real reviews of clothing", () => {
  const { texts, ratings } = real ?? { texts: [], ratings: new Float64Array(0) };
  const { corpus, languages } = readTexts(texts.length, (review) => texts[review] ?? "");
  const common = commonWords(languages);
  const gate = new Gate(5);
  const themesOf = (dealt: Float64Array) => {
    const reviews = {
      corpus,
      languages,
      person: Int32Array.from(dealt.keys()),
      kind: Int8Array.from(dealt, (rating) => (rating >= 4 ? 1 : rating <= 2 ? -1 : 0)),
      withheld: new Uint8Array(corpus.words.length),
      common: Uint8Array.from(corpus.words, (word) => (common.has(word) ? 1 : 0)),
      ownWords: () => null,
    };
    return findThemes(reviews, tellingTerms(reviews, gate), gate);
  };

  test("should be of texts that complain of them", () => {
    const found = themesOf(ratings);
    expect(found.length).toBeGreaterThan(0);
    for (const { kind, words, reviews } of found) {
      expect(kind, words.join()).toBe("complaint");
      const given = Array.from(reviews, (review) => ratings[review] ?? 0);
      // 4.2 is the mean of all.
      expect(given.reduce((sum, each) => sum + each, 0) / given.length, words.join()).toBeLessThan(3.4);
    }
    // Half of the texts with “huge” are of huge fans, disappointments and snags.
    expect(found.flatMap(({ words }) => words)).not.toContain("huge");
  });

  test("should be found at most once in twenty where ratings are dealt at random", () => {
    const random = seededRandom(1);
    let withTheme = 0;
    for (let deal = 0; deal < 100; deal += 1) {
      const dealt = ratings.slice();
      for (let last = dealt.length - 1; last > 0; last -= 1) {
        const other = randomIndex(random, last + 1);
        [dealt[last], dealt[other]] = [dealt[other] ?? 0, dealt[last] ?? 0];
      }
      if (themesOf(dealt).length > 0) withTheme += 1;
    }
    expect(withTheme).toBeLessThanOrEqual(5);
  });
});
