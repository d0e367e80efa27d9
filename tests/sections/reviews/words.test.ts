import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import type { Theme } from "../../../src/sections/reviews/theme-measures.ts";
import { changingThemeWords, costliestThemeWords } from "../../../src/sections/reviews/words/insights.ts";
import { costliestComplaint, ratingWords, themeSentence } from "../../../src/sections/reviews/words/page.ts";

const format = createFormatter("en-US", null);

function themeOf(change: Partial<Theme> = {}): Theme {
  return {
    id: "zip",
    kind: "complaint",
    words: ["zip"],
    texts: 40,
    customers: 38,
    share: 0.1,
    shareInterval: { low: 0.07, high: 0.13 },
    shareOfKind: 0.3,
    rating: 2.5,
    stars: -1.2,
    change: "grows",
    categories: [],
    products: [],
    periods: [0.05, 0.2, 0.12],
    ...change,
  };
}

describe("words on themes", () => {
  test("should say that a complaint pulls the rating down only where it is rated lower", () => {
    const higher = themeOf({ id: "fit", stars: 0.3 });
    expect(costliestComplaint([themeOf({ kind: "praise" }), higher])).toBeUndefined();
    const unrated = themeOf({ stars: null });
    const lower = themeOf();
    expect(costliestComplaint([higher, unrated, lower])).toBe(lower);
  });

  test("should quote the first and the last period only where they lie the way of the change", () => {
    expect(changingThemeWords(themeOf(), format).rest).toContain("from 5.0% of reviews");
    const falling = themeOf({ periods: [0.12, 0.2, 0.05] });
    expect(changingThemeWords(falling, format).rest).toBe("by more than chance would explain.");
    expect(costliestThemeWords(falling, 5, format).rest).toContain("Its share grows.");
    const shrinking = themeOf({ change: "shrinks", periods: [0.12, 0.2, 0.05] });
    expect(changingThemeWords(shrinking, format).rest).toContain("down from 12%");
  });

  test("should speak of one word as it and of several as them", () => {
    expect(costliestThemeWords(themeOf(), 5, format).rest).toContain("mention it and");
    expect(costliestThemeWords(themeOf({ words: ["zip", "seam"] }), 5, format).rest).toContain(
      "mention them and",
    );
  });

  test("should count writers only where some of them wrote several texts", () => {
    const alone = themeOf({ texts: 280, customers: 280 });
    expect(themeSentence(alone, 5, format)).toContain("of texts (280) and");
    expect(themeSentence(themeOf(), 5, format)).toContain("of texts (40, by 38 writers) and");
    expect(changingThemeWords(alone, format).evidence).toBe("280 texts");
    expect(costliestThemeWords(themeOf(), 5, format).evidence).toBe(
      "40 texts of 38 writers · 95% interval 7.0% to 13%",
    );
  });

  test("should tell a rating with its scale, and leave out a share of few", () => {
    expect([ratingWords(0.75, 1, format), ratingWords(7.1, 10, format)]).toEqual(["0.75 of 1", "7.1 of 10"]);
    expect(themeSentence(themeOf(), 5, format)).toContain("rated 2.5 of 5 on average, 1.2 below");
    expect(themeSentence(themeOf(), 5, format)).toContain("30% of those with a low rating");
    expect(themeSentence(themeOf({ shareOfKind: null }), 5, format)).not.toContain("low rating");
  });
});
