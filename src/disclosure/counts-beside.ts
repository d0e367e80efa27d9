import { linePersons } from "../questions/persons.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Axis } from "./axis.ts";
import { cellsOfLines, type Side, sideKey, sideOf } from "./sides.ts";

/** So many places of purchases are remembered, 64 MB; no count is told that would take more. */
const mostPlaces = 1 << 24;

/** So many tables' cells are kept. */
const mostCells = 16;

type Lines = Pick<PurchaseLines, "count" | "customer" | "order">;

/** A count that is told of the purchases with one value in each of some fields, as rules tell it. */
interface ToldCount {
  /** Ids of the axes of these fields. */
  fields: ReadonlySet<string>;
  /** The purchases. */
  lines: ArrayLike<number>;
}

interface Table {
  axes: readonly Axis[];
  levels: readonly number[];
}

/**
 * Counts of single combinations of values beside tables of the same fields. A table may tell values together, and what has
 * none with the largest: a cell of it less the counts within it is what else was counted there, which must be of nobody or
 * of enough persons, and so must its customers who are in none of the counts.
 */
export class CountsBeside {
  readonly #lines: Lines;
  /** The place of each line. */
  readonly #every: Int32Array;
  readonly #isFew: (persons: number) => boolean;
  readonly #counts: ToldCount[] = [];
  readonly #told = new Set<string>();
  #places = 0;
  readonly #tables = new Map<string, Table>();
  readonly #cells = new Map<string, Int32Array>();
  readonly #found = new Map<string, boolean>();

  constructor(lines: Lines, isFew: (persons: number) => boolean) {
    this.#lines = lines;
    this.#every = Int32Array.from({ length: lines.count }, (_, line) => line);
    this.#isFew = isFew;
  }

  /** Tells a count, if it tells of nobody beside the tables told before; whether it does not. */
  tellCount(fields: readonly string[], lines: ArrayLike<number>): boolean {
    // The same purchases are told by several rules.
    const key = `${[...fields].sort().join()} ${lines.length} ${lines[0]} ${sumOf(lines)}`;
    if (this.#told.has(key)) return true;
    if (this.#places + lines.length > mostPlaces) return false;
    const count: ToldCount = { fields: new Set(fields), lines };
    const counts = [...this.#counts, count];
    for (const table of this.#tables.values()) {
      const shared = sharedOf(table, count);
      if (shared.axes.length > 1 && this.#leavesFew(shared, count, counts)) return false;
    }
    this.#counts.push(count);
    this.#told.add(key);
    this.#places += lines.length;
    this.#found.clear();
    return true;
  }

  /** Notes that a table is told. */
  tellTable(table: Table): void {
    if (table.axes.length > 1) this.#tables.set(keyOf(table), table);
  }

  /** Whether a table tells of nobody beside the counts that are told. */
  mayTellTable(table: Table): boolean {
    return this.#counts.every((count) => {
      const shared = sharedOf(table, count);
      if (shared.axes.length < 2) return true;
      const key = `${keyOf(shared)} ${[...count.fields].join()}`;
      const known = this.#found.get(key);
      if (known !== undefined) return known;
      const alike = this.#counts.filter(({ fields }) => isSame(fields, count.fields));
      const found = !alike.some((each) => this.#leavesFew(shared, each, this.#counts));
      this.#found.set(key, found);
      return found;
    });
  }

  /** Whether the cell around a count holds few more, beside it alone or beside all counts of the fields of the table. */
  #leavesFew(table: Table, count: ToldCount, all: readonly ToldCount[]): boolean {
    const cellOf = this.#cellsBy(table);
    const cell = cellOf[count.lines[0] ?? 0] ?? 0;
    const ids = new Set(table.axes.map(({ id }) => id));
    const within = all.filter(
      ({ fields, lines }) => isSame(fields, ids) && cellOf[lines[0] ?? 0] === cell && lines.length > 0,
    );
    return [[count], within].some((some) => some.length > 0 && this.#isFewBeside(cellOf, cell, some));
  }

  #isFewBeside(cellOf: Int32Array, cell: number, counts: readonly ToldCount[]): boolean {
    const { personOf, lastCustomer } = linePersons(this.#lines);
    const counted = new Uint8Array(this.#lines.count);
    const having = new Set<number>();
    for (const { lines } of counts)
      for (let place = 0; place < lines.length; place += 1) {
        counted[lines[place] ?? 0] = 1;
        having.add(personOf[lines[place] ?? 0] ?? 0);
      }
    const [persons, lacking] = [new Set<number>(), new Set<number>()];
    for (let line = 0; line < cellOf.length; line += 1) {
      if (cellOf[line] !== cell || counted[line] === 1) continue;
      const person = personOf[line] ?? 0;
      persons.add(person);
      if (person <= lastCustomer && !having.has(person)) lacking.add(person);
    }
    return this.#isFew(persons.size) || this.#isFew(lacking.size);
  }

  #cellsBy(table: Table): Int32Array {
    const key = keyOf(table);
    let found = this.#cells.get(key);
    if (found === undefined) {
      found = cellsOfLines(sidesOf(table), this.#every);
      // As long as the lines each: only the latest are worth their room.
      if (this.#cells.size >= mostCells) this.#cells.clear();
      this.#cells.set(key, found);
    }
    return found;
  }
}

/** What a table tells of the fields of a count. */
function sharedOf({ axes, levels }: Table, { fields }: ToldCount): Table {
  const places = [...axes.keys()].filter((place) => fields.has(axes[place]?.id ?? ""));
  return {
    axes: places.flatMap((place) => axes[place] ?? []),
    levels: places.map((place) => levels[place] ?? 0),
  };
}

function sidesOf({ axes, levels }: Table): Side[] {
  return axes.map((axis, place) => sideOf(axis, levels[place] ?? 0));
}

function keyOf(table: Table): string {
  return sidesOf(table).map(sideKey).join("+");
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < values.length; place += 1) sum += values[place] ?? 0;
  return sum;
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}
