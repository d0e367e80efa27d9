import type { Gate } from "../../disclosure/gate.ts";
import { steady } from "../../statistics/describe/steady.ts";
import { holm } from "../../statistics/significance/holm.ts";
import { logOdds } from "../../statistics/significance/log-odds.ts";
import { learnVocabulary } from "../../statistics/texts/text-features.ts";
import { denialsOf } from "./denials.ts";
import type { RatedReviews } from "./rated-reviews.ts";
import { TermReader } from "./term-reader.ts";
import { isVerdict } from "./verdicts.ts";

/** A word, a pair of words or a word that is denied, of which low ratings have more than high ones, or the reverse. */
export interface TellingTerm {
  /** As it is written; with a denied word what denies it mostly. */
  words: readonly string[];
  /** Its number, by the reader. */
  term: number;
  /** Of the log-odds: above 0 for what high ratings have more of. */
  z: number;
  /** Corrected for all that were looked at. */
  p: number;
}

export interface TellingTerms {
  reader: TermReader;
  terms: TellingTerm[];
  /** Words, pairs and denied words that were looked at. */
  lookedAt: number;
  persons: { high: number; low: number };
}

/** One letter says nothing, but in Chinese and Japanese one sign may: 薄, thin. */
const ideograph = /\p{Script=Han}/u;

/** The chance that any of the words is told by chance alone. */
const mostChance = 0.05;

/**
 * The words and pairs that set texts of low ratings apart from those of high ones, by the log-odds-ratio with an
 * informative Dirichlet prior, corrected for all that were looked at: those that enough persons used in texts of low
 * ratings, or of high ones. Each person has one vote among the low and one among the high, shared by their texts there:
 * who writes more would else seem to use every word more.
 */
export function tellingTerms(reviews: RatedReviews, gate: Gate): TellingTerms {
  const { corpus, person, kind, withheld, common, ownWords, languages } = reviews;
  const rated = Int32Array.from(kind.keys()).filter(
    (review) => kind[review] !== 0 && (corpus.textOf[review] ?? -1) >= 0,
  );
  const texts = Int32Array.from(new Set(Array.from(rated, (review) => corpus.textOf[review] ?? 0))).sort();
  const reader = new TermReader(corpus, learnVocabulary(corpus, texts), common, languages);
  const wordsOf = (term: number) => reader.placesOf(term).map((place) => corpus.words[place] ?? "");
  const isCandidate = Uint8Array.from({ length: reader.terms }, (_, term) => {
    const words = wordsOf(term);
    const isNamed =
      reader.saysSomething(term) &&
      reader.placesOf(term).every((place) => withheld[place] === 0) &&
      words.some((word) => [...word].length > 1 || ideograph.test(word)) &&
      !words.some(isVerdict);
    return isNamed ? 1 : 0;
  });
  const sides = { high: newSide(reader.terms), low: newSide(reader.terms) };
  // Person by person: each has one vote a side, shared among the texts that are theirs there.
  const ordered = rated.sort((a, b) => (person[a] ?? 0) - (person[b] ?? 0));
  const written = { high: countBy(ordered, person, kind, 1), low: countBy(ordered, person, kind, -1) };
  for (const [place, review] of ordered.entries()) {
    const name = kind[review] === 1 ? "high" : "low";
    const side = sides[name];
    const who = person[review] ?? 0;
    const vote = 1 / (written[name].get(who) ?? 1);
    const own = ownWords(review);
    for (const term of reader.termsIn(corpus.textOf[review] ?? 0)) {
      if (isCandidate[term] !== 1 || side.lastText[term] === place + 1) continue;
      if (own !== null && reader.placesOf(term).some((word) => own.has(word))) continue;
      side.lastText[term] = place + 1;
      side.votes[term] = (side.votes[term] ?? 0) + vote;
      if (side.lastPerson[term] === who) continue;
      side.lastPerson[term] = who;
      side.persons[term] = (side.persons[term] ?? 0) + 1;
    }
  }
  const all = { one: written.high.size, other: written.low.size };
  const looked: { term: number; z: number; p: number }[] = [];
  isCandidate.forEach((is, term) => {
    const most = Math.max(sides.high.persons[term] ?? 0, sides.low.persons[term] ?? 0);
    if (is === 0 || !gate.isEnough(most)) return;
    // Sums of shares: without the last bits, which depend on the order of the rows.
    const having = {
      one: Math.min(all.one, steady(sides.high.votes[term] ?? 0)),
      other: Math.min(all.other, steady(sides.low.votes[term] ?? 0)),
    };
    const { z, p } = logOdds(having, all);
    looked.push({ term, z, p });
  });
  const adjusted = holm(looked.map(({ p }) => p));
  const terms = looked.flatMap(({ term, z }, index) => {
    const p = adjusted[index] ?? 1;
    return p < mostChance ? [{ words: wordsOf(term), term, z, p }] : [];
  });
  const denied = denialsOf(reader, reviews, ordered, new Set(terms.map(({ term }) => term)), gate);
  return {
    reader,
    terms: terms
      .map((each) => ({ ...each, words: denied.get(each.term) ?? each.words }))
      .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || a.term - b.term),
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
