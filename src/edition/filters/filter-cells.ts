import type { Axis } from "../../disclosure/axis.ts";
import { type Cells, groupOf } from "../../disclosure/cells.ts";
import type { FilterTable } from "../../sections/overview/filters/filter-tables.ts";

/** Products that a part names: one more than a chart shows, so that it can say that there are more. */
const mostProducts = 11;

/** The cells that are shown, in order: those of no axis's group 0. */
export function shownCells(cells: Cells): number[] {
  return Array.from({ length: cells.size }, (_, cell) => cell).filter((cell) =>
    cells.rungs.every((_, axis) => groupOf(cells, cell, axis) > 0),
  );
}

/**
 * For the axes whose values are not told one by one the group of each value that can be chosen, and names; null where all
 * are. A table tells values as finely as they can be chosen, or more coarsely.
 */
export function groupsOf(
  axes: readonly Axis[],
  { rungs }: Pick<Cells, "rungs">,
  chosen: ReadonlyMap<string, number>,
): NonNullable<FilterTable["groups"]> | null {
  const groups = axes.flatMap(
    ({ id, rungs: ladder }, axis): [string, { of: number[]; names: string[] }][] => {
      const { groupOf: all = [], names = [] } = rungs[axis] ?? {};
      const level = chosen.get(id) ?? 0;
      const values =
        level === 0 ? Array.from(all, (_, code) => code) : Array.from(ladder[level]?.groupOf ?? []);
      const count = values.slice(1).reduce((most, value) => Math.max(most, value), 0);
      const own = Array.from({ length: count }, (_, value) => all[values.indexOf(value + 1, 1)] ?? 0);
      return own.every((group, index) => group === index + 1) ? [] : [[id, { of: own, names: [...names] }]];
    },
  );
  return groups.length === 0 ? null : Object.fromEntries(groups);
}

/** For each cell of a part the number of products named, and code and purchases of each. */
export function namedProducts(cells: Cells, named: Map<string, number>): number[] {
  const names = cells.rungs.at(-1)?.names ?? [];
  const last = names.length + 1;
  const parts = Array.from({ length: cells.size / last }, (_, part) => part).filter((part) =>
    cells.rungs.slice(0, -1).every((_, axis) => groupOf(cells, part * last, axis) > 0),
  );
  return parts.flatMap((part) => {
    const found = names
      .map((name, index) => ({ name, index, purchases: cells.purchases[part * last + index + 1] ?? 0 }))
      .filter(({ purchases }) => purchases > 0)
      .sort((a, b) => b.purchases - a.purchases || a.index - b.index)
      .slice(0, mostProducts);
    return [
      found.length,
      ...found.flatMap(({ name, purchases }) => {
        const code = named.get(name) ?? named.size + 1;
        named.set(name, code);
        return [code, purchases];
      }),
    ];
  });
}
