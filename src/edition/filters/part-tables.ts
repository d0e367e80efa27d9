import type { Axis } from "../../disclosure/axis.ts";
import { type Cells, cellAt, countCells, groupOf, placesOf } from "../../disclosure/cells.ts";
import type { Gate } from "../../disclosure/gate.ts";
import type { ToldTables } from "../../disclosure/told-tables.ts";
import { linePersons } from "../../questions/persons.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";

/** Finds the tables that the filters may publish, and which of their numbers. */
export class PartTables {
  readonly #lines: PurchaseLines;
  readonly #gate: Gate;
  readonly #told: ToldTables;
  readonly #customers = new Map<string, Cells>();

  /** @param told what is told beside them */
  constructor(lines: PurchaseLines, gate: Gate, told: ToldTables) {
    this.#lines = lines;
    this.#gate = gate;
    this.#told = told;
  }

  /** The finest table of some axes in which every cell holds nobody or enough; null for none. */
  find(axes: readonly Axis[], fixed: readonly (number | null)[]): Cells | null {
    return this.#gate.cells(axes, this.#lines, fixed, this.#told);
  }

  /**
   * Whether the customers of a table's cells may be told. A customer may be in several cells of an axis of purchases:
   * those of a wider cell who are not in this one must be none or enough, and so must those who are in several.
   */
  mayTellCustomers(axes: readonly Axis[], cells: Cells): boolean {
    const wider = this.#wider(axes, cells);
    if (wider.length === 0) return true;
    const cellOf = placesOf(axes, cells.rungs, cells.strides, this.#lines.count);
    return wider.every(({ axis, whole, placeIn }) => {
      const placeOf = Int32Array.from(cells.customers, (_, cell) => placeIn(cell));
      const isAnyLacked = placeOf.some((place, cell) => {
        const own = cells.customers[cell] ?? 0;
        return own > 0 && this.#gate.isFew((whole.customers[place] ?? 0) - own);
      });
      return (
        !isAnyLacked && (axis === null || this.#gate.holds(this.#inSeveral(cellOf, placeOf, whole.size)))
      );
    });
  }

  /**
   * The same of orders, which may lie in several cells of an axis of lines: those with orders in the wider cell that are
   * not in this one must be nobody or enough, and so must those of orders that are in several.
   */
  mayTellOrders(axes: readonly Axis[], cells: Cells, orders: Float64Array): boolean {
    const cellOf = placesOf(axes, cells.rungs, cells.strides, this.#lines.count);
    return this.#wider(axes, cells).every(({ axis, whole, placeIn }) => {
      const placeOf = Int32Array.from(orders, (_, cell) => placeIn(cell));
      const { lacking, several } = this.#sharedOrders(cellOf, placeOf, whole.size);
      const isAnyLacked = orders.some((all, cell) => all > 0 && this.#gate.isFew(lacking[cell] ?? 0));
      return !isAnyLacked && (axis === null || this.#gate.holds(several));
    });
  }

  /** Of each wider cell the customers who are in several of the cells that it holds, by `placeOf`. */
  #inSeveral(cellOf: Int32Array, placeOf: Int32Array, places: number): Float64Array {
    const found = new Float64Array(places);
    this.#eachPerson((lines, isGuest) => {
      if (isGuest) return;
      const cells = new Set(lines.map((line) => cellOf[line] ?? 0));
      if (cells.size < 2) return;
      const counts = new Map<number, number>();
      for (const cell of cells) counts.set(placeOf[cell] ?? 0, (counts.get(placeOf[cell] ?? 0) ?? 0) + 1);
      for (const [place, count] of counts) if (count > 1) found[place] = (found[place] ?? 0) + 1;
    });
    return found;
  }

  /**
   * Of each cell the persons with an order in the wider cell around it, by `placeOf`, that is not in the cell; and of each
   * wider cell those with an order in several.
   */
  #sharedOrders(
    cellOf: Int32Array,
    placeOf: Int32Array,
    places: number,
  ): { lacking: Float64Array; several: Float64Array } {
    const { order } = this.#lines;
    const [persons, several] = [new Float64Array(places), new Float64Array(places)];
    const complete = new Float64Array(placeOf.length);
    this.#eachPerson((lines) => {
      const inCells = new Map<number, Set<number>>();
      const inPlaces = new Map<number, { orders: Set<number>; parts: number }>();
      for (const line of lines) {
        const id = order === undefined ? line + 1 : (order[line] ?? 0);
        if (id === 0) continue;
        const cell = cellOf[line] ?? 0;
        const place = inPlaces.get(placeOf[cell] ?? 0) ?? { orders: new Set(), parts: 0 };
        inPlaces.set(placeOf[cell] ?? 0, place);
        const own = inCells.get(cell) ?? new Set();
        inCells.set(cell, own);
        if (!own.has(id)) place.parts += 1;
        own.add(id);
        place.orders.add(id);
      }
      for (const [place, { orders, parts }] of inPlaces) {
        persons[place] = (persons[place] ?? 0) + 1;
        if (parts > orders.size) several[place] = (several[place] ?? 0) + 1;
      }
      for (const [cell, own] of inCells)
        if (own.size === inPlaces.get(placeOf[cell] ?? 0)?.orders.size)
          complete[cell] = (complete[cell] ?? 0) + 1;
    });
    return { lacking: complete.map((own, cell) => (persons[placeOf[cell] ?? 0] ?? 0) - own), several };
  }

  /** The lines of each person. */
  #eachPerson(visit: (lines: number[], isGuest: boolean) => void): void {
    const { personOf, order, lastCustomer } = linePersons(this.#lines);
    let own: number[] = [];
    for (const [at, line] of order.entries()) {
      own.push(line);
      const person = personOf[line] ?? 0;
      if (person === personOf[order[at + 1] ?? -1]) continue;
      visit(own, person > lastCustomer);
      own = [];
    }
  }

  /** How many different values the purchases of each cell have in a column of ids. */
  different(axes: readonly Axis[], cells: Cells, ids: Int32Array | undefined): Float64Array {
    const counts = new Float64Array(cells.size);
    if (ids === undefined) return counts;
    const cellOf = placesOf(axes, cells.rungs, cells.strides, this.#lines.count);
    const seen = new Set<number>();
    ids.forEach((id, line) => {
      const cell = cellOf[line] ?? 0;
      const key = id * cells.size + cell;
      if (id === 0 || seen.has(key)) return;
      seen.add(key);
      counts[cell] = (counts[cell] ?? 0) + 1;
    });
    return counts;
  }

  /** The tables without one or more of the axes in which a customer may have several values. */
  #wider(axes: readonly Axis[], cells: Cells) {
    const several = axes.flatMap(({ ofCustomer }, place) => (ofCustomer ? [] : [place]));
    return Array.from({ length: 2 ** several.length - 1 }, (_, mask) => {
      const gone = several.filter((__, place) => ((mask + 1) & (1 << place)) !== 0);
      const kept = axes.map((__, place) => place).filter((place) => !gone.includes(place));
      const [fewer, levels] = [
        kept.flatMap((place) => axes[place] ?? []),
        kept.map((place) => cells.levels[place] ?? 0),
      ];
      const whole = this.#count(fewer, levels);
      const placeIn = (cell: number) =>
        cellAt(
          whole,
          kept.map((place) => groupOf(cells, cell, place)),
        );
      return { whole, placeIn, axis: gone.length === 1 ? (gone[0] ?? null) : null };
    });
  }

  #count(axes: readonly Axis[], levels: readonly number[]): Cells {
    const key = `${axes.map(({ id }) => id).join("+")} ${levels.join()}`;
    let cells = this.#customers.get(key);
    if (cells === undefined) {
      cells = countCells(axes, levels, this.#lines, linePersons(this.#lines));
      this.#customers.set(key, cells);
    }
    return cells;
  }
}
