import type { RawTable } from "../../dataset/raw-table.ts";
import { type FieldName, fieldsThatIdentify } from "../../fields/fields.ts";
import { pause, wordsIn } from "../../statistics/texts/words-in.ts";

/** What names customers and orders, and where goods are sent to. */
const fields: readonly FieldName[] = [
  ...fieldsThatIdentify("customer"),
  ...fieldsThatIdentify("order"),
  "location",
  "country",
];

/** Every word of customers' names and addresses, in small letters: none of them is published as a word of texts. */
export function privateWords(tables: readonly RawTable[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const table of tables) {
    for (const field of fields) {
      for (const text of table.column(field)?.texts ?? []) {
        // Mail addresses are no words of a text; here their parts are.
        for (const word of wordsIn(text.replace(/[@._+-]/g, " "))) if (word !== pause) found.add(word);
      }
    }
  }
  return found;
}
