import { SentimentIntensityAnalyzer } from "vader-sentiment";
import { describe, expect, test } from "vitest";
import { ratingKinds } from "../../../src/sections/reviews/rating-kinds.ts";
import { readTexts } from "../../../src/sections/reviews/read-texts.ts";
import { type Scores, scoreTexts } from "../../../src/sections/reviews/scores.ts";
import { randomIndex, seededRandom } from "../../../src/statistics/random/random.ts";
import { auc, aucDifference } from "../../../src/statistics/significance/auc.ts";
import { womensReviews } from "./womens-reviews.ts";

const real = womensReviews();

function scoresOf(texts: readonly string[], ratings: Float64Array, seed = 1): Scores {
  const scores = scoreTexts(
    readTexts(texts.length, (review) => texts[review] ?? ""),
    { rating: ratings, person: Int32Array.from(ratings.keys()) },
    ratingKinds(ratings),
    seededRandom(seed),
  );
  if (scores === null) throw new Error("there are no scores");
  return scores;
}

function shuffled<Value>(values: ArrayLike<Value>, seed: number): Value[] {
  const random = seededRandom(seed);
  const all = Array.from(values);
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = randomIndex(random, last + 1);
    const [a, b] = [all[last], all[other]];
    if (a === undefined || b === undefined) continue;
    [all[last], all[other]] = [b, a];
  }
  return all;
}

describe.skipIf(real === null)("scores of real reviews of clothing", () => {
  const { texts, ratings } = real ?? { texts: [], ratings: new Float64Array(0) };
  const judged = [...texts.keys()].filter(
    (review) => (texts[review] ?? "").trim() !== "" && ratings[review] !== 3,
  );
  const isHigh = judged.map((review) => (ratings[review] ?? 0) >= 4);

  test("should be of the texts that the golden file counts", () => {
    expect([judged.length, isHigh.filter(Boolean).length]).toEqual([834, 737]);
  });

  test("should part high from low ratings by an area of at least .89, the mean over ten seeds", () => {
    const areas = Array.from({ length: 10 }, (_, seed) => {
      const { method, quality } = scoresOf(texts, ratings, seed + 1);
      expect(method).toBe("learned");
      expect([quality?.high, quality?.low]).toEqual([737, 97]);
      return quality?.auc.value ?? 0;
    });
    expect(areas.reduce((sum, area) => sum + area, 0) / 10).toBeGreaterThanOrEqual(0.89);
  });

  test("should be better than the best of the word lists by a paired interval", () => {
    const { scores, quality } = scoresOf(texts, ratings);
    const vader = Float64Array.from(
      judged,
      (review) => SentimentIntensityAnalyzer.polarity_scores(texts[review] ?? "").compound,
    );
    // The golden file: vader-sentiment 1.1.3 has .8052.
    expect(auc(vader, isHigh)?.value).toBeCloseTo(0.8052, 4);
    const own = Float64Array.from(judged, (review) => scores[review] ?? 0);
    expect(aucDifference(own, vader, isHigh)?.interval.low).toBeGreaterThan(0);
    expect(quality?.againstWordList?.interval.low).toBeGreaterThan(0);
    expect(quality?.againstWordList?.wordList).toBeGreaterThan(0.758);
  });

  test("should tell nothing where ratings are dealt at random", () => {
    const areas = Array.from({ length: 8 }, (_, seed) => {
      const dealt = Float64Array.from(shuffled(ratings, 50 + seed));
      return scoresOf(texts, dealt).quality?.auc;
    });
    const mean = areas.reduce((sum, area) => sum + (area?.value ?? 0), 0) / areas.length;
    // One area has a standard error of about .033, the mean of eight .012.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.04);
    const covering = areas.filter(
      (area) => area !== undefined && area.interval.low < 0.5 && area.interval.high > 0.5,
    );
    expect(covering.length).toBeGreaterThanOrEqual(6);
  });

  test("should be the same to the last bit whatever the order of the rows", () => {
    const order = shuffled([...texts.keys()], 3);
    const [one, other] = [
      scoresOf(texts, ratings),
      scoresOf(
        order.map((review) => texts[review] ?? ""),
        Float64Array.from(order, (review) => ratings[review] ?? 0),
      ),
    ];
    expect([...other.scores]).toEqual(order.map((review) => one.scores[review]));
  });
});

describe("scores", () => {
  const good = [
    "lovely soft fabric",
    "a perfect fit",
    "great colour and warm",
    "so comfortable",
    "very well made",
  ];
  const bad = [
    "the zip broke",
    "far too tight",
    "colour washed out",
    "arrived late and torn",
    "itchy and stiff",
  ];
  /** A word of its own for each number. */
  const tag = (index: number) =>
    [26 * 26, 26, 1].map((size) => String.fromCharCode(97 + (Math.floor(index / size) % 26))).join("");
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const [one, other] = index % 2 === 0 ? [good, bad] : [bad, good];
      const sentence = `${one[index % 5]}, ${one[(index * 7 + 1) % 5]} and number ${tag(index)}`;
      return index % 23 === 0 ? `${sentence} but ${other[index % 5]}` : sentence;
    });
  const alternating = (count: number) =>
    Float64Array.from({ length: count }, (_, index) => (index % 2 === 0 ? 5 : 1));

  test("should be learned from 200 rated texts, 50 of each kind, and not from fewer", () => {
    expect(scoresOf(many(200), alternating(200)).method).toBe("learned");
    expect(scoresOf(many(199), alternating(199)).method).toBe("wordList");
    const lopsided = Float64Array.from({ length: 400 }, (_, index) => (index < 49 ? 1 : 5));
    expect(scoresOf(many(400), lopsided).method).toBe("wordList");
  });

  test("should never come from a model that saw an equal text", () => {
    // Half of all texts are equal, and rated low and high by turns: nothing can be learned of them.
    const texts = many(800).map((text, index) => (index < 400 ? "it is what it is" : text));
    const { method, scores } = scoresOf(texts, alternating(800));
    expect(method).toBe("learned");
    expect(new Set(scores.slice(0, 400)).size).toBe(1);
    expect(Math.abs(scores[0] ?? Number.NaN)).toBeLessThan(1);
  });

  test("should not be told better where few short texts come again and again", () => {
    // Each of 300 texts comes ten times, rated alike and mostly high: with equal texts on both sides it would be known by heart.
    const kinds = Array.from({ length: 300 }, (_, index) => (index % 5 === 0 ? 1 : 5));
    const texts = Array.from({ length: 3000 }, (_, index) => tag(index % 300).repeat(2));
    const ratings = Float64Array.from(texts, (_, index) => kinds[index % 300] ?? 0);
    const { method, quality } = scoresOf(texts, ratings);
    expect(method).toBe("learned");
    expect(quality?.auc.value).toBeCloseTo(0.5, 6);
    // Of eleven texts nine have a word that says what they are: the area is about 9/11 where that is all that is known.
    const told = texts.map((text, index) => {
      const isRight = (index % 300) % 11 < 9;
      return `${(kinds[index % 300] === 5) === isRight ? "love it" : "broke"} ${text}`;
    });
    const area = scoresOf(told, ratings).quality?.auc.value ?? 0;
    expect(Math.abs(area - 9 / 11)).toBeLessThan(0.1);
  });

  test("should count one case a person and kind of rating, whoever writes more", () => {
    const texts = many(800);
    const rating = alternating(800);
    // A fifth of all texts, all of them good, are of one person.
    const person = Int32Array.from(rating, (given, review) => (given === 5 && review < 320 ? 1000 : review));
    const kinds = ratingKinds(rating);
    const read = readTexts(texts.length, (review) => texts[review] ?? "");
    const { quality } = scoreTexts(read, { rating, person }, kinds, seededRandom(1)) ?? {};
    const one = rating.filter((given, review) => given === 5 && review < 320).length;
    expect([quality?.high, quality?.low]).toEqual([400 - one + 1, 400]);
  });

  test("should have none for a text without words", () => {
    const { scores } = scoresOf(
      [...many(200), "👍👍", "", "12/10"],
      Float64Array.from([...alternating(200), 5, 5, 5]),
    );
    expect([...scores.slice(200)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test("should be learned in any language", () => {
    const german = (index: number) =>
      `${index % 2 === 0 ? "Sehr schöne Farbe, sitzt gut" : "Viel zu eng, die Naht ist gerissen"} ${tag(index)}`;
    const japanese = (index: number) =>
      `${index % 2 === 0 ? "とても良い商品です。色がきれい" : "サイズが小さい。すぐ壊れた"} ${tag(index)}`;
    for (const write of [german, japanese]) {
      const texts = Array.from({ length: 420 }, (_, index) => write(index));
      const { method, quality } = scoresOf(texts, alternating(420));
      expect(method).toBe("learned");
      expect(quality?.auc.value).toBeGreaterThan(0.95);
    }
  });

  test("should have no word list's score for texts that are not English", () => {
    const { wordList, languages } = readTexts(
      2,
      (review) => ["Die Jacke ist leider zu klein und nicht warm", "OK"][review] ?? "",
    );
    expect(languages).toEqual(["de"]);
    expect([...wordList]).toEqual([Number.NaN, Number.NaN]);
  });
});
