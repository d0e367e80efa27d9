import type { LinePersons } from "../questions/persons.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Axis } from "./axis.ts";
import { type Cells, countCells } from "./cells.ts";

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
    if (holds(cells, isFew) && mayTell(levels)) return cells;
  }
  return null;
}
