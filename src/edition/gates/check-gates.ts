import type { Bounds, Gates } from "../../config/gates.ts";
import type { Report } from "../../report/report.ts";
import type { GateResult } from "../../sections/data/gate-result.ts";
import { findNumber } from "./gate-path.ts";
import { boundWords, changeWords, droppedWords, freshWords, noNumberWords, uncheckedWords } from "./words.ts";

const msPerDay = 86_400_000;

/**
 * What became of each bound of each gate, in the order of report.yaml; the two gates with names of their own last.
 *
 * @param previous the earlier report.json, as JSON; null without one: changes are then not checked
 * @param today the ISO date from which `freshWithin` counts where it names none; null: it is then not checked
 */
export function checkGates(
  report: Report,
  previous: unknown,
  gates: Gates | undefined,
  today: string | null,
): GateResult[] {
  const { maxDroppedShare, freshWithin, ...paths } = gates ?? {};
  return [
    ...Object.entries(paths).flatMap(([path, bounds]) => checkBounds(report, previous, path, bounds)),
    ...(maxDroppedShare === undefined ? [] : [checkDropped(report, maxDroppedShare)]),
    ...(freshWithin === undefined ? [] : [checkFresh(report, freshWithin.days, freshWithin.of ?? today)]),
  ];
}

function checkBounds(report: Report, previous: unknown, gate: string, bounds: Bounds): GateResult[] {
  const found = findNumber(report, gate);
  const each = (["min", "max", "maxChange"] as const).flatMap((bound) => {
    const limit = bounds[bound];
    return limit === undefined ? [] : [{ gate, bound, limit }];
  });
  return each.map(({ bound, ...base }): GateResult => {
    if (!("value" in found)) {
      return {
        ...base,
        bound,
        value: null,
        previous: null,
        outcome: "failed",
        words: noNumberWords(gate, found),
      };
    }
    const { value } = found;
    if (bound === "maxChange") return checkChange({ ...base, bound, value }, previous);
    const passed = bound === "min" ? value >= base.limit : value <= base.limit;
    return {
      ...base,
      bound,
      value,
      previous: null,
      outcome: passed ? "passed" : "failed",
      words: boundWords(gate, value, bound, base.limit, passed),
    };
  });
}

function checkChange(
  base: { gate: string; bound: "maxChange"; limit: number; value: number },
  report: unknown,
): GateResult {
  const { gate, limit, value } = base;
  const unchecked = (words: string): GateResult => ({ ...base, previous: null, outcome: "unchecked", words });
  if (report === null || report === undefined) return unchecked(uncheckedWords.noPrevious(gate));
  const found = findNumber(report, gate);
  if (!("value" in found)) return unchecked(uncheckedWords.notInPrevious(gate));
  const previous = found.value;
  // A change from 0 is no part of it: only staying there passes.
  const passed = Math.abs(value - previous) <= limit * Math.abs(previous);
  return {
    ...base,
    previous,
    outcome: passed ? "passed" : "failed",
    words: changeWords(gate, value, previous, limit, passed),
  };
}

function checkDropped({ dataset: { account } }: Report, limit: number): GateResult {
  const value = account.read === 0 ? 0 : account.dropped / account.read;
  return {
    gate: "maxDroppedShare",
    bound: "maxDroppedShare",
    limit,
    value,
    previous: null,
    outcome: value <= limit ? "passed" : "failed",
    words: droppedWords(account.read, account.dropped, limit),
  };
}

function checkFresh({ period }: Report, limit: number, of: string | null): GateResult {
  const base = { gate: "freshWithin", bound: "freshWithin", limit, value: null, previous: null } as const;
  if (period === null) return { ...base, outcome: "failed", words: uncheckedWords.noDates };
  if (of === null) return { ...base, outcome: "unchecked", words: uncheckedWords.noDay };
  const age = Math.round((Date.parse(of) - Date.parse(period.last)) / msPerDay);
  return {
    ...base,
    value: age,
    outcome: age <= limit ? "passed" : "failed",
    words: freshWords(period.last, of, age, limit),
  };
}
