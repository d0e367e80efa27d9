/** What became of one bound of one gate. */
export interface GateResult {
  /** The path of the number, `maxDroppedShare` or `freshWithin`. */
  gate: string;
  bound: "min" | "max" | "maxChange" | "maxDroppedShare" | "freshWithin";
  limit: number;
  /** The number held against the bound; null where there is none. */
  value: number | null;
  /** For maxChange, what the number was in the previous report. */
  previous: number | null;
  outcome: "passed" | "failed" | "unchecked";
  /** The result as a sentence. */
  words: string;
}
