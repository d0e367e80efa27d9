import type { Random } from "../../statistics/random/random.ts";
import { type Auc, type AucDifference, auc, aucDifference } from "../../statistics/significance/auc.ts";
import { crossFittedScores } from "../../statistics/texts/cross-fitted-scores.ts";
import type { RatingKinds } from "./rating-kinds.ts";
import type { ReadTexts } from "./read-texts.ts";

/** A score for each text: how it reads, above 0 better than others. */
export interface Scores {
  /** `learned`: by a model of the shop's own ratings; `wordList`: by an English word list. */
  method: "learned" | "wordList";
  /** By review; NaN for none. */
  scores: Float64Array;
  /** How many different rated texts were learned from; 0 for a word list. */
  learned: number;
  /** Held against the ratings; null where there are too few of either kind. */
  quality: ScoreQuality | null;
}

/** Who gave which rating, review by review. */
export interface RatedPersons {
  /** NaN for none. */
  rating: Float64Array;
  person: Int32Array;
}

/** How well scores part high ratings from low ones, a case a person and kind of rating: the mean of their texts. */
export interface ScoreQuality {
  auc: Auc;
  /** The mean of the shares of high and of low ratings that lie on the right side of 0. */
  balancedAccuracy: number;
  /** The share of all that do. */
  accuracy: number;
  /** The share of them that would be right who always say the commoner kind. */
  naive: number;
  high: number;
  low: number;
  /** Against the word list on the same texts; null for the word list itself, or where it has no score. */
  againstWordList: (AucDifference & { wordList: number }) | null;
}

/** Fewer different rated texts than this teach nothing. */
const leastRated = 200;
/** Fewer of either kind than this. */
const leastOfKind = 50;
/** Fewer of either kind than this are no measure. */
const leastJudged = 10;

/** Scores texts by what the ratings teach, or, where they are too few, by the word list; null where neither can be. */
export function scoreTexts(
  { corpus, wordList }: Pick<ReadTexts, "corpus" | "wordList">,
  { rating: ratings, person }: RatedPersons,
  kinds: RatingKinds,
  random: Random,
): Scores | null {
  const { textOf, size } = corpus;
  const rated = new Float64Array(size);
  const high = new Float64Array(size);
  const hints = new Float64Array(size).fill(Number.NaN);
  ratings.forEach((rating, review) => {
    const text = textOf[review] ?? -1;
    if (text < 0) return;
    // Of equal words that marks part elsewhere, the list may say something else.
    const hint = wordList[review] ?? Number.NaN;
    if (!((hints[text] ?? Number.NaN) >= hint)) hints[text] = hint;
    if (!kinds.isHigh(rating) && !kinds.isLow(rating)) return;
    rated[text] = (rated[text] ?? 0) + 1;
    if (kinds.isHigh(rating)) high[text] = (high[text] ?? 0) + 1;
  });
  const positive = high.map((count, text) => count / (rated[text] ?? 0));
  const highs = positive.filter((share) => share >= 0.5).length;
  const lows = positive.filter((share) => share < 0.5).length;
  if (highs + lows >= leastRated && Math.min(highs, lows) >= leastOfKind) {
    const found = crossFittedScores({ corpus, positive, hint: hints }, random);
    const scores = textScores(textOf, found.scores);
    return {
      method: "learned",
      scores,
      learned: found.learned,
      quality: qualityOf(scores, casesOf(scores, { rating: ratings, person }, kinds), wordList),
    };
  }
  if (wordList.every(Number.isNaN)) return null;
  return {
    method: "wordList",
    scores: wordList,
    learned: 0,
    quality: qualityOf(wordList, casesOf(wordList, { rating: ratings, person }, kinds), null),
  };
}

function textScores(textOf: Int32Array, scores: Float64Array): Float64Array {
  return Float64Array.from(textOf, (text) => (text < 0 ? Number.NaN : (scores[text] ?? Number.NaN)));
}

/** The texts of a person with ratings of one kind: who writes more is no more proof. */
interface Case {
  isHigh: boolean;
  reviews: number[];
}

function casesOf(scores: Float64Array, { rating, person }: RatedPersons, kinds: RatingKinds): Case[] {
  const [high, low] = [new Map<number, Case>(), new Map<number, Case>()];
  for (const [review, score] of scores.entries()) {
    const given = rating[review] ?? Number.NaN;
    const isHigh = kinds.isHigh(given);
    if (Number.isNaN(score) || !(isHigh || kinds.isLow(given))) continue;
    const cases = isHigh ? high : low;
    const who = person[review] ?? 0;
    const known = cases.get(who);
    if (known === undefined) cases.set(who, { isHigh, reviews: [review] });
    else known.reviews.push(review);
  }
  return [...high.values(), ...low.values()];
}

/** The mean of each case's scores; NaN where one of its texts has none. */
function meansOf(cases: readonly Case[], scores: Float64Array): Float64Array {
  return Float64Array.from(cases, ({ reviews }) => {
    const own = Float64Array.from(reviews, (review) => scores[review] ?? Number.NaN).sort();
    return own.reduce((sum, score) => sum + score, 0) / own.length;
  });
}

function qualityOf(
  scores: Float64Array,
  cases: readonly Case[],
  wordList: Float64Array | null,
): ScoreQuality | null {
  const isHigh = cases.map((each) => each.isHigh);
  const high = isHigh.filter(Boolean).length;
  const low = cases.length - high;
  if (Math.min(high, low) < leastJudged) return null;
  const own = meansOf(cases, scores);
  const area = auc(own, isHigh);
  if (area === null) return null;
  const right = (wanted: boolean) =>
    own.reduce((count, score, place) => count + Number(isHigh[place] === wanted && score > 0 === wanted), 0);
  const [rightHigh, rightLow] = [right(true), right(false)];
  return {
    auc: area,
    balancedAccuracy: (rightHigh / high + rightLow / low) / 2,
    accuracy: (rightHigh + rightLow) / cases.length,
    naive: Math.max(high, low) / cases.length,
    high,
    low,
    againstWordList: wordList === null ? null : against(meansOf(cases, wordList), own, isHigh),
  };
}

/** Held against the word list, on the cases that it has a score for; null where these are less than half. */
function against(
  wordList: Float64Array,
  own: Float64Array,
  isHigh: readonly boolean[],
): (AucDifference & { wordList: number }) | null {
  const places = [...own.keys()].filter((place) => !Number.isNaN(wordList[place] ?? Number.NaN));
  if (places.length * 2 < own.length) return null;
  const of = (values: Float64Array) => Float64Array.from(places, (place) => values[place] ?? 0);
  const kinds = places.map((place) => isHigh[place] ?? false);
  const other = auc(of(wordList), kinds);
  const difference = aucDifference(of(own), of(wordList), kinds);
  return other === null || difference === null ? null : { ...difference, wordList: other.value };
}
