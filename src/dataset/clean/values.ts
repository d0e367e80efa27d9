import type { FarDates } from "./far-dates.ts";

/** How a distinct text of a column turned out. */
export const Outcome = { empty: 0, kept: 1, changed: 2, bad: 3 } as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** A cleaned column of numbers (or days): value and outcome by the text's code; NaN where there is none. */
export interface NumberValues {
  values: Float64Array;
  outcomes: Uint8Array;
  /** Seconds since midnight by code, NaN where a text has none; absent where no text of the column has a time. */
  seconds?: Float64Array | undefined;
}

/** A cleaned column of dates. */
export interface DateValues extends NumberValues {
  /** Why a text is bad, as a sentence without place. */
  describe(text: string): string;
  /** Dates far from all others: the codes of their texts, and the days between which the others lie. */
  far: FarDates | null;
}

/** A cleaned column of words: code of a text to the number of its word; word 0 is none. */
export interface WordValues {
  words: string[];
  wordOf: Int32Array;
  outcomes: Uint8Array;
}
