import type { Axis, Subject } from "./axis.ts";

/** One way to part the lines of a report: an axis by one of its rungs. */
export interface Side {
  id: string;
  /** The code of each line. */
  codes: ArrayLike<number>;
  /** The group of each code, from 0 on. */
  groupOf: Int32Array;
  groups: number;
  subjects: readonly Subject[];
  /** The axis whose values each group of this one lies in, if it is told by these too. */
  within: string | undefined;
}

/** The side of an axis by one of its rungs. */
export function sideOf({ id, codes, rungs, subjects = [], within }: Axis, level: number): Side {
  const groupOf = Int32Array.from(rungs[level]?.groupOf ?? [0]);
  return { id, codes, groupOf, groups: (rungs[level]?.names.length ?? 0) + 1, subjects, within };
}

/** Whether a side is of nothing but times. */
export function isOfCalendar({ subjects }: Side): boolean {
  return subjects.includes("calendar");
}

/** A side's name among others of the same lines. */
export function sideKey({ id, groupOf }: Side): string {
  let [run, from] = ["", 0];
  // Runs of codes that go up one by one, as those of most ladders do, are short.
  groupOf.forEach((group, code) => {
    if (code > 0 && group === (groupOf[code - 1] ?? 0) + 1) return;
    if (code > 0) run += `-${code - 1 - from},`;
    run += group;
    from = code;
  });
  return `${id} ${run}-${groupOf.length - 1 - from}`;
}

/** The coarsest side that two of one axis are made of. */
export function togetherSide(one: Side, other: Side): Side {
  const known = new Map<number, number>();
  const groupOf = one.groupOf.map((group, code) => {
    const key = group * other.groups + (other.groupOf[code] ?? 0);
    const found = known.get(key) ?? known.size;
    known.set(key, found);
    return found;
  });
  return { ...one, groupOf, groups: known.size };
}

/** The finest side that is made of whole groups of both, which are of one axis. */
export function commonSide(one: Side, other: Side): Side {
  const [mine, theirs] = [new Map<number, number>(), new Map<number, number>()];
  const groupOf = Int32Array.from(one.groupOf.keys());
  for (let changed = true; changed; ) {
    changed = false;
    for (const [side, least] of [
      [one, mine],
      [other, theirs],
    ] as const)
      side.groupOf.forEach((group, code) => {
        const known = Math.min(least.get(group) ?? code, groupOf[code] ?? code);
        if (known !== least.get(group)) least.set(group, known);
      });
    groupOf.forEach((group, code) => {
      const least = Math.min(
        group,
        mine.get(one.groupOf[code] ?? 0) ?? code,
        theirs.get(other.groupOf[code] ?? 0) ?? code,
      );
      changed ||= least < group;
      groupOf[code] = least;
    });
  }
  const dense = new Map([...new Set(groupOf)].map((group, place) => [group, place]));
  return { ...one, groupOf: groupOf.map((group) => dense.get(group) ?? 0), groups: dense.size };
}

/** Of each cell of some sides the cell of others, each of which is coarser than one of them. */
export function cellsIn(fine: readonly Side[], coarse: readonly Side[]): Int32Array {
  const found = new Int32Array(sizeOf(fine));
  let step = 1;
  for (const wider of [...coarse].reverse()) {
    let stride = 1;
    for (const side of [...fine].reverse()) {
      if (side.id === wider.id) {
        const target = new Int32Array(side.groups);
        for (let code = side.groupOf.length - 1; code >= 0; code -= 1)
          target[side.groupOf[code] ?? 0] = wider.groupOf[code] ?? 0;
        for (let cell = 0; cell < found.length; cell += 1)
          found[cell] = (found[cell] ?? 0) + (target[Math.floor(cell / stride) % side.groups] ?? 0) * step;
      }
      stride *= side.groups;
    }
    step *= wider.groups;
  }
  return found;
}

/** The cell of each of some lines. */
export function cellsOfLines(sides: readonly Side[], lines: Int32Array): Int32Array {
  const found = new Int32Array(lines.length);
  for (const { codes, groupOf, groups } of sides)
    for (let at = 0; at < lines.length; at += 1)
      found[at] = (found[at] ?? 0) * groups + (groupOf[codes[lines[at] ?? 0] ?? 0] ?? 0);
  return found;
}

/** How many cells some sides make. */
export function sizeOf(sides: readonly Side[]): number {
  return sides.reduce((all, { groups }) => all * groups, 1);
}
