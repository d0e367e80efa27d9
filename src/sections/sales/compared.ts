import type { Axis } from "../../disclosure/axis.ts";
import { type Cells, cellAt } from "../../disclosure/cells.ts";
import type { Gate } from "../../disclosure/gate.ts";
import type { DaySpan } from "../../questions/covered-days.ts";
import { isoDay } from "../../statistics/calendar/days.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { OrderSales } from "./question/order-sales.ts";
import { periodOf, persons } from "./question/sales-periods.ts";
import type { ComparedWindows } from "./windows.ts";

/** Which of the two compared windows a day lies in; null for neither. */
export type WindowSide = "current" | "previous";

/**
 * The days of the data in pieces: the two windows, and what else the report shows beside them parts off: the rest of
 * their years, the parts of a quarter that a window cuts, months that are not shown. Where each piece holds nobody or
 * enough, no difference of what is published tells of few.
 */
export class Pieces {
  readonly #codes = new Map<string, number>();
  readonly #sides: (WindowSide | null)[] = [null];
  readonly #codeOfDay = new Map<number, number>();
  readonly #keyOf: (day: number) => string;

  /** @param withheld names of the months that are not shown */
  constructor(windows: ComparedWindows, withheld: ReadonlySet<string>) {
    const cut = new Set(
      [windows.current, windows.previous].flatMap(({ first, last }) => [
        periodOf(first - 1, "quarter") === periodOf(first, "quarter") ? periodOf(first, "quarter") : "",
        periodOf(last + 1, "quarter") === periodOf(last, "quarter") ? periodOf(last, "quarter") : "",
      ]),
    );
    const years = new Set(
      [windows.current, windows.previous].flatMap(({ first, last }) =>
        [first, last].map((day) => periodOf(day, "year")),
      ),
    );
    this.#keyOf = (day) => {
      const [quarter, year] = [periodOf(day, "quarter"), periodOf(day, "year")];
      const side = sideOf(windows, day);
      return [
        side ?? (years.has(year) ? `rest of ${year}` : "rest"),
        cut.has(quarter) ? quarter : "",
        withheld.has(isoDay(day).slice(0, 7)) ? "withheld" : "",
      ].join();
    };
  }

  /** The code of the piece of a day, from 1 on. */
  code(day: number): number {
    let code = this.#codeOfDay.get(day);
    if (code === undefined) {
      const key = this.#keyOf(day);
      code = this.#codes.get(key) ?? this.#codes.size + 1;
      this.#codes.set(key, code);
      const [side] = key.split(",");
      this.#sides[code] = side === "current" || side === "previous" ? side : null;
      this.#codeOfDay.set(day, code);
    }
    return code;
  }

  /** The codes of the pieces of a window. */
  codesOf(side: WindowSide): number[] {
    return this.#sides.flatMap((each, code) => (each === side ? [code] : []));
  }

  /** The axis of the pieces, by the first day of each line's order. */
  axis(codes: ArrayLike<number>): Axis {
    const names = this.#sides.slice(1).map((_, index) => String(index + 1));
    return {
      id: "piece",
      codes,
      ofCustomer: false,
      subjects: ["calendar"],
      rungs: [{ names, groupOf: [0, ...names.map((_, index) => index + 1)] }],
    };
  }

  /** Whether what happened on some days to some customers tells of few in some piece. */
  holds(gate: Gate, days: ArrayLike<number>, customers: ArrayLike<number>): boolean {
    const byPiece = new Map<number, number[]>();
    for (let index = 0; index < days.length; index += 1) {
      const code = this.code(days[index] ?? 0);
      const some = byPiece.get(code) ?? [];
      some.push(customers[index] ?? 0);
      byPiece.set(code, some);
    }
    return gate.holds([...byPiece.values()].map(persons));
  }
}

/** Which window a day lies in. */
export function sideOf({ current, previous }: ComparedWindows, day: number): WindowSide | null {
  return isIn(current, day) ? "current" : isIn(previous, day) ? "previous" : null;
}

function isIn({ first, last }: DaySpan, day: number): boolean {
  return first <= day && day <= last;
}

/** A code of each line by a code of its order. Lines of no order have 0. */
export function lineCodes(
  { order, count }: Pick<PurchaseLines, "order" | "count">,
  { order: ids }: Pick<OrderSales, "order">,
  codes: ArrayLike<number>,
): Uint16Array {
  const codeOf = new Map(Array.from(ids, (id, index) => [id, codes[index] ?? 0]));
  return Uint16Array.from({ length: count }, (_, line) => codeOf.get(order?.[line] ?? 0) ?? 0);
}

/** Revenue of a group of a field in a window, over the pieces of it. The pieces are the last axis. */
export function revenueIn(cells: Cells, group: number, codes: readonly number[]): number {
  return codes.reduce((all, code) => all + (cells.revenue[cellAt(cells, [group, code])] ?? 0), 0);
}
