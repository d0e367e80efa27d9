import { wordValue } from "./word-list.ts";
import { facts, verdicts } from "./words/lists.ts";

/** From this value on, of either sign, a word of AFINN judges rather than says what of. */
const leastValue = 2;

/** Whether a word says how somebody judges, and not what of. Only English is known. */
export function isVerdict(word: string): boolean {
  return verdicts.has(word) || (Math.abs(wordValue(word)) >= leastValue && !facts.has(word));
}
