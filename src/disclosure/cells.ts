import type { LinePersons } from "../questions/persons.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Axis, Rung } from "./axis.ts";

/**
 * Counts of purchases for every combination of the groups of some axes, the last running fastest. Group 0 of an axis
 * holds what is not shown: counted, never published.
 */
export interface Cells {
  /** The groups of each axis. */
  rungs: readonly Rung[];
  /** Which rung of each axis that is. */
  levels: readonly number[];
  /** What one step of each axis adds to a cell's place. */
  strides: readonly number[];
  size: number;
  /** Distinct customers, and orders of guests. */
  customers: Uint32Array;
  guests: Uint32Array;
  purchases: Uint32Array;
  revenue: Float64Array;
}

/** Counts the lines by one rung of each axis. */
export function countCells(
  axes: readonly Axis[],
  levels: readonly number[],
  { customer, amount }: Pick<PurchaseLines, "customer" | "amount">,
  { personOf, order }: LinePersons,
): Cells {
  const rungs = axes.map(({ rungs: all }, axis) => all[levels[axis] ?? 0] ?? { names: [], groupOf: [0] });
  const { strides, size } = layoutOf(rungs);
  const cells: Cells = {
    rungs,
    levels,
    strides,
    size,
    customers: new Uint32Array(size),
    guests: new Uint32Array(size),
    purchases: new Uint32Array(size),
    revenue: new Float64Array(size),
  };
  const { customers, guests, purchases, revenue } = cells;
  const cellOf = placesOf(axes, rungs, strides, customer.length);
  // What rounding lost of each sum, after Neumaier: the order of the lines must not show.
  const lost = new Float64Array(size);
  const last = new Int32Array(size);
  for (let place = 0; place < order.length; place += 1) {
    const line = order[place] ?? 0;
    const cell = cellOf[line] ?? 0;
    purchases[cell] = (purchases[cell] ?? 0) + 1;
    const value = amount[line] ?? 0;
    const before = revenue[cell] ?? 0;
    const after = before + value;
    lost[cell] =
      (lost[cell] ?? 0) +
      (Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before);
    revenue[cell] = after;
    const person = personOf[line] ?? 0;
    if (last[cell] === person) continue;
    last[cell] = person;
    if (customer[line] === 0) guests[cell] = (guests[cell] ?? 0) + 1;
    else customers[cell] = (customers[cell] ?? 0) + 1;
  }
  for (let cell = 0; cell < size; cell += 1) revenue[cell] = (revenue[cell] ?? 0) + (lost[cell] ?? 0);
  return cells;
}

/** The cell of each line. */
export function placesOf(
  axes: readonly Pick<Axis, "codes">[],
  rungs: readonly Rung[],
  strides: readonly number[],
  lines: number,
): Int32Array {
  const cellOf = new Int32Array(lines);
  axes.forEach(({ codes }, axis) => {
    const stride = strides[axis] ?? 1;
    const groupOf = Int32Array.from(rungs[axis]?.groupOf ?? []);
    for (let line = 0; line < lines; line += 1)
      cellOf[line] = (cellOf[line] ?? 0) + (groupOf[codes[line] ?? 0] ?? 0) * stride;
  });
  return cellOf;
}

function layoutOf(rungs: readonly Rung[]): { strides: number[]; size: number } {
  const strides: number[] = rungs.map(() => 1);
  let size = 1;
  for (let axis = rungs.length - 1; axis >= 0; axis -= 1) {
    strides[axis] = size;
    size *= (rungs[axis]?.names.length ?? 0) + 1;
  }
  return { strides, size };
}

/** The group of a cell on an axis. */
export function groupOf({ strides, rungs }: Cells, cell: number, axis: number): number {
  return Math.floor(cell / (strides[axis] ?? 1)) % ((rungs[axis]?.names.length ?? 0) + 1);
}

/** The cell of some groups, one an axis. */
export function cellAt({ strides }: Cells, groups: readonly number[]): number {
  return groups.reduce((cell, group, axis) => cell + group * (strides[axis] ?? 1), 0);
}
