import type { Gate } from "../../disclosure/gate.ts";
import { steady } from "../../statistics/describe/steady.ts";
import { holm } from "../../statistics/significance/holm.ts";
import { logOdds } from "../../statistics/significance/log-odds.ts";
import type { Corpus } from "../../statistics/texts/corpus.ts";
import {
  columnsIn,
  columnWords,
  learnVocabulary,
  type Vocabulary,
} from "../../statistics/texts/text-features.ts";
import { isVerdict } from "./verdicts.ts";

/** A word or a pair of words that low ratings have more of than high ones, or the reverse. */
export interface TellingTerm {
  words: readonly string[];
  column: number;
  /** Of the log-odds: above 0 for what high ratings have more of. */
  z: number;
  /** Corrected for all that were looked at. */
  p: number;
}

/** What terms are looked for in. */
export interface RatedReviews {
  corpus: Corpus;
  /** By review. */
  person: Int32Array;
  /** By review: 1 for a high rating, −1 for a low one, 0 for neither. */
  kind: Int8Array;
  /** Words of the corpus that may not be named. */
  withheld: Uint8Array;
  /** Words of the corpus that say nothing alone. */
  common: Uint8Array;
  /** By review: words of the name of its product and category, which do not count there. */
  ownWords: (review: number) => ReadonlySet<number> | null;
}

export interface TellingTerms {
  vocabulary: Vocabulary;
  terms: TellingTerm[];
  /** Words and pairs that were looked at. */
  lookedAt: number;
  persons: { high: number; low: number };
}

/** The chance that any of the words is told by chance alone. */
const mostChance = 0.05;

/**
 * The words and pairs that set texts of low ratings apart from those of high ones, by the log-odds-ratio with an
 * informative Dirichlet prior, corrected for all that were looked at: those that enough persons used in texts of low
 * ratings, or of high ones. Each person has one vote among the low and one among the high, shared by their texts there:
 * who writes more would else seem to use every word more.
 */
export function tellingTerms(reviews: RatedReviews, gate: Gate): TellingTerms {
  const { corpus, person, kind, withheld, common, ownWords } = reviews;
  const rated = Int32Array.from(kind.keys()).filter(
    (review) => kind[review] !== 0 && (corpus.textOf[review] ?? -1) >= 0,
  );
  const texts = Int32Array.from(new Set(Array.from(rated, (review) => corpus.textOf[review] ?? 0))).sort();
  const vocabulary = learnVocabulary(corpus, texts);
  const names = columnWords(corpus, vocabulary);
  const placeOf = new Map(corpus.words.map((word, place) => [word, place]));
  const isCandidate = names.map((words) => {
    const places = words.map((word) => placeOf.get(word) ?? 0);
    return (
      places.every((place) => withheld[place] === 0) &&
      places.some((place) => common[place] === 0) &&
      words.some((word) => [...word].length > 1) &&
      !words.some(isVerdict)
    );
  });
  const firstOf = Int32Array.from(names, ([first = ""]) => placeOf.get(first) ?? -1);
  const lastOf = Int32Array.from(
    names,
    (words, column) => placeOf.get(words[1] ?? "") ?? firstOf[column] ?? -1,
  );
  const sides = { high: newSide(names.length), low: newSide(names.length) };
  // Person by person: each has one vote a side, shared among the texts that are theirs there.
  const ordered = rated.sort((a, b) => (person[a] ?? 0) - (person[b] ?? 0));
  const written = { high: countBy(ordered, person, kind, 1), low: countBy(ordered, person, kind, -1) };
  for (const [place, review] of ordered.entries()) {
    const name = kind[review] === 1 ? "high" : "low";
    const side = sides[name];
    const who = person[review] ?? 0;
    const vote = 1 / (written[name].get(who) ?? 1);
    const own = ownWords(review);
    for (const column of columnsIn(corpus, corpus.textOf[review] ?? 0, vocabulary)) {
      if (isCandidate[column] !== true || side.lastText[column] === place + 1) continue;
      if (own !== null && (own.has(firstOf[column] ?? -1) || own.has(lastOf[column] ?? -1))) continue;
      side.lastText[column] = place + 1;
      side.votes[column] = (side.votes[column] ?? 0) + vote;
      if (side.lastPerson[column] === who) continue;
      side.lastPerson[column] = who;
      side.persons[column] = (side.persons[column] ?? 0) + 1;
    }
  }
  const all = { one: written.high.size, other: written.low.size };
  const looked = names.flatMap((words, column) => {
    const most = Math.max(sides.high.persons[column] ?? 0, sides.low.persons[column] ?? 0);
    if (isCandidate[column] !== true || !gate.isEnough(most)) return [];
    // Sums of shares: without the last bits, which depend on the order of the rows.
    const having = {
      one: Math.min(all.one, steady(sides.high.votes[column] ?? 0)),
      other: Math.min(all.other, steady(sides.low.votes[column] ?? 0)),
    };
    return [{ words, column, ...logOdds(having, all) }];
  });
  const adjusted = holm(looked.map(({ p }) => p));
  const terms = looked.flatMap(({ words, column, z }, index) => {
    const p = adjusted[index] ?? 1;
    return p < mostChance ? [{ words, column, z, p }] : [];
  });
  return {
    vocabulary,
    terms: terms.sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || a.column - b.column),
    lookedAt: looked.length,
    persons: { high: all.one, low: all.other },
  };
}

/** What is counted of terms on one side. */
function newSide(terms: number) {
  return {
    votes: new Float64Array(terms),
    persons: new Int32Array(terms),
    lastPerson: new Int32Array(terms),
    lastText: new Int32Array(terms),
  };
}

/** How many of the reviews are each person's and of a kind. */
function countBy(
  reviews: Int32Array,
  person: Int32Array,
  kind: Int8Array,
  wanted: number,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const review of reviews) {
    if (kind[review] !== wanted) continue;
    const who = person[review] ?? 0;
    counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return counts;
}
