import { FIRST_DAY, LAST_DAY, monthOf } from "./calendar.ts";
import { KINDS, type KindName, type Range } from "./kinds.ts";
import { chance, pickWeighted, type RandomGenerator, whole } from "./random.ts";

export interface PlannedOrder {
  readonly day: number;
  readonly lines: number;
}

/** What a customer does, before it is settled who they are. */
export interface History {
  readonly kind: KindName;
  readonly quantity: Range;
  readonly earlierOrders: number;
  /** In order of time. */
  readonly orders: readonly PlannedOrder[];
}

/** Shares of orders with one, two and three lines, alike for every kind. The variance is below the
 * mean, so that products drawn independently never look as if they were bought together. */
const LINES_SHARES = [0.62, 0.29, 0.09];

const MONTH_WEIGHTS: Readonly<Record<number, number>> = { 11: 1.3, 12: 2 };
const TOP_WEIGHT = 2;

/** The orders of every customer, kind by kind. */
export function planHistories(random: RandomGenerator): History[] {
  return KINDS.flatMap((kind) =>
    Array.from({ length: kind.customers }, () => {
      const lastDay = drawDay(random, LAST_DAY + 1 - kind.recency[1], LAST_DAY + 1 - kind.recency[0]);
      const earlier = Array.from({ length: whole(random, ...kind.orders) - 1 }, () =>
        drawDay(random, FIRST_DAY, lastDay - 1),
      );
      const days = [...earlier.sort((a, b) => a - b), lastDay];
      return {
        kind: kind.name,
        quantity: kind.quantity,
        earlierOrders: whole(random, ...kind.earlierOrders),
        orders: days.map((day) => ({ day, lines: 1 + pickWeighted(random, LINES_SHARES) })),
      };
    }),
  );
}

function drawDay(random: RandomGenerator, from: number, to: number): number {
  for (;;) {
    const day = whole(random, from, to);
    if (chance(random, (MONTH_WEIGHTS[monthOf(day)] ?? 1) / TOP_WEIGHT)) return day;
  }
}
