import type { Corpus } from "../../statistics/texts/corpus.ts";
import { columnWords, type Vocabulary } from "../../statistics/texts/text-features.ts";
import type { Language } from "./languages.ts";
import { degrees } from "./words/lists.ts";
import { denials, sizes } from "./words/negations.ts";

/** Words between a negation and what it denies; those that say nothing alone, all of them. */
const reach = 5;

/** What a word does in its language, in bits. */
const role = { denies: 1, deniesBefore: 2, ends: 4, size: 8, common: 16, degree: 32 } as const;

/**
 * Finds in texts what they may be about: words, pairs of words, and words that are denied, which say the reverse. Each is a
 * term with a number: of words and pairs their column, of denied words the column beyond all of these.
 */
export class TermReader {
  readonly #corpus: Corpus;
  readonly #vocabulary: Vocabulary;
  readonly #roles: Uint8Array;
  readonly #columns: number;
  /** By column: the places of its words in the corpus, one or two. */
  readonly #places: number[][];

  /**
   * @param common by word of the corpus: 1 where it says nothing alone
   * @param languages those of the texts: only their negations are known
   */
  constructor(corpus: Corpus, vocabulary: Vocabulary, common: Uint8Array, languages: readonly Language[]) {
    this.#corpus = corpus;
    this.#vocabulary = vocabulary;
    this.#columns = vocabulary.rarity.length;
    const placeOf = new Map(corpus.words.map((word, place) => [word, place]));
    this.#places = columnWords(corpus, vocabulary).map((words) =>
      words.map((word) => placeOf.get(word) ?? -1),
    );
    this.#roles = common.map((each) => (each === 1 ? role.common : 0));
    const give = (words: Iterable<string>, bit: number) => {
      for (const word of words) {
        const place = placeOf.get(word);
        if (place !== undefined) this.#roles[place] = (this.#roles[place] ?? 0) | bit;
      }
    };
    give(degrees, role.degree);
    for (const language of languages) {
      const denial = denials[language];
      give(denial?.before ?? [], role.denies | role.common);
      give(denial?.after ?? [], role.deniesBefore);
      give(denial?.ends ?? [], role.ends);
      give(sizes[language] ?? [], role.size);
    }
  }

  /** How many terms there may be. */
  get terms(): number {
    return 2 * this.#columns;
  }

  /** Whether a term is a word that is denied. */
  isDenied(term: number): boolean {
    return term >= this.#columns;
  }

  /** The places of a term's words in the corpus: one, or the two of a pair. */
  placesOf(term: number): readonly number[] {
    return this.#places[term % this.#columns] ?? [];
  }

  /** Whether something can be about a term: a word that says something, two of these, or how much of one. */
  saysSomething(term: number): boolean {
    const roles = this.placesOf(term).map((place) => this.#roles[place] ?? 0);
    const [first = 0, last = first] = roles;
    const isContent = (each: number) => (each & role.common) === 0;
    if (roles.length === 1) return isContent(first);
    const isDegree = (first & role.degree) !== 0 && (first & role.denies) === 0;
    return !this.isDenied(term) && isContent(last) && (isContent(first) || isDegree);
  }

  /** The terms of a text that may say something, each as often as it stands there. */
  termsIn(text: number): number[] {
    const found: number[] = [];
    this.#read(text, (term) => found.push(term));
    return found;
  }

  /** The words by which a text denies a word: `not warm`, `passt nicht`. */
  denialsIn(text: number, denied: ReadonlySet<number>): { term: number; words: [string, string] }[] {
    const { words } = this.#corpus;
    const found: { term: number; words: [string, string] }[] = [];
    this.#read(text, (term, negation, isBefore) => {
      if (negation < 0 || !denied.has(term)) return;
      const [word, denying] = [words[this.placesOf(term)[0] ?? 0] ?? "", words[negation] ?? ""];
      found.push({ term, words: isBefore ? [denying, word] : [word, denying] });
    });
    return found;
  }

  /** Visits the terms of a text; with a denied word comes what denies it, and whether that stands before it. */
  #read(text: number, visit: (term: number, negation: number, isBefore: boolean) => void): void {
    const { tokens, starts, ends } = this.#corpus;
    const { columnOf, pairs } = this.#vocabulary;
    const roles = this.#roles;
    const from = starts[text] ?? 0;
    const end = ends[text] ?? 0;
    let negation = -1;
    let negatedAt = 0;
    let wasDenied = false;
    for (let at = from; at < end; at += 1) {
      const word = tokens[at] ?? -1;
      const own = word < 0 ? role.ends : (roles[word] ?? 0);
      const before = at > from ? (tokens[at - 1] ?? -1) : -1;
      if ((own & role.denies) !== 0) {
        negation = word;
        negatedAt = at;
      } else if ((own & role.ends) !== 0 || at - negatedAt > reach) negation = -1;
      if (word < 0 || (own & role.common) !== 0) {
        wasDenied = false;
        continue;
      }
      const next = at + 1 < end ? (tokens[at + 1] ?? -1) : -1;
      const nextRoles = next < 0 ? role.common : (roles[next] ?? 0);
      const isMeasure = (own & role.size) !== 0 && (nextRoles & role.common) === 0;
      const deniedBy = negation >= 0 ? negation : (nextRoles & role.deniesBefore) !== 0 ? next : -1;
      const column = columnOf[word] ?? -1;
      if (column >= 0 && !isMeasure)
        visit(deniedBy < 0 ? column : this.#columns + column, deniedBy, negation >= 0);
      if (deniedBy < 0 && !wasDenied && before >= 0) {
        const pair = pairs.get(before, word);
        if (pair >= 0) visit(pair, -1, false);
      }
      wasDenied = deniedBy >= 0;
      if (!isMeasure) negation = -1;
    }
  }
}
