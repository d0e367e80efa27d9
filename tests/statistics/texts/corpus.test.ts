import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Corpus, CorpusBuilder } from "../../../src/statistics/texts/corpus.ts";
import { pause, wordsIn } from "../../../src/statistics/texts/words-in.ts";

function corpusOf(texts: readonly (readonly string[])[]): Corpus {
  const builder = new CorpusBuilder();
  for (const words of texts) builder.add(words);
  return builder.finish();
}

function wordsOf({ words, starts, ends, tokens }: Corpus, text: number): string[] {
  return [...tokens.subarray(starts[text], ends[text])].map((token) =>
    token < 0 ? pause : (words[token] ?? "?"),
  );
}

const texts = fc.array(fc.array(fc.constantFrom("a", "bb", "ccc", pause), { maxLength: 6 }), {
  maxLength: 30,
});

describe("CorpusBuilder", () => {
  test("should keep each text by its words, without pauses at its ends", () => {
    const corpus = corpusOf([wordsIn("Too small."), wordsIn("Love it! Love it"), wordsIn("👍")]);
    expect([...corpus.textOf].filter((text) => text >= 0).length).toBe(2);
    expect(corpus.textOf[2]).toBe(-1);
    expect(wordsOf(corpus, corpus.textOf[0] ?? 0)).toEqual(["too", "small"]);
    expect(wordsOf(corpus, corpus.textOf[1] ?? 0)).toEqual(["love", "it", pause, "love", "it"]);
    expect(corpus.words).toEqual(["it", "love", "small", "too"]);
  });

  test("should give equal texts one place and different ones places of their own", () => {
    fc.assert(
      fc.property(texts, (all) => {
        const corpus = corpusOf(all);
        const key = (words: readonly string[]) => words.filter((word) => word !== pause).join(" ");
        all.forEach((words, index) => {
          const text = corpus.textOf[index] ?? -1;
          if (key(words) === "") expect(text).toBe(-1);
          else expect(key(wordsOf(corpus, text))).toBe(key(words));
        });
        expect(corpus.size).toBe(new Set(all.map(key).filter((each) => each !== "")).size);
      }),
    );
  });

  test("should be the same whatever the order in which texts come", () => {
    fc.assert(
      fc.property(texts, (all) => {
        const [one, other] = [corpusOf(all), corpusOf([...all].reverse())];
        expect(other.words).toEqual(one.words);
        const textsOf = (corpus: Corpus) =>
          Array.from({ length: corpus.size }, (_, text) => wordsOf(corpus, text));
        expect(textsOf(other)).toEqual(textsOf(one));
        expect([...other.textOf].reverse()).toEqual([...one.textOf]);
      }),
    );
  });
});
