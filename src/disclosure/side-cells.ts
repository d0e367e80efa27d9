import type { OrderedLines } from "./ordered-lines.ts";
import { cellsIn, cellsOfLines, commonSide, type Side, sideKey, sizeOf } from "./sides.ts";

/** Persons by cell. */
interface Persons {
  counts: Uint8Array;
  few: ReadonlyMap<number, readonly number[]>;
}

/** What lies in the cells of some sides, found once. */
export class SideCells {
  readonly #lines: OrderedLines;
  readonly #minimum: number;
  readonly #persons = new Map<string, Persons>();
  readonly #filled = new Map<string, Uint8Array>();
  readonly #ofOrders = new WeakMap<ArrayLike<number>, boolean>();

  /** @param minimum so many persons are enough */
  constructor(lines: OrderedLines, minimum: number) {
    this.#lines = lines;
    this.#minimum = minimum;
  }

  /** Of each cell the persons whose purchases lie in it, as far as enough, and who they are where they are few. */
  personsOf(sides: readonly Side[]): Persons {
    const key = sides.map(sideKey).join("+");
    const known = this.#persons.get(key);
    if (known !== undefined) return known;
    const lines = this.linesFor(sides);
    const { personOf } = this.#lines;
    const cellOf = cellsOfLines(sides, lines);
    const counts = new Uint8Array(sizeOf(sides));
    const last = new Int32Array(counts.length);
    for (let at = 0; at < lines.length; at += 1) {
      const cell = cellOf[at] ?? 0;
      const person = personOf[lines[at] ?? 0] ?? 0;
      if (last[cell] === person) continue;
      last[cell] = person;
      counts[cell] = Math.min(this.#minimum, (counts[cell] ?? 0) + 1);
    }
    const few = new Map<number, number[]>();
    counts.forEach((count, cell) => {
      if (count > 0 && count < this.#minimum) few.set(cell, []);
    });
    if (few.size > 0)
      for (let at = 0; at < lines.length; at += 1) {
        const cell = cellOf[at] ?? 0;
        // Most cells are of enough: a look at an array is cheaper than one at a map.
        if ((counts[cell] ?? 0) >= this.#minimum) continue;
        const own = few.get(cell);
        const person = personOf[lines[at] ?? 0] ?? 0;
        if (own !== undefined && own.at(-1) !== person) own.push(person);
      }
    const found = { counts: few.size === 0 ? new Uint8Array(0) : counts, few };
    this.#persons.set(key, found);
    return found;
  }

  /** Of each cell whether it has purchases. */
  filledIn(sides: readonly Side[]): Uint8Array {
    const key = sides.map(sideKey).join("+");
    let filled = this.#filled.get(key);
    if (filled === undefined) {
      filled = new Uint8Array(sizeOf(sides));
      for (const cell of cellsOfLines(sides, this.linesFor(sides))) filled[cell] = 1;
      this.#filled.set(key, filled);
    }
    return filled;
  }

  /** The lines by which persons in cells are known: one an order, where all lines of any order lie in one cell. */
  linesFor(sides: readonly Side[]): Int32Array {
    const { order, firsts } = this.#lines;
    return sides.every(({ codes }) => this.#isOfOrders(codes)) ? firsts : order;
  }

  #isOfOrders(codes: ArrayLike<number>): boolean {
    const known = this.#ofOrders.get(codes);
    if (known !== undefined) return known;
    const { order, firstOf } = this.#lines;
    const found = order.every((line) => codes[line] === codes[firstOf[line] ?? line]);
    this.#ofOrders.set(codes, found);
    return found;
  }

  /** Of each cell of some sides whether another table, of some of them, says that it is empty. */
  emptyIn(sides: readonly Side[], said: readonly Side[]): Uint8Array {
    const common = said.map((side) => commonSide(side, sides.find(({ id }) => id === side.id) ?? side));
    const filled = this.filledIn(common);
    const found = new Uint8Array(sizeOf(sides));
    const cells = cellsIn(sides, common);
    for (let cell = 0; cell < found.length; cell += 1) if (filled[cells[cell] ?? 0] === 0) found[cell] = 1;
    return found;
  }

  /** Of each cell of some sides whether one of its values has no purchase at all. */
  nobodys(sides: readonly Side[]): Uint8Array {
    const found = new Uint8Array(sizeOf(sides));
    for (const side of sides) {
      const filled = this.filledIn([side]);
      if (!filled.includes(0)) continue;
      cellsIn(sides, [side]).forEach((group, cell) => {
        if (filled[group] === 0) found[cell] = 1;
      });
    }
    return found;
  }
}
