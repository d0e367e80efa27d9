import * as lists from "stopword";
import { moreEnglish } from "./words/lists.ts";

/** Languages that are told from each other by their commonest words, with the names they have in the report. */
const languages = [
  { code: "en", words: lists.eng },
  { code: "de", words: lists.deu },
  { code: "fr", words: lists.fra },
  { code: "es", words: lists.spa },
  { code: "pt", words: lists.por },
  { code: "it", words: lists.ita },
  { code: "nl", words: lists.nld },
  { code: "tr", words: lists.tur },
  { code: "pl", words: lists.pol },
  { code: "sv", words: lists.swe },
  { code: "da", words: lists.dan },
  { code: "cs", words: lists.ces },
  { code: "ru", words: lists.rus },
  { code: "ar", words: lists.ara },
  { code: "he", words: lists.heb },
  { code: "hi", words: lists.hin },
  { code: "ja", words: lists.jpn },
  { code: "zh", words: lists.zho },
  { code: "ko", words: lists.kor },
] as const;

/** A language of the report's texts, as BCP 47 has it. */
export type Language = (typeof languages)[number]["code"];

const wordsOf = new Map<Language, ReadonlySet<string>>(
  languages.map(({ code, words }) => [
    code,
    new Set([...words, ...(code === "en" ? moreEnglish : [])].map((word) => word.toLowerCase())),
  ]),
);

const languagesOf = new Map<string, Language[]>();
for (const [code, words] of wordsOf)
  for (const word of words) languagesOf.set(word, [...(languagesOf.get(word) ?? []), code]);

/**
 * The language whose commonest words a text has most of; null where it has none, or as many of two. Where a word is
 * common in several languages, it counts for each.
 */
export function languageOf(words: readonly string[]): Language | null {
  const counts = new Map<Language, number>();
  for (const word of words) {
    const codes = languagesOf.get(word);
    if (codes === undefined) continue;
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let best: Language | null = null;
  let most = 0;
  for (const [code, count] of counts) {
    if (count === most) best = null;
    if (count <= most) continue;
    best = code;
    most = count;
  }
  return best;
}

/** Words that say nothing alone, of some languages. */
export function commonWords(codes: readonly Language[]): ReadonlySet<string> {
  return new Set(codes.flatMap((code) => [...(wordsOf.get(code) ?? [])]));
}
