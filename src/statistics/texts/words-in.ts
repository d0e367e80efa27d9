/** Stands between words that are not next to each other in a sentence. */
export const pause = "";

/** Scripts that write no spaces between words: their words are found by ICU's dictionaries, of one locale always. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Runs of letters, with apostrophes within; anything that parts sentences or their parts. */
const pieces = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*|[^\p{L}\p{M}\s'’ʼ"“”„«»*_~-]+/gu;
const letters = /\p{L}/u;
/** What most pieces of most texts are: a word of Latin letters, as it is to be. */
const latinWord = /^[a-z'\u00e0-\u00f6\u00f8-\u024f]+$/;

/** What browsers, mailers and shops leave in texts: mark-up, addresses, entities. */
const remains =
  /<\/?[a-z!][^<>]{0,300}>|https?:\/\/\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,200}|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/giu;

const entities: Readonly<Record<string, string>> = {
  "&#39;": "'",
  "&apos;": "'",
  "&rsquo;": "'",
  "&amp;": "&",
};

/**
 * The words of a text in small letters, in their order, with a pause where a mark, a number or a tag stands between two.
 * Words of scripts without spaces are found by `Intl.Segmenter`; elsewhere a word is a run of letters, which is what
 * it finds there too, many times as fast. Numbers, addresses, mark-up and emoji are no words.
 *
 * wordsIn("It’s great. Love it!") is ["it's", "great", pause, "love", "it", pause]
 */
export function wordsIn(text: string): string[] {
  const plain = text
    .normalize("NFKC")
    .replace(remains, (found) => entities[found.toLowerCase()] ?? " . ")
    .toLowerCase();
  const words: string[] = [];
  for (const [piece] of plain.matchAll(pieces)) {
    if (latinWord.test(piece)) words.push(piece);
    else if (!letters.test(piece)) words.push(pause);
    else if (unspaced.test(piece)) {
      for (const { segment, isWordLike } of segmenter.segment(piece))
        words.push(isWordLike === true && letters.test(segment) ? segment : pause);
    } else words.push(piece.replace(/[’ʼ]/g, "'"));
  }
  return words;
}
