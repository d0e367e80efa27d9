import { createFormatter } from "../../../report/format.ts";
import { counted } from "../../../report/words/general.ts";
import type { GateResult } from "../gate-result.ts";

const format = createFormatter("en-US", null);

/** A number as it may be written into report.yaml, without the last bits. */
export function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** A share as it may be read, without the last bits: `12.5 %`. */
export function percent(share: number): string {
  return `${plain(Number((share * 100).toFixed(2)))} %`;
}

export const gateHeadings = { gate: "Gate", number: "Number", bound: "Bound", result: "Result" };

const outcomeNames = { passed: "Passed", failed: "Failed", unchecked: "Not checked" };

/** A gate as a row of a table: its number and its bound as they may be written into report.yaml. */
export function gateRow({ gate, bound, limit, value, previous, outcome }: GateResult): {
  gate: string;
  number: string;
  bound: string;
  result: string;
} {
  const amount = (number: number) => {
    if (bound === "maxDroppedShare") return percent(number);
    return bound === "freshWithin" ? counted(format, number, "day") : plain(number);
  };
  return {
    gate,
    number: value === null ? "" : amount(value),
    bound:
      bound === "maxChange"
        ? `at most ${percent(limit)} from ${previous === null ? "the previous report" : plain(previous)}`
        : `at ${bound === "min" ? "least" : "most"} ${amount(limit)}`,
    result: outcomeNames[outcome],
  };
}
