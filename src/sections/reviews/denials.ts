import { compareText } from "../../dataset/clean/text.ts";
import type { Gate } from "../../disclosure/gate.ts";
import type { RatedReviews } from "./rated-reviews.ts";
import type { TermReader } from "./term-reader.ts";
import { denials } from "./words/negations.ts";

/**
 * How most persons write each of some words that are denied, such as `doesn't work`; where not enough of them write it
 * alike, with the language's first word for it.
 */
export function denialsOf(
  reader: TermReader,
  { corpus, person, languages }: Pick<RatedReviews, "corpus" | "person" | "languages">,
  reviews: Int32Array,
  terms: ReadonlySet<number>,
  gate: Gate,
): ReadonlyMap<number, readonly string[]> {
  const denied = new Set([...terms].filter((term) => reader.isDenied(term)));
  if (denied.size === 0) return new Map();
  const written = new Map<number, Map<string, { words: readonly string[]; persons: Set<number> }>>();
  for (const review of reviews) {
    for (const { term, words } of reader.denialsIn(corpus.textOf[review] ?? 0, denied)) {
      const ways = written.get(term) ?? new Map();
      written.set(term, ways);
      const key = words.join(" ");
      const way = ways.get(key) ?? { words, persons: new Set() };
      ways.set(key, way);
      way.persons.add(person[review] ?? 0);
    }
  }
  const language = languages.find((each) => denials[each] !== undefined);
  const usual = language === undefined ? [] : (denials[language]?.before.slice(0, 1) ?? []);
  return new Map(
    [...written].map(([term, ways]) => {
      const [commonest] = [...ways.values()].sort(
        (a, b) => b.persons.size - a.persons.size || compareText(a.words.join(" "), b.words.join(" ")),
      );
      const isTold = commonest !== undefined && gate.isEnough(commonest.persons.size);
      const [place = -1] = reader.placesOf(term);
      return [term, isTold ? commonest.words : [...usual, corpus.words[place] ?? ""]];
    }),
  );
}
