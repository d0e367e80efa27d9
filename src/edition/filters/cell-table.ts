import type { Dimension } from "./dimension.ts";

/** One side of a table of cells; `size` counts the code 0. */
export interface Axis {
  dimension: Dimension;
  size: number;
}

/**
 * Counts for every combination of the codes of some dimensions. The code 0 of an axis holds what is in none of
 * its values: counted, never published.
 */
export class CellTable {
  readonly axes: readonly Axis[];
  /** What one step of each axis adds to a cell's place. */
  readonly strides: readonly number[];
  readonly cells: number;
  /** Distinct customers; guests are nobody's. */
  readonly customers: Uint32Array;
  /** Of the counts those of guests, each taken for a person of its own. */
  readonly guests: Uint32Array;
  /** Purchases, or orders where the table counts orders. */
  readonly counts: Uint32Array;
  readonly revenue: Float64Array;
  /** 1 where a cell is not published. */
  readonly hidden: Uint8Array;
  /** 1 where a cell is published or follows from what is. */
  known: Uint8Array;
  readonly #lastCustomer: Int32Array;

  constructor(axes: readonly Axis[]) {
    this.axes = axes;
    const strides: number[] = axes.map(() => 1);
    let cells = 1;
    for (let place = axes.length - 1; place >= 0; place -= 1) {
      strides[place] = cells;
      cells *= axes[place]?.size ?? 1;
    }
    this.strides = strides;
    this.cells = cells;
    this.customers = new Uint32Array(cells);
    this.guests = new Uint32Array(cells);
    this.counts = new Uint32Array(cells);
    this.revenue = new Float64Array(cells);
    this.hidden = new Uint8Array(cells);
    this.known = new Uint8Array(cells);
    this.#lastCustomer = new Int32Array(cells);
  }

  /** Counts one purchase or order. They must come customer by customer: one is told from the one before. */
  add(cell: number, customer: number, amount: number): void {
    this.counts[cell] = (this.counts[cell] ?? 0) + 1;
    this.revenue[cell] = (this.revenue[cell] ?? 0) + amount;
    if (customer === 0) this.guests[cell] = (this.guests[cell] ?? 0) + 1;
    if (customer === 0 || this.#lastCustomer[cell] === customer) return;
    this.#lastCustomer[cell] = customer;
    this.customers[cell] = (this.customers[cell] ?? 0) + 1;
  }

  /** The code of a cell on an axis. */
  codeOf(cell: number, axis: number): number {
    return Math.floor(cell / (this.strides[axis] ?? 1)) % (this.axes[axis]?.size ?? 1);
  }

  /** The codes of a cell, axis by axis. */
  codesOf(cell: number): number[] {
    return this.axes.map((_, axis) => this.codeOf(cell, axis));
  }

  /** The cell of some codes; null where one is beyond its axis. */
  cellOf(codes: readonly number[]): number | null {
    let cell = 0;
    for (const [axis, { size }] of this.axes.entries()) {
      const code = codes[axis] ?? 0;
      if (code >= size) return null;
      cell += code * (this.strides[axis] ?? 1);
    }
    return cell;
  }
}

/** The name of a table: the ids of its dimensions, in the order of its axes. */
export function tableKey(dimensions: readonly { id: string }[]): string {
  return dimensions.map(({ id }) => id).join("+");
}
