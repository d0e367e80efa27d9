import { compareText } from "../../dataset/clean/text.ts";
import type { Gate } from "../../disclosure/gate.ts";
import type { Corpus } from "../../statistics/texts/corpus.ts";
import { pause, wordsIn } from "../../statistics/texts/words-in.ts";
import type { FoundTheme } from "./find-themes.ts";
import { degrees } from "./words/lists.ts";
import { denying } from "./words/negations.ts";

/** In the place of a word that is not quoted. */
const masked = "…";

const mostQuotes = 3;
/** Quotes are whole sentences of so many characters: shorter ones say nothing, longer ones tell who wrote. */
const shortest = 20;
const longest = 140;
/** Where more of its words than this part would be masked, a sentence is not quoted. */
const mostMasked = 1 / 3;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
/** Where a sentence ends for whoever writes no capitals: the segmenter wants one behind a full stop. */
const ends = /(?<=[.!?…]["”')]*)\s+/u;
/** What shops' exports write for a mark. */
const entities: Readonly<Record<string, string>> = {
  "&#39;": "'",
  "&apos;": "'",
  "&rsquo;": "’",
  "&quot;": '"',
  "&amp;": "&",
};
const remains = /<[^<>]{0,300}>|https?:\/\/\S+|www\.\S+|\S+@\S+|[^\s]*\p{N}[^\s]*/gu;
const wordRuns = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

/** What may stand in a quote. */
export interface QuoteSource {
  corpus: Pick<Corpus, "words" | "tokens" | "starts" | "ends" | "textOf">;
  textAt(review: number): string;
  person: Int32Array;
  /** By review: 1 for a high rating, −1 for a low one, 0 for neither. */
  kind: Int8Array;
  /** Words that are not published, such as those of customers' names. */
  withheld: ReadonlySet<string>;
}

/**
 * Up to three short sentences of each theme, from texts of its kind of rating, chosen by their words alone: those with
 * most words of the theme, then those of which least is masked, then the shortest. Masked are numbers, addresses, words
 * of customers' names and places, and words that too few persons use.
 */
export function quotesOf(
  themes: readonly FoundTheme[],
  { corpus, textAt, person, kind, withheld }: QuoteSource,
  gate: Gate,
): string[][] {
  const common = wordsOfMany(corpus, person, gate);
  const mayStand = (word: string) => common.has(word) && !withheld.has(word);
  return themes.map(({ kind: of, words, reviews }) => {
    const named = new Set(words.flatMap((each) => each.split(" ")));
    const about = new Set([...named].filter((word) => !degrees.has(word) && !denying.has(word)));
    const wanted = of === "praise" ? 1 : -1;
    const found = new Map<string, { telling: number; hidden: number }>();
    for (const review of reviews) {
      if (kind[review] !== wanted) continue;
      for (const sentence of sentencesOf(textAt(review))) {
        const telling = new Set(wordsIn(sentence).filter((word) => named.has(word)));
        const isAbout = [...telling].some((word) => about.has(word));
        const quote = isAbout ? maskedSentence(sentence, mayStand) : null;
        if (quote !== null) found.set(quote.text, { telling: telling.size, hidden: quote.hidden });
      }
    }
    return [...found]
      .sort(
        ([a, one], [b, other]) =>
          other.telling - one.telling ||
          one.hidden - other.hidden ||
          a.length - b.length ||
          compareText(a, b),
      )
      .slice(0, mostQuotes)
      .map(([text]) => text);
  });
}

function sentencesOf(text: string): string[] {
  const plain = text.replace(
    /&(?:#39|apos|rsquo|quot|amp);/gi,
    (found) => entities[found.toLowerCase()] ?? found,
  );
  return [...segmenter.segment(plain)].flatMap(({ segment }) => segment.split(ends));
}

function maskedSentence(
  sentence: string,
  mayStand: (word: string) => boolean,
): { text: string; hidden: number } | null {
  let hidden = 0;
  const mask = () => {
    hidden += 1;
    return masked;
  };
  const text = sentence
    .normalize("NFKC")
    .replace(remains, mask)
    .replace(wordRuns, (word) => (mayStand(word.toLowerCase().replace(/[’ʼ]/g, "'")) ? word : mask()))
    .replace(/\s+/g, " ")
    .trim();
  const words = wordsIn(sentence).filter((word) => word !== pause).length;
  const isQuoted = text.length >= shortest && text.length <= longest && hidden <= mostMasked * words;
  return isQuoted ? { text, hidden } : null;
}

/** The words that enough persons use. */
function wordsOfMany(
  { words, tokens, starts, ends, textOf }: QuoteSource["corpus"],
  person: Int32Array,
  gate: Gate,
): ReadonlySet<string> {
  const persons = words.map(() => new Set<number>());
  const enough = new Uint8Array(words.length);
  textOf.forEach((text, review) => {
    if (text < 0) return;
    for (let at = starts[text] ?? 0; at < (ends[text] ?? 0); at += 1) {
      const word = tokens[at] ?? -1;
      if (word < 0 || enough[word] === 1) continue;
      const known = persons[word]?.add(person[review] ?? 0);
      if (known === undefined || !gate.isEnough(known.size)) continue;
      enough[word] = 1;
      known.clear();
    }
  });
  return new Set(words.filter((_, word) => enough[word] === 1));
}
