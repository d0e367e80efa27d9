import type { Gate } from "../../disclosure/gate.ts";
import { seededRandom } from "../../statistics/random/random.ts";
import { pause, wordsIn } from "../../statistics/texts/words-in.ts";
import type { Reviews } from "../../store/reviews.ts";
import { type StarGroup, scoresByStars } from "./by-stars.ts";
import { type Disagreement, disagreementOf } from "./disagreement.ts";
import { type FoundTheme, findThemes } from "./find-themes.ts";
import { commonWords, type Language } from "./languages.ts";
import { type OverTime, reviewsOverTime } from "./over-time.ts";
import { ratingKinds } from "./rating-kinds.ts";
import { type ReadTexts, readTexts } from "./read-texts.ts";
import { type ScoreQuality, type Scores, scoreTexts } from "./scores.ts";
import { type RatedReviews, tellingTerms } from "./telling-terms.ts";
import { type MeasuredThemes, measureThemes } from "./theme-measures.ts";

/** What customers write. */
export interface ReviewsPart {
  /** Reviews with a text, and persons who wrote them: customers, or where these are not known, each text. */
  texts: number;
  customers: number;
  hasCustomers: boolean;
  /** Texts that have a rating. */
  rated: number;
  /** The mean rating of these; null where too few have one. */
  rating: number | null;
  /** The highest rating of the scale. */
  top: 1 | 5 | 10 | 100;
  /** Languages that at least one text in twenty is in, the commonest first. */
  languages: Language[];
  /** How texts are scored. */
  method:
    | {
        kind: "learned" | "wordList";
        /** Texts that have a score. */
        scored: number;
        /** Different rated texts that were learned from. */
        learned: number;
        quality: PublishedQuality | null;
      }
    | { kind: "none"; why: "language" | "words" };
  byStars: StarGroup[] | null;
  /** What texts are about; null where there are too few of either kind of rating. */
  themes: (MeasuredThemes & { lookedAt: number; persons: { high: number; low: number } }) | null;
  disagreement: Disagreement | null;
  overTime: OverTime | null;
}

/** How far scores can be trusted, as it is published. */
export type PublishedQuality = Pick<
  ScoreQuality,
  "balancedAccuracy" | "accuracy" | "naive" | "high" | "low"
> & {
  auc: number;
  low95: number;
  high95: number;
  /** The word list's area on the same texts, and the interval of what the model has more; null for the word list itself. */
  wordList: { auc: number; gainLow: number; gainHigh: number } | null;
};

/** Draws the parts of the cross-fitting. */
const seed = 19;

/**
 * Works out the part; null where fewer persons than may be told of wrote anything.
 *
 * @param withheld words that are not published, such as those of customers' names
 */
export function buildReviews(
  reviews: Reviews,
  withheld: ReadonlySet<string>,
  gate: Gate,
): ReviewsPart | null {
  const customers = new Set(reviews.person).size;
  if (!gate.isEnough(customers)) return null;
  const kinds = ratingKinds(reviews.rating);
  const kind = Int8Array.from(reviews.rating, (rating) =>
    kinds.isHigh(rating) ? 1 : kinds.isLow(rating) ? -1 : 0,
  );
  const read = readTexts(reviews.count, (review) => reviews.textAt(review));
  const scores = scoreTexts(read, reviews.rating, kinds, seededRandom(seed));
  const found = themesOf(reviews, read, kind, withheld, gate);
  const measured = found === null ? null : measureThemes(found.themes, reviews, kind, gate);
  const rated = [...reviews.rating.keys()].filter(
    (review) => !Number.isNaN(reviews.rating[review] ?? Number.NaN),
  );
  const sum = rated
    .map((review) => reviews.rating[review] ?? 0)
    .sort((a, b) => a - b)
    .reduce((all, each) => all + each, 0);
  return {
    texts: reviews.count,
    customers,
    hasCustomers: reviews.hasCustomers,
    rated: rated.length,
    rating: gate.isEnough(new Set(rated.map((review) => reviews.person[review])).size)
      ? sum / rated.length
      : null,
    top: kinds.top,
    languages: read.languages,
    method: methodOf(scores, read),
    byStars: scores === null ? null : scoresByStars(scores.scores, reviews, kinds, gate),
    themes:
      found === null || measured === null
        ? null
        : { ...measured, lookedAt: found.lookedAt, persons: found.persons },
    disagreement: scores === null ? null : disagreementOf(scores.scores, kind, reviews, gate),
    overTime: reviewsOverTime(reviews, scores?.scores ?? null, gate),
  };
}

function themesOf(
  reviews: Reviews,
  { corpus, languages }: ReadTexts,
  kind: Int8Array,
  withheld: ReadonlySet<string>,
  gate: Gate,
): { themes: FoundTheme[]; lookedAt: number; persons: { high: number; low: number } } | null {
  const common = commonWords(languages);
  const placeOf = new Map(corpus.words.map((word, place) => [word, place]));
  const rated: RatedReviews = {
    corpus,
    person: reviews.person,
    kind,
    withheld: Uint8Array.from(corpus.words, (word) => (withheld.has(word) ? 1 : 0)),
    common: Uint8Array.from(corpus.words, (word) => (common.has(word) ? 1 : 0)),
    ownWords: ownWordsOf(reviews, placeOf),
  };
  const telling = tellingTerms(rated, gate);
  if (!gate.isEnough(telling.persons.high) || !gate.isEnough(telling.persons.low)) return null;
  return { themes: findThemes(rated, telling, gate), lookedAt: telling.lookedAt, persons: telling.persons };
}

/** The words in the names of each review's product and category. */
function ownWordsOf(
  { product, products, category, categories }: Reviews,
  placeOf: ReadonlyMap<string, number>,
): (review: number) => ReadonlySet<number> | null {
  const placesIn = (name: string) =>
    wordsIn(name).flatMap((word) => (word === pause ? [] : (placeOf.get(word) ?? [])));
  const ofProduct = products.map((name) => placesIn(name));
  const ofCategory = categories.map((name) => placesIn(name));
  const known = new Map<number, ReadonlySet<number>>();
  return (review) => {
    const [one, other] = [product[review] ?? -1, category[review] ?? -1];
    if (one < 0 && other < 0) return null;
    const key = (one + 1) * (categories.length + 1) + other + 1;
    const found = known.get(key) ?? new Set([...(ofProduct[one] ?? []), ...(ofCategory[other] ?? [])]);
    known.set(key, found);
    return found;
  };
}

function methodOf(scores: Scores | null, { corpus, languages }: ReadTexts): ReviewsPart["method"] {
  if (scores === null)
    return { kind: "none", why: corpus.size > 0 && languages.length > 0 ? "language" : "words" };
  const { method, learned, quality } = scores;
  return {
    kind: method,
    scored: scores.scores.filter((score) => !Number.isNaN(score)).length,
    learned,
    quality: quality === null ? null : publishedQuality(quality),
  };
}

/** Areas without their last bits, which depend on the order of the rows. */
function publishedQuality({ auc, againstWordList, ...rest }: ScoreQuality): PublishedQuality {
  return {
    ...rest,
    auc: rounded(auc.value),
    low95: rounded(auc.interval.low),
    high95: rounded(auc.interval.high),
    wordList:
      againstWordList === null
        ? null
        : {
            auc: rounded(againstWordList.wordList),
            gainLow: rounded(againstWordList.interval.low),
            gainHigh: rounded(againstWordList.interval.high),
          },
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(6));
}
