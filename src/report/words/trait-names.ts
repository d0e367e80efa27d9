import { type WordColumn, wordNames } from "../../fields/traits.ts";

/** The name of a field that customers have a word of. */
export function traitName(column: WordColumn): string {
  return wordNames.get(column) ?? column;
}
