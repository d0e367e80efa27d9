import type { Gate } from "../../disclosure/gate.ts";
import { joinedByOccurrence } from "../../statistics/texts/joined-terms.ts";
import type { RatedReviews } from "./rated-reviews.ts";
import type { TellingTerm, TellingTerms } from "./telling-terms.ts";
import type { TermReader } from "./term-reader.ts";
import { degrees } from "./words/lists.ts";

/** What texts of one kind of rating are about: words that stand together in them. */
export interface FoundTheme {
  /** Complaints are of low ratings, praise of high ones. */
  kind: "complaint" | "praise";
  /** The words that tell most, up to three. */
  words: string[];
  /** The reviews that have one of its words, ascending. */
  reviews: Int32Array;
  /** Sentences of its texts, where they were asked for. */
  quotes?: string[];
}

/** More words than that are not joined: the most telling are. */
const mostWords = 100;
/** Words are joined whose mean φ coefficient is at least that, in texts of the theme's kind of rating. */
const leastLikeness = 0.1;
/** Words are of one theme whose φ coefficient is at least that. */
const strongLikeness = 0.25;
/** Of words that have nothing to do with each other φ has a standard error of 1 / √texts: as near by chance are few. */
const mostByChance = 3;
/** The part of the persons with ratings of its kind that a theme must have. */
const leastPart = 0.03;
/** A word of a theme that tells at least so much of what its most telling one does stands for it alone. */
const coreStrength = 0.5;
const mostNamed = 3;

/** Joins telling words that are about something into themes, the strongest first. */
export function findThemes(reviews: RatedReviews, telling: TellingTerms, gate: Gate): FoundTheme[] {
  const { terms, persons, reader } = telling;
  const holding = reviewsHolding(reviews, telling, terms);
  return (["complaint", "praise"] as const).flatMap((kind) => {
    const sign = kind === "praise" ? 1 : -1;
    const own = terms.filter(({ z }) => z * sign > 0);
    const words = termsOfThemes(own, reader).slice(0, mostWords);
    const isKind = (review: number) => reviews.kind[review] === sign;
    const occurrences = words.map(({ term }) => Int32Array.from(holding.get(term) ?? []).filter(isKind));
    const places = reviews.kind.reduce((count, each) => count + (each === sign ? 1 : 0), 0);
    const byChance = mostByChance / Math.sqrt(Math.max(1, places));
    const groups = joinedByOccurrence(occurrences, {
      least: Math.max(leastLikeness, byChance),
      strong: Math.max(strongLikeness, byChance),
      places,
    });
    const whole = kind === "praise" ? persons.high : persons.low;
    return groups.flatMap((group) => {
      const members = group.flatMap((index) => words[index] ?? []);
      const all = reviewsOf(members, holding);
      const telling = new Set(Array.from(all.filter(isKind), (review) => reviews.person[review]));
      if (!gate.isEnough(telling.size) || telling.size < leastPart * whole) return [];
      const pairs = own.filter(({ term }) => reader.placesOf(term).length === 2);
      return [{ kind, words: labelOf(members, pairs, holding), reviews: all }];
    });
  });
}

/** The terms that themes are made of: words, denied words, and pairs of which neither word tells by itself. */
function termsOfThemes(own: readonly TellingTerm[], reader: TermReader): TellingTerm[] {
  const isWord = ({ term }: TellingTerm) => reader.placesOf(term).length === 1;
  const told = new Set(own.filter(isWord).flatMap(({ term }) => reader.placesOf(term)));
  return own.filter((each) => isWord(each) || !reader.placesOf(each.term).some((word) => told.has(word)));
}

/** The reviews of each telling term. */
function reviewsHolding(
  { corpus, ownWords }: RatedReviews,
  { reader }: TellingTerms,
  terms: readonly TellingTerm[],
): Map<number, number[]> {
  const holding = new Map<number, number[]>(terms.map(({ term }) => [term, []]));
  corpus.textOf.forEach((text, review) => {
    if (text < 0) return;
    const own = ownWords(review);
    for (const term of new Set(reader.termsIn(text)))
      if (!reader.placesOf(term).some((word) => own?.has(word) === true)) holding.get(term)?.push(review);
  });
  return holding;
}

/** The reviews that are of a theme: they have one of its most telling words, or two of the others. */
function reviewsOf(
  terms: readonly TellingTerm[],
  holding: ReadonlyMap<number, readonly number[]>,
): Int32Array {
  const most = Math.max(...terms.map(({ z }) => Math.abs(z)));
  const points = new Map<number, number>();
  for (const { term, z } of terms) {
    const worth = Math.abs(z) >= coreStrength * most ? 2 : 1;
    for (const review of holding.get(term) ?? []) points.set(review, (points.get(review) ?? 0) + worth);
  }
  return Int32Array.from([...points].filter(([, worth]) => worth >= 2).map(([review]) => review)).sort();
}

/**
 * The words that tell most, up to three; in the place of a word a pair with it, where it stands in half of the texts
 * that the word stands in.
 */
function labelOf(
  members: readonly TellingTerm[],
  pairs: readonly TellingTerm[],
  holding: ReadonlyMap<number, readonly number[]>,
): string[] {
  const used = new Set<string>();
  const isWord = ({ words }: TellingTerm) => words.length === 1;
  const telling = new Set(members.filter(isWord).flatMap(({ words }) => words));
  const label: string[] = [];
  const size = ({ term }: TellingTerm) => holding.get(term)?.length ?? 0;
  const mayStand = (word: string) => !used.has(word) && (telling.has(word) || degrees.has(word));
  for (const member of members) {
    const [word = ""] = member.words;
    if (label.length === mostNamed || (isWord(member) && used.has(word))) continue;
    const pair = isWord(member)
      ? pairs.find(
          (each) => each.words.includes(word) && each.words.every(mayStand) && size(each) * 2 >= size(member),
        )
      : undefined;
    const named = (pair ?? member).words;
    for (const each of named) used.add(each);
    label.push(named.join(" "));
  }
  return label;
}
