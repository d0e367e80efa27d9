import type { Example } from "../account.ts";
import type { RawTable } from "../raw-table.ts";
import type { TextColumn } from "../text-column.ts";
import type { WordValues } from "./values.ts";

/** An example of a finding, and the word that its value was read as. */
export interface WordExample {
  example: Example;
  word: number;
}

/**
 * Withholds the examples whose word fewer than `minimum` customers have: a rare one can tell who it is. Their
 * reason becomes `reason`, which must not name the value.
 */
export function withholdRare(
  table: RawTable,
  column: TextColumn,
  words: WordValues,
  examples: readonly WordExample[],
  minimum: number,
  reason: string,
): void {
  const customers = table.column("customer");
  const carriers = new Map<number, Set<number>>();
  const asked = new Uint8Array(words.words.length);
  for (const { word } of examples) {
    asked[word] = 1;
    carriers.set(word, new Set());
  }
  for (let row = 0; row < table.rows; row += 1) {
    const word = words.wordOf[column.code(row)] ?? 0;
    if (asked[word] !== 1) continue;
    const customer = customers?.code(row) ?? 0;
    const known = carriers.get(word);
    if (customer === 0 || known === undefined) continue;
    known.add(customer);
    if (known.size >= minimum) asked[word] = 0;
  }
  for (const { example, word } of examples) {
    if (asked[word] !== 1) continue;
    example.value = null;
    example.reason = `${reason}; too few customers have it to show it`;
  }
}
