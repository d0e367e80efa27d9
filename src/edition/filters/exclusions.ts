import type { Axis } from "../../disclosure/axis.ts";
import { countCells } from "../../disclosure/cells.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { linePersons } from "../../questions/persons.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";

/** A table that is told, by the rung of each axis. */
export interface ToldTable {
  axes: readonly Axis[];
  levels: readonly number[];
  isPart: boolean;
}

/**
 * The tables that must not be told beside others: a table that has empty cells says which values exclude each other. If
 * all of one segment are of one persona, then of any quarter the persona's customers less the segment's are those of the
 * persona's other segments, and these must be nobody or enough. The names of the dimensions, as keys of tables have them.
 */
export function tablesTellingByExclusion(
  tables: readonly ToldTable[],
  lines: PurchaseLines,
  gate: Gate,
): Set<string> {
  const byKey = new Map(tables.map((table) => [keyOf(table.axes), table]));
  const removed = new Set<string>();
  for (const [x, y] of exclusivePairs(tables, lines)) {
    for (const one of tables) {
      const rest = one.axes.filter(({ id }) => id !== x.id);
      if (rest.length === one.axes.length || rest.length === 0 || rest.some(({ id }) => id === y.id))
        continue;
      const other = byKey.get(keyOf([...rest, y]));
      if (other === undefined || [one, other].some(({ axes }) => removed.has(keyOf(axes)))) continue;
      const levels = [
        levelOf(one, x),
        levelOf(other, y),
        ...rest.map((axis) => Math.max(levelOf(one, axis), levelOf(other, axis))),
      ];
      if (!gate.tellsByExclusion([x, y, ...rest], levels, lines)) continue;
      const worse = one.isPart === other.isPart ? later(one, other) : one.isPart ? other : one;
      removed.add(keyOf(worse.axes));
    }
  }
  return removed;
}

/** Each two axes of which some values come together nowhere, as a table says; so do seasons and quarters, told or not. */
function exclusivePairs(tables: readonly ToldTable[], lines: PurchaseLines): [Axis, Axis][] {
  const axis = (wanted: string) =>
    tables.flatMap(({ axes }) => axes.find(({ id }) => id === wanted) ?? [])[0];
  const [season, period] = [axis("season"), axis("period")];
  const known = tables.filter(
    ({ axes: [one, other, ...more] }) => more.length === 0 && one !== season && other !== period,
  );
  const calendar = season && period ? [{ axes: [season, period], levels: [0, 0], isPart: true }] : [];
  return [...known, ...calendar].flatMap(({ axes, levels }): [Axis, Axis][] => {
    const [one, other] = axes;
    if (one === undefined || other === undefined) return [];
    const { purchases, rungs } = countCells(axes, levels, lines, linePersons(lines));
    const columns = (rungs[1]?.names.length ?? 0) + 1;
    // What has no value is on no axis of these tables, and excludes nothing.
    const isEmpty = purchases.some(
      (count, cell) => count === 0 && cell % columns > 0 && Math.floor(cell / columns) > 0,
    );
    return isEmpty ? [[one, other]] : [];
  });
}

function levelOf({ axes, levels }: ToldTable, axis: Axis): number {
  return levels[axes.findIndex(({ id }) => id === axis.id)] ?? 0;
}

function keyOf(axes: readonly Axis[]): string {
  return axes
    .map(({ id }) => id)
    .sort()
    .join("+");
}

function later(one: ToldTable, other: ToldTable): ToldTable {
  return keyOf(one.axes) > keyOf(other.axes) ? one : other;
}
