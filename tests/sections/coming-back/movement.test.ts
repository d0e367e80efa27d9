import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import type { Calendar } from "../../../src/questions/time.ts";
import { type GroupsNow, movement } from "../../../src/sections/coming-back/movement.ts";
import { movesOf } from "../../../src/sections/coming-back/moves.ts";
import { isoDay, nextMonth } from "../../../src/statistics/calendar/days.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { ordersOf, type SimulatedOrder } from "../value/simulated-orders.ts";

const gate = new Gate(5);
const isFew = (persons: number) => persons > 0 && persons < 5;
const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Whole months from January 1970 on. */
function calendarOf(orders: readonly SimulatedOrder[], months: number): Calendar {
  const names = [...Array(months - 1)].reduce<string[]>(
    (all) => [...all, nextMonth(all.at(-1) ?? "")],
    ["1970-01"],
  );
  return {
    first: "1970-01-01",
    last: isoDay(orders.reduce((most, { day }) => Math.max(most, day), 0)),
    days: 1,
    months: names.map((month) => {
      const own = orders.filter(({ day }) => isoDay(day).startsWith(month));
      return {
        month,
        revenue: add(own.map(({ revenue }) => revenue)),
        orders: own.length,
        buyers: new Set(own.map(({ customer }) => customer)).size,
        partial: false,
        season: null,
      };
    }),
  };
}

/** Frequent customers are in the first group, who has ordered in the last 100 days, or once, in the second, else third. */
const groupOf = ({ recency, frequency }: { recency: number; frequency: number }) =>
  recency > 100 ? 2 : frequency >= 5 ? 0 : 1;

function groupsNow(orders: readonly SimulatedOrder[], end: number): GroupsNow {
  const placeOf = new Uint8Array(1 + Math.max(0, ...orders.map(({ customer }) => customer))).fill(255);
  for (const customer of new Set(orders.map((order) => order.customer))) {
    const days = orders.filter((order) => order.customer === customer).map(({ day }) => day);
    placeOf[customer] = groupOf({ recency: end + 1 - Math.max(...days), frequency: days.length });
  }
  return {
    personas: { placeOf, names: ["Often", "Seldom", "Gone"] },
    segments: null,
    frozen: { personaOf: groupOf, segmentOf: null, segmentToldAs: [] },
  };
}

/** Two years in which a group of 40 orders every month of the first alone, and another of 60 all the time. */
const shop = Array.from({ length: 100 }, (_, index) =>
  Array.from({ length: index < 40 ? 12 : 24 }, (__, month) => ({
    customer: index + 1,
    day: Math.floor(month * 30.4) + (index % 20),
    revenue: 10,
  })),
).flat();
const newcomers = Array.from({ length: 30 }, (_, index) => ({
  customer: 200 + index,
  day: 500 + (index % 28),
  revenue: 7,
}));

describe("movement", () => {
  test("finds who fell silent, who stayed and who is new, with what they spent before and since", () => {
    const orders = [...shop, ...newcomers];
    const found = movement(ordersOf(orders, 729), calendarOf(orders, 24), groupsNow(orders, 729), gate);
    expect(found).toMatchObject({ day: "1970-12-31", months: 12 });
    expect(found?.personas?.customers).toEqual([
      [60, 0, 40],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 30],
    ]);
    if (found?.personas == null) throw new Error("there is no table");
    const { known, fell, stayed, rose, fresh } = movesOf(found.personas);
    expect([known, fell.customers, stayed.customers, rose.customers, fresh.customers]).toEqual([
      100, 40, 60, 0, 30,
    ]);
    expect(fell.money).toEqual({ before: 4800, since: 0 });
    expect(fresh.money).toEqual({ before: 0, since: 210 });
  });

  test("holds no few customers in a cell, nor loses one, whatever the shop", () => {
    const random = fc.integer({ min: 1, max: 1_000_000 }).map((seed) => {
      const draw = seededRandom(seed);
      return Array.from({ length: 150 }, (_, index) => {
        const from = Math.floor(draw() * 700);
        return Array.from({ length: 1 + Math.floor(draw() * 8) }, (__, order) => ({
          customer: index + 1,
          day: Math.min(729, from + Math.floor(order * draw() * 120)),
          revenue: 1 + Math.floor(draw() * 50),
        }));
      }).flat();
    });
    let told = 0;
    fc.assert(
      fc.property(random, (orders) => {
        const found = movement(ordersOf(orders, 729), calendarOf(orders, 24), groupsNow(orders, 729), gate);
        if (found?.personas == null) return;
        told += 1;
        const { customers, money } = found.personas;
        expect(customers.flat().filter(isFew)).toEqual([]);
        expect(add(customers.flat())).toBe(150);
        if (money !== null)
          expect(add([...money.before, ...money.since].flat())).toBeCloseTo(
            add(orders.map(({ revenue }) => revenue)),
            6,
          );
      }),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(0);
  });

  test("counts the money of a few guests with that of customers, so that months do not tell it", () => {
    const orders = [...shop, ...newcomers];
    const spread = { day: Int32Array.of(400, 401), revenue: Float64Array.of(1, 2) };
    const told = movement(
      { ...ordersOf(orders, 729), guests: spread },
      calendarOf(orders, 24),
      groupsNow(orders, 729),
      gate,
    );
    expect(told?.personas?.money?.since[0]).toEqual([7173, 0, 0]);
    expect(told?.personas?.money?.before[0]).toEqual([7230, 0, 4800]);
  });

  test("tells groups together where a cell would be of few", () => {
    const orders = [...shop.filter(({ customer }) => customer > 3), ...newcomers].map((order) =>
      order.customer === 4 && order.day > 600 ? { ...order, customer: 5 } : order,
    );
    const groups = groupsNow(orders, 729);
    if (groups.personas === null) throw new Error("there are no groups");
    groups.personas.placeOf[200] = 1;
    const found = movement(ordersOf(orders, 729), calendarOf(orders, 24), groups, gate);
    expect(found?.personas?.groups).toEqual(["Often", "Other personas"]);
  });

  test("says nothing of less than half a year", () => {
    const orders = shop.filter(({ day }) => day < 150);
    expect(movement(ordersOf(orders, 150), calendarOf(orders, 5), groupsNow(orders, 150), gate)).toBeNull();
  });
});
