import type { TextColumn } from "../text-column.ts";
import { caseKey, compareText, foldSpaces } from "./text.ts";
import { Outcome, type WordValues } from "./values.ts";

/**
 * Merges the texts of a column that have the same key (by default, that differ only in case and spaces)
 * into their commonest spelling (ties: the first in code order). `rename` may give a text another word
 * first, or null for a word not allowed.
 */
export function cleanWords(
  column: TextColumn,
  rows: number,
  rename: (text: string) => string | null = (text) => text,
  keyOf: (text: string) => string = caseKey,
): WordValues {
  const uses = countUses(column, rows);
  const words = [""];
  const wordOf = new Int32Array(column.texts.length);
  const outcomes = new Uint8Array(column.texts.length);
  const byKey = new Map<string, number>();
  const spellings: Map<string, number>[] = [new Map()];
  column.texts.forEach((raw, code) => {
    const folded = foldSpaces(raw);
    // No row may have a text any more: of a file read again, or of a word for no value.
    if (folded === "" || uses[code] === 0) return;
    const renamed = rename(folded);
    if (renamed === null) {
      outcomes[code] = Outcome.bad;
      return;
    }
    const key = keyOf(renamed);
    let word = byKey.get(key);
    if (word === undefined) {
      word = words.length;
      byKey.set(key, word);
      words.push(renamed);
      spellings.push(new Map());
    }
    wordOf[code] = word;
    const spelling = spellings[word];
    spelling?.set(renamed, (spelling.get(renamed) ?? 0) + (uses[code] ?? 0));
  });
  spellings.forEach((spelling, word) => {
    if (word > 0) words[word] = commonest(spelling);
  });
  column.texts.forEach((raw, code) => {
    const word = wordOf[code] ?? 0;
    if (word > 0) outcomes[code] = raw === words[word] ? Outcome.kept : Outcome.changed;
  });
  return { words, wordOf, outcomes };
}

/** The spelling used most; of equals the first in code order. */
export function commonest(uses: ReadonlyMap<string, number>): string {
  let best = "";
  let bestUses = -1;
  for (const [text, count] of uses) {
    if (count > bestUses || (count === bestUses && compareText(text, best) < 0)) {
      best = text;
      bestUses = count;
    }
  }
  return best;
}

/** The number of rows that have each text, by its code. */
export function countUses(column: TextColumn, rows: number): Uint32Array {
  const uses = new Uint32Array(column.texts.length);
  const codes = column.codes;
  for (let row = 0; row < rows; row += 1) {
    const code = codes[row] ?? 0;
    uses[code] = (uses[code] ?? 0) + 1;
  }
  return uses;
}
