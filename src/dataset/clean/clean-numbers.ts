import type { TextColumn } from "../text-column.ts";
import { foldSpaces } from "./text.ts";
import { type NumberValues, Outcome } from "./values.ts";

/** Reads each distinct text of a column once. `parse` gives null for what the field does not allow. */
export function cleanNumbers(
  column: TextColumn,
  parse: (text: string, code: number) => number | null,
): NumberValues {
  const size = column.texts.length;
  const values = new Float64Array(size).fill(Number.NaN);
  const outcomes = new Uint8Array(size);
  column.texts.forEach((raw, code) => {
    const text = foldSpaces(raw);
    if (text === "") return;
    const value = parse(text, code);
    if (value === null) {
      outcomes[code] = Outcome.bad;
      return;
    }
    values[code] = value;
    outcomes[code] = Outcome.kept;
  });
  return { values, outcomes };
}
