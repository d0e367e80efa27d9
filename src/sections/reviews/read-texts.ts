import { type Corpus, CorpusBuilder } from "../../statistics/texts/corpus.ts";
import { wordsIn } from "../../statistics/texts/words-in.ts";
import { type Language, languageOf } from "./languages.ts";
import { wordListScore } from "./word-list.ts";

/** The words of reviews. */
export interface ReadTexts {
  corpus: Corpus;
  /** By review: what the English word list says; NaN for other languages and texts without words. */
  wordList: Float64Array;
  /** The languages that at least one text in twenty is in, the commonest first. */
  languages: Language[];
  /** By review: the language that its words tell; null for none. */
  languageOf: (Language | null)[];
}

/** From this part of the texts on a language is one of the shop's. */
const leastShare = 0.05;

/** Reads every text once, by its place. */
export function readTexts(count: number, textAt: (review: number) => string): ReadTexts {
  const builder = new CorpusBuilder();
  const wordList = new Float64Array(count).fill(Number.NaN);
  const untold: number[] = [];
  const texts = new Map<Language, number>();
  const told: (Language | null)[] = [];
  for (let review = 0; review < count; review += 1) {
    const words = wordsIn(textAt(review));
    builder.add(words);
    const language = languageOf(words);
    told.push(language);
    if (language !== null) texts.set(language, (texts.get(language) ?? 0) + 1);
    if (language !== null && language !== "en") continue;
    wordList[review] = wordListScore(words);
    if (language === null) untold.push(review);
  }
  const all = [...texts.values()].reduce((sum, each) => sum + each, 0);
  const languages = [...texts]
    .filter(([, each]) => each >= leastShare * all)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([language]) => language);
  // What is too short to tell is in the language of most.
  const isEnglish = languages[0] === "en" || (languages.length === 0 && hasValues(wordList));
  if (!isEnglish) for (const review of untold) wordList[review] = Number.NaN;
  return { corpus: builder.finish(), wordList, languages, languageOf: told };
}

function hasValues(scores: Float64Array): boolean {
  return scores.some((score) => !Number.isNaN(score) && score !== 0);
}
