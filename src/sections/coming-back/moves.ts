import type { MovementTable } from "./movement-table.ts";

/** Customers who moved in one way, and what they spent before and since. */
export interface Move {
  customers: number;
  money: { before: number; since: number } | null;
}

/** Who moved how. Those who rose and fell are told of personas, who fell asleep and woke up of segments. */
export interface Moves {
  /** Customers at the day then; the rest is new since. */
  known: number;
  rose: Move;
  stayed: Move;
  fell: Move;
  fresh: Move;
  /** Whether anybody was asleep then, or in a worse group than the best. */
  couldWake: boolean;
}

/** Adds up a table: a better group stands before a worse one, or all that is asleep is worse than what is awake. */
export function movesOf({ groups, asleepFrom, customers, money }: MovementTable): Moves {
  const rank = (group: number) => (asleepFrom === null ? group : Number(group >= asleepFrom));
  const add = (fits: (row: number, column: number) => boolean): Move => {
    const move = { customers: 0, before: 0, since: 0 };
    for (const [row, counts] of customers.entries())
      for (const [column, count] of counts.entries()) {
        if (!fits(row, column)) continue;
        move.customers += count;
        move.before += money?.before[row]?.[column] ?? 0;
        move.since += money?.since[row]?.[column] ?? 0;
      }
    const { before, since } = move;
    return { customers: move.customers, money: money === null ? null : { before, since } };
  };
  const isKnown = (row: number) => row < groups.length;
  return {
    known: add(isKnown).customers,
    rose: add((row, column) => isKnown(row) && rank(column) < rank(row)),
    stayed: add((row, column) => isKnown(row) && rank(column) === rank(row)),
    fell: add((row, column) => isKnown(row) && rank(column) > rank(row)),
    fresh: add((row) => !isKnown(row)),
    couldWake: add((row) => isKnown(row) && rank(row) > 0).customers > 0,
  };
}
