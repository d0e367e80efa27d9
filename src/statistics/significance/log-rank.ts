import { invertPositive } from "../models/covariance.ts";
import type { Wait } from "../models/kaplan-meier.ts";
import { chiSquaredTail } from "./tails.ts";

export interface LogRank {
  statistic: number;
  degrees: number;
  p: number;
}

/**
 * The log-rank test of whether groups wait alike (Mantel 1966; R: `survdiff(rho = 0)`): at each time at which something
 * happened, what happened in each group is held against its part of those at risk. Null for fewer than two groups in
 * which somebody was at risk when something happened.
 */
export function logRank(groups: readonly (readonly Wait[])[]): LogRank | null {
  const k = groups.length;
  const waits = groups.flatMap((group, of) => group.map((wait) => ({ ...wait, of })));
  waits.sort((one, other) => one.time - other.time);
  const atRisk = groups.map(({ length }) => length);
  const observed = new Array<number>(k).fill(0);
  const expected = new Array<number>(k).fill(0);
  const variance = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (let from = 0; from < waits.length; ) {
    const time = waits[from]?.time;
    let to = from;
    const happened = new Array<number>(k).fill(0);
    const ended = new Array<number>(k).fill(0);
    for (; waits[to]?.time === time; to += 1) {
      const wait = waits[to];
      if (wait === undefined) break;
      ended[wait.of] = (ended[wait.of] ?? 0) + 1;
      if (wait.happened) happened[wait.of] = (happened[wait.of] ?? 0) + 1;
    }
    const all = atRisk.reduce((sum, count) => sum + count, 0);
    const events = happened.reduce((sum, count) => sum + count, 0);
    if (events > 0) {
      const scale = all > 1 ? (events * (all - events)) / (all - 1) : 0;
      for (let i = 0; i < k; i += 1) {
        const share = (atRisk[i] ?? 0) / all;
        observed[i] = (observed[i] ?? 0) + (happened[i] ?? 0);
        expected[i] = (expected[i] ?? 0) + events * share;
        const row = variance[i] ?? [];
        for (let j = 0; j < k; j += 1)
          row[j] = (row[j] ?? 0) + scale * share * ((i === j ? 1 : 0) - (atRisk[j] ?? 0) / all);
      }
    }
    for (let i = 0; i < k; i += 1) atRisk[i] = (atRisk[i] ?? 0) - (ended[i] ?? 0);
    from = to;
  }
  // One group follows from the others: it, and those never at risk, are left out.
  const used = [...variance.keys()].filter((i) => (variance[i]?.[i] ?? 0) > 0).slice(1);
  if (used.length === 0) return null;
  const off = used.map((i) => (observed[i] ?? 0) - (expected[i] ?? 0));
  const solved = solvePositive(
    used.map((i) => used.map((j) => variance[i]?.[j] ?? 0)),
    off,
  );
  if (solved === null) return null;
  const statistic = off.reduce((sum, part, index) => sum + part * (solved[index] ?? 0), 0);
  return { statistic, degrees: used.length, p: chiSquaredTail(statistic, used.length) };
}

function solvePositive(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const inverse = invertPositive(matrix);
  return inverse?.map((row) => row.reduce((sum, cell, j) => sum + cell * (right[j] ?? 0), 0)) ?? null;
}
