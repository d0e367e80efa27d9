import type { Gate } from "../../disclosure/gate.ts";
import { seededRandom } from "../../statistics/random/random.ts";
import { pause, wordsIn } from "../../statistics/texts/words-in.ts";
import type { Reviews } from "../../store/reviews.ts";
import { type StarGroup, scoresByStars } from "./by-stars.ts";
import { type Disagreement, disagreementOf } from "./disagreement.ts";
import { type FoundTheme, findThemes } from "./find-themes.ts";
import { commonWords, type Language } from "./languages.ts";
import { meanRating } from "./mean-rating.ts";
import { type OverTime, reviewsOverTime } from "./over-time.ts";
import { quotesOf } from "./quotes.ts";
import type { RatedReviews } from "./rated-reviews.ts";
import { ratingKinds } from "./rating-kinds.ts";
import { type ReadTexts, readTexts } from "./read-texts.ts";
import { type ScoreQuality, type Scores, scoreTexts } from "./scores.ts";
import { tellingTerms } from "./telling-terms.ts";
import { type MeasuredThemes, measureThemes } from "./theme-measures.ts";

/** What customers write. */
export interface ReviewsPart {
  /** Reviews with a text, and persons who wrote them: customers, or where these are not known, each text. */
  texts: number;
  customers: number;
  hasCustomers: boolean;
  /** Whether themes are told with sentences of texts. */
  hasQuotes: boolean;
  /** Texts that have a rating; null where only few persons' have one, or have none. */
  rated: number | null;
  /** The mean rating of these; null where too few have one. */
  rating: number | null;
  /** The highest rating of the scale. */
  top: 1 | 5 | 10 | 100;
  /** Languages that at least one text in twenty is in, and those of enough persons, the commonest first. */
  languages: Language[];
  /** How texts are scored. */
  method:
    | {
        kind: "learned" | "wordList";
        /** Texts that have a score; null where only few persons' have one, or have none. */
        scored: number | null;
        /** About how many different rated texts were learned from, to two digits: exact, it would tell how many others there are. */
        learned: number;
        quality: PublishedQuality | null;
      }
    | { kind: "none"; why: "language" | "words" };
  byStars: StarGroup[] | null;
  /** What texts are about; null where there are too few of either kind of rating. */
  themes:
    | (MeasuredThemes & {
        lookedAt: number;
        /** Persons with a high rating and with a low one; null where only few have neither. */
        persons: { high: number; low: number } | null;
      })
    | null;
  disagreement: Disagreement | null;
  overTime: OverTime | null;
}

/** How far scores can be trusted, as it is published: without the counts it stands on, shares to three digits. */
export type PublishedQuality = Pick<ScoreQuality, "balancedAccuracy" | "accuracy" | "naive"> & {
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
 * @param hasQuotes whether themes are published with sentences of texts
 */
export function buildReviews(
  reviews: Reviews,
  withheld: ReadonlySet<string>,
  gate: Gate,
  hasQuotes = false,
): ReviewsPart | null {
  const customers = new Set(reviews.person).size;
  if (!gate.isEnough(customers)) return null;
  const kinds = ratingKinds(reviews.rating);
  const kind = Int8Array.from(reviews.rating, (rating) =>
    kinds.isHigh(rating) ? 1 : kinds.isLow(rating) ? -1 : 0,
  );
  const read = readTexts(reviews.count, (review) => reviews.textAt(review));
  const scores = scoreTexts(read, reviews, kinds, seededRandom(seed));
  const found = themesOf(reviews, read, kind, withheld, gate);
  const measured =
    found === null
      ? null
      : measureThemes(
          hasQuotes ? withQuotes(found.themes, reviews, read, kind, withheld, gate) : found.themes,
          reviews,
          kind,
          gate,
        );
  const tellable = tellableCounts(reviews.person, gate);
  const isRated = (review: number) => !Number.isNaN(reviews.rating[review] ?? Number.NaN);
  const isJudged = (review: number) => kind[review] !== 0;
  return {
    texts: reviews.count,
    customers,
    hasCustomers: reviews.hasCustomers,
    hasQuotes,
    rated: tellable(isRated),
    rating: meanRating(reviews.rating.keys(), reviews, gate),
    top: kinds.top,
    languages: read.languages.filter(
      (language) => tellable((review) => read.languageOf[review] === language) !== null,
    ),
    method: methodOf(scores, read, tellable, gate),
    byStars: scores === null ? null : scoresByStars(scores.scores, reviews, kinds, gate),
    themes:
      found === null || measured === null
        ? null
        : {
            ...measured,
            lookedAt: found.lookedAt,
            persons: tellable(isJudged) === null ? null : found.persons,
          },
    disagreement: scores === null ? null : disagreementOf(scores.scores, kind, reviews, gate),
    overTime: reviewsOverTime(reviews, scores?.scores ?? null, gate),
  };
}

/** How many reviews something holds of; null where those who wrote them, or the others, are few. */
type TellableCount = (holds: (review: number) => boolean) => number | null;

function tellableCounts(person: Int32Array, gate: Gate): TellableCount {
  return (holds) => {
    const sides = [new Set<number>(), new Set<number>()] as const;
    let count = 0;
    for (const [review, who] of person.entries()) {
      const has = holds(review);
      if (has) count += 1;
      sides[has ? 0 : 1].add(who);
    }
    return gate.holds(sides.map(({ size }) => size)) ? count : null;
  };
}

function withQuotes(
  themes: readonly FoundTheme[],
  reviews: Reviews,
  { corpus }: ReadTexts,
  kind: Int8Array,
  withheld: ReadonlySet<string>,
  gate: Gate,
): (FoundTheme & { quotes: string[] })[] {
  const textAt = (review: number) => reviews.textAt(review);
  const found = quotesOf(themes, { corpus, textAt, person: reviews.person, kind, withheld }, gate);
  return themes.map((theme, index) => ({ ...theme, quotes: found[index] ?? [] }));
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
    languages,
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

function methodOf(
  scores: Scores | null,
  { corpus, languages }: ReadTexts,
  tellable: TellableCount,
  gate: Gate,
): ReviewsPart["method"] {
  if (scores === null)
    return { kind: "none", why: corpus.size > 0 && languages.length > 0 ? "language" : "words" };
  const { method, learned, quality } = scores;
  return {
    kind: method,
    scored: tellable((review) => !Number.isNaN(scores.scores[review] ?? Number.NaN)),
    learned: Number(learned.toPrecision(2)),
    quality:
      quality === null || !gate.isEnough(Math.min(quality.high, quality.low))
        ? null
        : publishedQuality(quality),
  };
}

function publishedQuality({ auc, againstWordList, ...rest }: ScoreQuality): PublishedQuality {
  const share = (value: number) => Number(value.toFixed(3));
  return {
    balancedAccuracy: share(rest.balancedAccuracy),
    accuracy: share(rest.accuracy),
    naive: share(rest.naive),
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

/** Areas without their last bits, which depend on the order of the rows. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}
