import type { Axis } from "../../disclosure/axis.ts";
import { type Cells, cellAt, countCells, groupOf, placesOf } from "../../disclosure/cells.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { linePersons } from "../../questions/persons.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";

/** Finds the tables that the filters may publish, and which of their numbers. */
export class PartTables {
  readonly #lines: PurchaseLines;
  readonly #gate: Gate;
  readonly #customers = new Map<string, Cells>();
  readonly #orders = new Map<string, Float64Array>();

  constructor(lines: PurchaseLines, gate: Gate) {
    this.#lines = lines;
    this.#gate = gate;
  }

  /** The finest table of some axes in which every cell holds nobody or enough; null for none. */
  find(axes: readonly Axis[], fixed: readonly (number | null)[]): Cells | null {
    return this.#gate.cells(axes, this.#lines, fixed);
  }

  /**
   * Whether the customers of a table's cells may be told. A customer may be in several cells of an axis of purchases:
   * those of a wider cell who are not in this one must be none or enough, and so must those who are in several.
   */
  mayTellCustomers(axes: readonly Axis[], cells: Cells): boolean {
    return this.#wider(axes, cells).every(({ axis, whole, placeIn }) => {
      const counted = new Float64Array(whole.size);
      for (let cell = 0; cell < cells.size; cell += 1) {
        const place = placeIn(cell);
        const own = cells.customers[cell] ?? 0;
        if (axis !== null) counted[place] = (counted[place] ?? 0) + own;
        if (own > 0 && this.#gate.isFew((whole.customers[place] ?? 0) - own)) return false;
      }
      return (
        axis === null || this.#gate.holds(counted.map((all, place) => all - (whole.customers[place] ?? 0)))
      );
    });
  }

  /** The same of orders, which may lie in several cells of an axis of lines. */
  mayTellOrders(axes: readonly Axis[], cells: Cells, orders: Float64Array): boolean {
    return this.#wider(axes, cells).every(({ axes: fewer, levels, placeIn }) => {
      const whole = this.#ordersOf(fewer, levels);
      return orders.every((own, cell) => own === 0 || !this.#gate.isFew((whole[placeIn(cell)] ?? 0) - own));
    });
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
      return { axes: fewer, levels, whole, placeIn, axis: gone.length === 1 ? (gone[0] ?? null) : null };
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

  #ordersOf(axes: readonly Axis[], levels: readonly number[]): Float64Array {
    const key = `${axes.map(({ id }) => id).join("+")} ${levels.join()}`;
    let orders = this.#orders.get(key);
    if (orders === undefined) {
      const { order, count } = this.#lines;
      const cells = this.#count(axes, levels);
      const cellOf = placesOf(axes, cells.rungs, cells.strides, count);
      orders = new Float64Array(cells.size);
      const seen = new Set<number>();
      for (let line = 0; line < count; line += 1) {
        const id = order === undefined ? line + 1 : (order[line] ?? 0);
        const cell = cellOf[line] ?? 0;
        const place = id * cells.size + cell;
        if (id === 0 || seen.has(place)) continue;
        seen.add(place);
        orders[cell] = (orders[cell] ?? 0) + 1;
      }
      this.#orders.set(key, orders);
    }
    return orders;
  }
}
