import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { createFormatter } from "../../../src/report/format.ts";
import { cohorts, newAndReturning, tellableCohorts } from "../../../src/sections/coming-back/cohorts.ts";
import { mixChart } from "../../../src/sections/coming-back/figures.ts";
import { comingBack } from "../../../src/sections/coming-back/part.ts";
import { comingBackTimes, waitsForSecond } from "../../../src/sections/coming-back/second-orders.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { ordersOf, type SimulatedOrder } from "../value/simulated-orders.ts";

const isFew = (persons: number) => persons > 0 && persons < 5;

const shops = fc
  .array(
    fc.record({
      customer: fc.integer({ min: 1, max: 60 }),
      day: fc.integer({ min: 0, max: 500 }),
      revenue: fc.integer({ min: 1, max: 90 }),
    }),
    { minLength: 1, maxLength: 200 },
  )
  .map((orders) => ordersOf(orders));

/** Customers of two places, of whom those of the second come back later. */
function twoPlaces(pauses: readonly [number, number]): SimulatedOrder[] {
  const random = seededRandom(9);
  return Array.from({ length: 400 }, (_, index) => {
    const first = Math.floor(random() * 300);
    const pause = pauses[index % 2 === 0 ? 0 : 1] * -Math.log(1 - random());
    const orders = [{ customer: index + 1, day: first, revenue: 10 }];
    if (first + pause < 500)
      orders.push({ customer: index + 1, day: Math.floor(first + pause), revenue: 10 });
    return orders;
  }).flat();
}

describe("cohorts", () => {
  test("hold every customer once, and every amount", () => {
    fc.assert(
      fc.property(shops, fc.constantFrom(1, 3, 6, 12), (orders, length) => {
        const table = cohorts(orders, length as 1);
        const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
        expect(add(table.map(({ customers }) => customers))).toBe(orders.customers.length);
        expect(add(table.flatMap(({ revenue }) => revenue))).toBe(add([...orders.revenue]));
        for (const { customers, active } of table) expect(active[0]).toBe(customers);
        const periods = newAndReturning(orders, length as 1);
        expect(add(periods.map(({ newCustomers }) => newCustomers))).toBe(orders.customers.length);
        expect(add(periods.map((period) => period.newRevenue + period.returningRevenue))).toBe(
          add([...orders.revenue]),
        );
      }),
    );
  });

  test("are shown only where no cell and no rest of a row holds a few customers", () => {
    fc.assert(
      fc.property(shops, (orders) => {
        for (const { customers, active } of tellableCohorts(orders, isFew)?.cohorts ?? [])
          for (const count of active) expect([count, customers - count].some(isFew)).toBe(false);
      }),
    );
  });

  test("are named by month, quarter, half-year and year", () => {
    const orders = ordersOf([{ customer: 1, day: 500, revenue: 1 }]);
    const names = ([1, 3, 6, 12] as const).map((length) => cohorts(orders, length)[0]?.name);
    expect(names).toEqual(["1971-05", "1971-Q2", "1971-H1", "1971"]);
  });
});

describe("mixChart", () => {
  test("has a label for periods of every length", () => {
    const orders = ordersOf(twoPlaces([60, 180]));
    for (const length of [1, 3, 6, 12] as const) {
      const part = comingBack(orders, [], null, new Gate(5));
      if (part === null) throw new Error("nobody came back");
      const periods = { length, periods: newAndReturning(orders, length) };
      const chart = mixChart({ ...part, periods }, createFormatter("en-US", null));
      expect(chart?.labels).toHaveLength(periods.periods.length);
    }
  });
});

describe("comingBackTimes", () => {
  test("takes those who cannot have come back yet for still waited for", () => {
    const orders = ordersOf(
      [
        { customer: 1, day: 0, revenue: 1 },
        { customer: 1, day: 10, revenue: 1 },
        { customer: 2, day: 0, revenue: 1 },
        { customer: 3, day: 95, revenue: 1 },
      ],
      100,
    );
    const { within } = comingBackTimes(waitsForSecond(orders));
    // The third was watched for five days only: of the two that were watched for ten, one came back.
    expect(within.find(({ days }) => days === 30)?.share).toBeCloseTo(0.5, 12);
  });
});

describe("comingBack", () => {
  const gate = new Gate(5);
  const place = {
    field: "location" as const,
    valueFor: (index: number) => (index % 2 === 0 ? "North" : "South"),
  };

  test("tells of places whose customers come back at another pace", () => {
    const { differences } = comingBack(ordersOf(twoPlaces([60, 180])), [place], null, gate) ?? {};
    expect(differences?.map(({ field }) => field)).toEqual(["location"]);
    expect(differences?.[0]?.groups.map(({ name }) => name)).toEqual(["North", "South"]);
  });

  test("tells of none where they come back alike", () => {
    const { differences } = comingBack(ordersOf(twoPlaces([100, 100])), [place], null, gate) ?? {};
    expect(differences).toEqual([]);
  });

  test("says nothing where only a few came back", () => {
    const once = Array.from({ length: 50 }, (_, index) => ({ customer: index + 1, day: index, revenue: 1 }));
    const orders = ordersOf([...once, { customer: 1, day: 60, revenue: 1 }]);
    expect(comingBack(orders, [], null, gate)).toBeNull();
  });

  test("counts who of a persona is silent for longer than nine in ten pauses of it", () => {
    const orders = ordersOf(
      Array.from({ length: 40 }, (_, index) =>
        [0, 10, 20, ...(index < 30 ? [30] : [])].map((day) => ({ customer: index + 1, day, revenue: 1 })),
      ).flat(),
      35,
    );
    const personaOf = new Uint8Array(41);
    const { late } = comingBack(orders, [], { personaOf, names: ["All"] }, gate) ?? {};
    expect(late).toEqual([{ name: "All", customers: 40, days: 10, late: 10 }]);
  });
});
