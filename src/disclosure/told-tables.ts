import type { PurchaseLines } from "../store/purchase-lines.ts";
import { type Axis, allSubjects, type Subject } from "./axis.ts";
import { fewBetween, type Link } from "./few-between.ts";
import { type OrderedLines, orderedLines } from "./ordered-lines.ts";
import { tellOverTime } from "./over-time.ts";
import { SideCells } from "./side-cells.ts";
import { cellsIn, isOfCalendar, type Side, sideKey, sideOf, sizeOf, togetherSide } from "./sides.ts";

/** A table that is told, by the rung of each axis. */
export interface ToldTable {
  axes: readonly Axis[];
  levels: readonly number[];
}

/** Tables of more cells than that, together, are not held against each other: by the number of axes, the last for more. */
const mostCells = [30_000, 30_000, 30_000, 30_000, 1_500, 0] as const;

const nobody: readonly number[] = [];

/** A table by its sides, in the order of their ids. */
interface Known {
  sides: readonly Side[];
  key: string;
}

/**
 * The tables of a report, so that none is told that would tell of few beside those that are. A table that has empty cells
 * says which values exclude each other: if all of one segment are of one persona, then of any quarter the persona's
 * purchases less the segment's are those of the persona's other segments, and these must be of nobody or enough. Each two
 * tables are looked at, with all that is known to be empty; see `fewBetween`.
 */
export class ToldTables {
  readonly #views: readonly ToldOf[];

  constructor(views: readonly ToldOf[]) {
    this.#views = views;
  }

  /**
   * None yet. Numbers of customers count no guests: what is of few is looked for without them as well.
   *
   * @param minimum the fewest persons that a number may stand on
   */
  static of(lines: Pick<PurchaseLines, "count" | "customer" | "order">, minimum: number): ToldTables {
    return new ToldTables(orderedLines(lines).map((some) => new ToldOf(some, minimum)));
  }

  /** The same tables, to which others may be added without their being told here. */
  copy(): ToldTables {
    return new ToldTables(this.#views.map((view) => view.copy()));
  }

  /** Tells a table, if it tells nothing of few beside those told before; whether it does not. */
  tell(table: ToldTable): boolean {
    const known = knownOf(table);
    if (!this.#views.every((view) => view.mayTell(known))) return false;
    for (const view of this.#views) view.tell(known);
    return true;
  }

  /** Whether a table tells nothing of few beside those told before. */
  mayTell(table: ToldTable): boolean {
    const known = knownOf(table);
    return this.#views.every((view) => view.mayTell(known));
  }
}

/** The tables of some of the lines. */
class ToldOf {
  readonly #lines: OrderedLines;
  readonly #minimum: number;
  readonly #told: Known[] = [];
  /** Those of them that say which values exclude each other. */
  readonly #empty: Known[] = [];
  /** What lies in cells, and which tables tell of few, for all copies. */
  readonly #cells: SideCells;
  readonly #telling: Map<string, boolean>;

  constructor(lines: OrderedLines, minimum: number, of: ToldOf | null = null) {
    this.#lines = lines;
    this.#minimum = minimum;
    this.#cells = of === null ? new SideCells(lines, minimum) : of.#cells;
    this.#telling = of === null ? new Map() : of.#telling;
  }

  copy(): ToldOf {
    const copy = new ToldOf(this.#lines, this.#minimum, this);
    copy.#told.push(...this.#told);
    copy.#empty.push(...this.#empty);
    return copy;
  }

  tell(known: Known): void {
    if (this.#told.some(({ key }) => key === known.key)) return;
    this.#told.push(known);
    if (this.#hasEmpty(known)) this.#empty.push(known);
  }

  mayTell(known: Known): boolean {
    if (this.#told.some(({ key }) => key === known.key)) return true;
    const isNews = this.#hasEmpty(known);
    const empty = isNews ? [...this.#empty, known] : this.#empty;
    if (this.#told.some((told) => this.#tells(known, told, empty, null))) return false;
    if (this.#tellsOverTime(known)) return false;
    // What is known to be empty now may tell of tables told before.
    if (!isNews) return true;
    return !this.#told.some((one, place) =>
      this.#told.slice(place + 1).some((other) => this.#tells(one, other, empty, known)),
    );
  }

  /** Whether a table has an empty cell that nothing else says: its values each have purchases, as do those told together. */
  #hasEmpty({ sides }: Known): boolean {
    if (sides.length < 2) return false;
    const isNobodys = this.#cells.nobodys(sides);
    const ids = new Set(sides.map(({ id }) => id));
    const within = this.#empty.filter((known) => known.sides.every(({ id }) => ids.has(id)));
    const said = within.map((known) => this.#cells.emptyIn(sides, known.sides));
    return this.#cells
      .filledIn(sides)
      .some(
        (filled, cell) => filled === 0 && isNobodys[cell] === 0 && !said.some((empty) => empty[cell] === 1),
      );
  }

  /** Whether two tables tell of few beside others; `through` is one that must have a part in it. */
  #tells(one: Known, other: Known, empty: readonly Known[], through: Known | null): boolean {
    const ids = new Set([...one.sides, ...other.sides].map(({ id }) => id));
    if (through?.sides.every(({ id }) => ids.has(id)) === false) return false;
    const both = togetherIn(one.sides, other.sides);
    const keys = both.map(sideKey);
    /** The axes that a table tells as finely as both do. */
    const fine = [one, other].map(({ sides }) => {
      const own = new Set(sides.map(sideKey));
      return new Set(both.flatMap(({ id }, place) => (own.has(keys[place] ?? "") ? [id] : [])));
    });
    const isBetween = (sides: readonly Side[]) =>
      sides.every(({ id }) => ids.has(id)) && !fine.some((own) => sides.every(({ id }) => own.has(id)));
    const saying = empty.filter(({ sides }) => isBetween(sides));
    const subjects = allSubjects.filter((subject) => isBetween(ofSubject(both, subject)));
    if (through !== null ? !saying.includes(through) : saying.length + subjects.length === 0) return false;
    if (sizeOf(both) > (mostCells[both.length] ?? 0)) return false;
    const key = [one, other, ...saying].map((each) => each.key).join(" | ");
    const known = this.#telling.get(key);
    if (known !== undefined) return known;
    const found = this.#fewBetween(one, other, both, saying, subjects);
    this.#telling.set(key, found);
    return found;
  }

  /** Whether a table tells of few beside those told over time of the same thing, or of any where it is of times alone. */
  #tellsOverTime(known: Known): boolean {
    const isOverTime = ({ sides }: Known) => sides.some(isOfCalendar);
    const own = thingsOf(known);
    if (own.length > 1 || !isOverTime(known)) return false;
    const things =
      own.length > 0
        ? own
        : this.#told
            .filter(isOverTime)
            .map(thingsOf)
            .filter(({ length }) => length === 1)
            .flat();
    return [...new Set(things)].some((thing) => {
      const tables = [...this.#told, known].filter((told) => thingsOf(told).every((id) => id === thing));
      const key = `${thing}: ${tables
        .map((table) => table.key)
        .sort()
        .join(" | ")}`;
      const seen = this.#telling.get(key);
      if (seen !== undefined) return seen;
      const sides = tables.map((table) => table.sides);
      const found = tellOverTime(
        sides,
        this.#cells.linesFor(sides.flat()),
        this.#lines.personOf,
        this.#minimum,
      );
      this.#telling.set(key, found);
      return found;
    });
  }

  #fewBetween(
    one: Known,
    other: Known,
    both: readonly Side[],
    saying: readonly Known[],
    subjects: readonly Subject[],
  ): boolean {
    const size = sizeOf(both);
    const { counts, few } = this.#cells.personsOf(both);
    if (few.size === 0) return false;
    const [first, second] = [cellsIn(both, one.sides), cellsIn(both, other.sides)];
    const empty = [
      this.#cells.nobodys(both),
      ...saying.map(({ sides }) => this.#cells.emptyIn(both, sides)),
      ...subjects.map((subject) => this.#cells.emptyIn(both, ofSubject(both, subject))),
    ];
    const [known = new Uint8Array(size), ...more] = empty;
    for (const other of more)
      for (let cell = 0; cell < size; cell += 1) known[cell] = (known[cell] ?? 0) | (other[cell] ?? 0);
    const links: Link[] = [];
    for (let cell = 0; cell < size; cell += 1) {
      const count = counts[cell] ?? 0;
      if (count === 0 && known[cell] === 1) continue;
      links.push({
        cells: [first[cell] ?? 0, second[cell] ?? 0],
        persons: count === 0 ? nobody : (few.get(cell) ?? null),
      });
    }
    return fewBetween(links, this.#minimum);
  }
}

/** What a table is of beside times. */
function thingsOf({ sides }: Known): string[] {
  return [...new Set(sides.flatMap((side) => (isOfCalendar(side) ? [] : (side.within ?? side.id))))];
}

function ofSubject(sides: readonly Side[], subject: Subject): Side[] {
  return sides.filter(({ subjects }) => subjects.includes(subject));
}

function knownOf({ axes, levels }: ToldTable): Known {
  const sides = axes
    .map((axis, place) => sideOf(axis, levels[place] ?? 0))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { sides, key: sides.map(sideKey).join("+") };
}

/** The sides of two tables, those of both told as finely as the two tell them together. */
function togetherIn(one: readonly Side[], other: readonly Side[]): Side[] {
  const shared = one.map((side) => {
    const same = other.find(({ id }) => id === side.id);
    return same === undefined ? side : togetherSide(side, same);
  });
  return [...shared, ...other.filter(({ id }) => !one.some((side) => side.id === id))];
}
