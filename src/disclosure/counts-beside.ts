import { type LinePersons, linePersons } from "../questions/persons.ts";
import { placesByKey } from "../statistics/describe/places-by-key.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Axis } from "./axis.ts";
import { cellsOfLines, type Side, sideKey, sideOf, sizeOf } from "./sides.ts";

/** So many tables' cells are kept. */
const mostCells = 16;

type Lines = Pick<PurchaseLines, "count" | "customer" | "order">;

/** A count that is told of the purchases with one value in each of some fields, as rules tell it. */
interface ToldCount {
  /** Ids of the axes of these fields. */
  fields: ReadonlySet<string>;
  /** One of the purchases; none of no purchase. */
  first: number | undefined;
  /** Finds the purchases again: to keep those of thousands of counts would take more room than the data. */
  linesOf: LinesOf;
}

type LinesOf = () => ArrayLike<number>;

/** The purchases by the cells of a table. */
interface LinesByCell {
  cellOf: Int32Array;
  /** Those of cell `i` from `starts[i]` on, person by person. */
  starts: Int32Array;
  lines: Int32Array;
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
  readonly #persons: LinePersons;
  readonly #isFew: (persons: number) => boolean;
  readonly #counts: ToldCount[] = [];
  readonly #told = new Set<string>();
  readonly #tables = new Map<string, Table>();
  readonly #cells = new Map<string, LinesByCell>();
  readonly #found = new Map<string, boolean>();
  /** 1 while a purchase, or a person, is among those that are counted. */
  readonly #isCounted: Uint8Array;
  readonly #isHaving: Uint8Array;

  constructor(lines: Lines, isFew: (persons: number) => boolean) {
    this.#persons = linePersons(lines);
    this.#isFew = isFew;
    this.#isCounted = new Uint8Array(lines.count);
    this.#isHaving = new Uint8Array(this.#persons.lastCustomer + 1);
  }

  /** Tells a count, if it tells of nobody beside the tables told before; whether it does not. */
  tellCount(fields: readonly string[], linesOf: LinesOf): boolean {
    const lines = linesOf();
    // The same purchases are told by several rules.
    const key = `${[...fields].sort().join()} ${lines.length} ${lines[0]} ${sumOf(lines)}`;
    if (this.#told.has(key)) return true;
    const count: ToldCount = { fields: new Set(fields), first: lines[0], linesOf };
    const counts = [...this.#counts, count];
    for (const table of this.#tables.values()) {
      const shared = sharedOf(table, count);
      if (shared.axes.length > 1 && this.#leavesFew(shared, count, counts)) return false;
    }
    this.#counts.push(count);
    this.#told.add(key);
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
    const cells = this.#cellsBy(table);
    const cellOf = ({ first = -1 }: ToldCount) => cells.cellOf[first];
    const cell = cellOf(count);
    if (cell === undefined) return false;
    const ids = new Set(table.axes.map(({ id }) => id));
    const within = all.filter((each) => isSame(each.fields, ids) && cellOf(each) === cell);
    const lines = cells.lines.subarray(cells.starts[cell], cells.starts[cell + 1]);
    return [[count], within].some((some) => some.length > 0 && this.#isFewBeside(lines, some));
  }

  /** Whether few have the lines of a cell that are in none of some counts, or few of their customers are in none. */
  #isFewBeside(lines: Int32Array, counts: readonly ToldCount[]): boolean {
    const { personOf, lastCustomer } = this.#persons;
    this.#mark(counts, 1);
    let [persons, lacking, last] = [0, 0, -1];
    for (const line of lines) {
      const person = personOf[line] ?? 0;
      if (person === last || this.#isCounted[line] === 1) continue;
      last = person;
      persons += 1;
      if (person <= lastCustomer && this.#isHaving[person] === 0) lacking += 1;
    }
    this.#mark(counts, 0);
    return this.#isFew(persons) || this.#isFew(lacking);
  }

  #mark(counts: readonly ToldCount[], mark: 0 | 1): void {
    for (const { linesOf } of counts) {
      const lines = linesOf();
      for (let place = 0; place < lines.length; place += 1) {
        const line = lines[place] ?? 0;
        this.#isCounted[line] = mark;
        // Beyond the last customer, where guests are, nothing is kept.
        this.#isHaving[this.#persons.personOf[line] ?? 0] = mark;
      }
    }
  }

  #cellsBy(table: Table): LinesByCell {
    const key = keyOf(table);
    let found = this.#cells.get(key);
    if (found === undefined) {
      found = linesByCell(sidesOf(table), this.#persons.order);
      // As long as the lines each: only the latest are worth their room.
      if (this.#cells.size >= mostCells) this.#cells.clear();
      this.#cells.set(key, found);
    }
    return found;
  }
}

/** @param order the lines, person by person */
function linesByCell(sides: readonly Side[], order: Int32Array): LinesByCell {
  const cells = cellsOfLines(sides, order);
  const { starts, places } = placesByKey(cells, sizeOf(sides));
  const cellOf = new Int32Array(order.length);
  order.forEach((line, at) => {
    cellOf[line] = cells[at] ?? 0;
  });
  return { cellOf, starts, lines: places.map((at) => order[at] ?? 0) };
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
