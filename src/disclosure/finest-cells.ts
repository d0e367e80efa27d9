import type { LinePersons } from "../questions/persons.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import { type Axis, codedAxis } from "./axis.ts";
import { type Cells, countCells } from "./cells.ts";
import { tellsByExclusion } from "./exclusions.ts";

/** Whether each cell, of what is not shown too, holds nobody or enough: of customers, and of all persons. */
function holds({ size, customers, guests }: Cells, isFew: (persons: number) => boolean): boolean {
  for (let cell = 0; cell < size; cell += 1) {
    const [own, more] = [customers[cell] ?? 0, guests[cell] ?? 0];
    if (isFew(own) || isFew(own + more)) return false;
  }
  return true;
}

/**
 * The rungs of the finest table that holds: first those of the fewest steps down, of equals those that keep the first
 * axes fine. `fixed` gives axes whose rung is chosen already, `mayTell` whether other tables allow it. Null where no table
 * holds.
 */
export function finestCells(
  axes: readonly Axis[],
  fixed: readonly (number | null)[],
  lines: Pick<PurchaseLines, "customer" | "amount">,
  persons: LinePersons,
  isFew: (persons: number) => boolean,
  mayTell: (levels: readonly number[]) => boolean = () => true,
): Cells | null {
  const choices = axes.reduce<number[][]>(
    (all, { rungs }, axis) => {
      const own = fixed[axis] ?? null;
      const levels = own === null ? rungs.map((_, level) => level) : [own];
      return all.flatMap((some) => levels.map((level) => [...some, level]));
    },
    [[]],
  );
  const steps = (levels: readonly number[]) => levels.reduce((all, level) => all + level, 0);
  for (const levels of choices.sort((a, b) => steps(a) - steps(b))) {
    const cells = countCells(axes, levels, lines, persons);
    if (holds(cells, isFew) && !tellsBeside(axes, levels, lines, persons, isFew) && mayTell(levels))
      return cells;
  }
  return null;
}

/** Whether the table tells of few by what is told beside one of its axes. */
function tellsBeside(
  axes: readonly Axis[],
  levels: readonly number[],
  lines: Pick<PurchaseLines, "customer" | "amount">,
  persons: LinePersons,
  isFew: (persons: number) => boolean,
): boolean {
  return axes.some((axis, place) => {
    if (axis.beside === undefined) return false;
    const others = axes.filter((each) => each !== axis);
    const own = [levels[place] ?? 0, 0, ...levels.filter((_, at) => at !== place)];
    return tellsByExclusion([axis, codedAxis("beside", axis.beside), ...others], own, lines, persons, isFew);
  });
}
