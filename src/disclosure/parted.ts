import { compareText } from "../dataset/clean/text.ts";
import type { LinePersons } from "../questions/persons.ts";
import { singleValues } from "../statistics/describe/single-value.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";

/** Lines sorted into groups that are to be told part by part, as products month by month. */
export interface Parted {
  /** Whose each line is. */
  customer: PurchaseLines["customer"];
  persons: LinePersons;
  /**
   * The group of each line in one layer after the other, each group of a layer within one of the layer before; 0 for
   * none. What lies in several groups of the layer before belongs to none.
   */
  layers: readonly Layer[];
  /** The part of each line from 0 on, finest parts first; each part of a level is made of whole ones of the level before. */
  levels: readonly Int32Array[];
}

export interface Layer {
  groupOf: Int32Array;
  /** Those that may be told, by id; a group without a name is not. */
  names: ReadonlyMap<number, string>;
}

/**
 * The finest level at which each group may be told, layer by layer by its id, so that every part of it stands on nobody
 * or enough, and so does what is left of each part of what it lies within once all that is told is taken off. `levels`
 * is as many as there are where a group may be told at none. Of groups that stand in each other's way the smallest is
 * told more coarsely.
 */
export function tellableLevels(parted: Parted, isFew: (persons: number) => boolean): Map<number, number>[] {
  const { layers, levels } = parted;
  const count = levels.length;
  const root = new Int32Array(parted.customer.length).fill(1);
  const whole = finestOwn(parted, root, isFew);
  let above: { groupOf: Int32Array; level: Map<number, number> } = {
    groupOf: root,
    level: new Map([[1, whole.get(1) ?? count]]),
  };
  return layers.map(({ groupOf, names }) => {
    const own = finestOwn(parted, groupOf, isFew);
    const parentOf = singleValues(groupOf, above.groupOf);
    const level = new Map<number, number>();
    for (const id of names.keys()) {
      const parent = parentOf.get(id);
      if (parent === undefined || parent === 0) continue;
      level.set(id, Math.max(own.get(id) ?? count, above.level.get(parent) ?? count));
    }
    for (let at = 0; at < count; at += 1) coarsen({ parted, groupOf, names, above, level, at, isFew });
    above = { groupOf, level };
    return level;
  });
}

interface Coarsening {
  parted: Parted;
  groupOf: Int32Array;
  names: Layer["names"];
  above: { groupOf: Int32Array; level: ReadonlyMap<number, number> };
  /** By group; changed in place. */
  level: Map<number, number>;
  at: number;
  isFew: (persons: number) => boolean;
}

/** Tells groups more coarsely than at a level until what is left of each parent's parts holds nobody or enough. */
function coarsen({ parted, groupOf, names, above, level, at, isFew }: Coarsening): void {
  const parts = parted.levels[at] ?? new Int32Array(0);
  const isTold = (group: number) => (level.get(group) ?? parted.levels.length) <= at;
  const isOpen = (parent: number) => (above.level.get(parent) ?? parted.levels.length) <= at;
  const sizes = linesOf(groupOf);
  for (;;) {
    // Lines of what is told are set aside by the group 0.
    const hidden = groupOf.map((group, line) => (isTold(group) ? 0 : (above.groupOf[line] ?? 0)));
    const few = new Set<string>();
    for (const cell of cellsOf(parted, hidden, parts))
      if (isOpen(cell.group) && (isFew(cell.customers) || isFew(cell.customers + cell.guests)))
        few.add(`${cell.group} ${cell.part}`);
    if (few.size === 0) return;
    const next = new Map<string, number>();
    for (let line = 0; line < groupOf.length; line += 1) {
      const group = groupOf[line] ?? 0;
      const key = `${above.groupOf[line]} ${parts[line]}`;
      if (!isTold(group) || !few.has(key)) continue;
      const known = next.get(key);
      if (known === undefined || isSmaller(group, known, sizes, names)) next.set(key, group);
    }
    if (next.size === 0) return;
    for (const group of next.values()) level.set(group, at + 1);
  }
}

function isSmaller(
  one: number,
  other: number,
  sizes: ReadonlyMap<number, number>,
  names: Layer["names"],
): boolean {
  const more = (sizes.get(one) ?? 0) - (sizes.get(other) ?? 0);
  return more < 0 || (more === 0 && compareText(names.get(one) ?? "", names.get(other) ?? "") < 0);
}

/** The finest level at which each part of a group holds nobody or enough, by group. */
function finestOwn(
  parted: Parted,
  groupOf: Int32Array,
  isFew: (persons: number) => boolean,
): Map<number, number> {
  const finest = new Map<number, number>();
  parted.levels.forEach((parts, level) => {
    const failing = new Set<number>();
    const seen = new Set<number>();
    for (const { group, customers, guests } of cellsOf(parted, groupOf, parts)) {
      seen.add(group);
      if (isFew(customers) || isFew(customers + guests)) failing.add(group);
    }
    for (const group of seen) if (!failing.has(group) && !finest.has(group)) finest.set(group, level);
  });
  return finest;
}

interface Cell {
  group: number;
  part: number;
  customers: number;
  guests: number;
}

/** The persons of every group and part with a line; lines of group 0 are in none. */
function cellsOf({ customer, persons }: Parted, groupOf: Int32Array, parts: Int32Array): Iterable<Cell> {
  const width = parts.reduce((most, part) => Math.max(most, part), 0) + 1;
  const cells = new Map<number, Cell & { last: number }>();
  for (const line of persons.order) {
    const group = groupOf[line] ?? 0;
    if (group === 0) continue;
    const part = parts[line] ?? 0;
    const key = group * width + part;
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = { group, part, customers: 0, guests: 0, last: -1 };
      cells.set(key, cell);
    }
    const person = persons.personOf[line] ?? 0;
    if (cell.last === person) continue;
    cell.last = person;
    if (customer[line] === 0) cell.guests += 1;
    else cell.customers += 1;
  }
  return cells.values();
}

function linesOf(groupOf: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const group of groupOf) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return sizes;
}
