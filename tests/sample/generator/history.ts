import { dayOf, FIRST_DAY, LAST_DAY, monthOf } from "./calendar.ts";
import { KINDS, type Kind, type KindName, type Range } from "./kinds.ts";
import { at, chance, pickWeighted, type RandomGenerator, whole } from "./random.ts";

interface PlannedOrder {
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
  /** Whether the customer is one of the group that fell silent. */
  readonly silent: boolean;
}

/** Shares of orders with one, two and three lines, alike for every kind. The variance is below the
 * mean, so that products drawn independently never look as if they were bought together. */
const LINES_SHARES = [0.62, 0.29, 0.09];

const MONTH_WEIGHTS: Readonly<Record<number, number>> = { 11: 1.15, 12: 2.2 };
const TOP_WEIGHT = 2.2;
/** Planted: 2025 sells a tenth less than 2024. */
const SECOND_YEAR = dayOf(2025, 1, 1);
const SECOND_YEAR_WEIGHT = 0.86;

/** Planted: of the lapsed, so many ordered every four to five weeks, and all of them stopped within these days. */
export const SILENT = {
  customers: 60,
  orders: [5, 6],
  every: [26, 37],
  last: [dayOf(2025, 5, 20), dayOf(2025, 6, 20)],
} as const;

/** Planted: those who come back began in the second quarter of 2024 rather than in the third, whose newcomers stay away. */
export const COHORTS = {
  good: [dayOf(2024, 4, 1), dayOf(2024, 6, 30)],
  bad: [dayOf(2024, 7, 1), dayOf(2024, 9, 30)],
} as const;
const MOVED_SHARE = 0.75;

/** The orders of every customer, kind by kind. */
export function planHistories(random: RandomGenerator): History[] {
  return KINDS.flatMap((kind) =>
    Array.from({ length: kind.customers }, (_, index) => {
      const silent = kind.name === "lapsed" && index < SILENT.customers;
      const days = silent ? silentDays(random) : drawDays(random, kind);
      return {
        kind: kind.name,
        quantity: kind.quantity,
        earlierOrders: whole(random, ...kind.earlierOrders),
        orders: days.map((day) => ({ day, lines: 1 + pickWeighted(random, LINES_SHARES) })),
        silent,
      };
    }),
  );
}

function drawDays(random: RandomGenerator, kind: Kind): number[] {
  const lastDay = drawDay(random, LAST_DAY + 1 - kind.recency[1], LAST_DAY + 1 - kind.recency[0]);
  const earlier = Array.from({ length: whole(random, ...kind.orders) - 1 }, () =>
    drawDay(random, FIRST_DAY, lastDay - 1),
  ).sort((a, b) => a - b);
  const [first] = earlier;
  if (first !== undefined && first >= COHORTS.bad[0] && first <= COHORTS.bad[1]) {
    if (chance(random, MOVED_SHARE)) earlier[0] = drawDay(random, ...COHORTS.good);
  }
  return [...earlier, lastDay];
}

function silentDays(random: RandomGenerator): number[] {
  const days = [whole(random, ...SILENT.last)];
  for (let orders = whole(random, ...SILENT.orders); orders > 1; orders--)
    days.push(at(days, days.length - 1) - whole(random, ...SILENT.every));
  return days.reverse();
}

function drawDay(random: RandomGenerator, from: number, to: number): number {
  for (;;) {
    const day = whole(random, from, to);
    const weight = (MONTH_WEIGHTS[monthOf(day)] ?? 1) * (day < SECOND_YEAR ? 1 : SECOND_YEAR_WEIGHT);
    if (chance(random, weight / TOP_WEIGHT)) return day;
  }
}
