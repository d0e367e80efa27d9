import { InputError } from "../../errors.ts";
import type { Report } from "../../report/report.ts";
import { gateAdvice } from "./words.ts";

/** Throws an InputError that lists every gate that the report failed, and what to look at. */
export function passGates(report: Report): void {
  const failed = report.gates.filter(({ outcome }) => outcome === "failed");
  if (failed.length === 0) return;
  const lines = [...new Set(failed.map(({ words }) => words))];
  const has = (bound: string) => failed.some((result) => result.bound === bound);
  const [only = ""] = lines;
  throw new InputError(
    lines.length === 1 ? `a gate is closed: ${only}` : `${lines.length} gates are closed:`,
    [
      ...(lines.length === 1 ? [] : lines.map((line) => `- ${line}`)),
      ...gateAdvice(report, has("maxDroppedShare"), has("freshWithin")),
    ].join("\n"),
    { file: "report.yaml" },
  );
}
