import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { createFormatter } from "../../../src/report/format.ts";
import { cohortComparisons } from "../../../src/sections/coming-back/better-cohorts.ts";
import { cohortCurves } from "../../../src/sections/coming-back/cohort-figures.ts";
import { cohorts } from "../../../src/sections/coming-back/cohorts.ts";
import { mixChart } from "../../../src/sections/coming-back/figures.ts";
import { newAndReturning } from "../../../src/sections/coming-back/new-and-returning.ts";
import { comingBack } from "../../../src/sections/coming-back/part.ts";
import {
  comingBackTimes,
  tellableSpans,
  waitsForSecond,
} from "../../../src/sections/coming-back/second-orders.ts";
import { tellableCohorts, tellableTables } from "../../../src/sections/coming-back/tellable.ts";
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
function twoPlaces(pauses: readonly [number, number], customers = 400): SimulatedOrder[] {
  const random = seededRandom(9);
  return Array.from({ length: customers }, (_, index) => {
    const first = Math.floor(random() * 300);
    const pause = pauses[index % 2 === 0 ? 0 : 1] * -Math.log(1 - random());
    const orders = [{ customer: index + 1, day: first, revenue: 10 }];
    if (first + pause < 500)
      orders.push({ customer: index + 1, day: Math.floor(first + pause), revenue: 10 });
    return orders;
  }).flat();
}

/** The name of the period of a day, written out anew. */
function nameOf(day: number, length: number): string {
  const [year = 0, month = 0] = new Date(day * 86_400_000).toISOString().split("-").map(Number);
  if (length === 1) return `${year}-${String(month).padStart(2, "0")}`;
  if (length === 12) return String(year);
  return `${year}-${length === 3 ? "Q" : "H"}${Math.ceil(month / length)}`;
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

describe("tellableTables", () => {
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

  test("tells nobody's money by what the tables of periods and of cohorts leave", () => {
    fc.assert(
      fc.property(shops, (orders) => {
        const { cohorts: told, periods } = tellableTables(orders, isFew);
        if (told === null || periods === null || periods.length >= told.length) return;
        const inShort = new Map(periods.periods.map((period) => [period.name, period]));
        const whole = cohorts(orders, told.length);
        for (const cohort of whole) {
          // New revenue of the short periods taken from that of the cohort's own leaves who came back within it.
          const within = [...orders.customers.keys()].filter((index) => {
            const days = [...orders.day.subarray(orders.starts[index], orders.starts[index + 1])];
            const names = days.map((day) =>
              [told.length, periods.length].map((length) => nameOf(day, length)),
            );
            return names.some(
              ([long, short]) =>
                names[0]?.[0] === cohort.name && long === cohort.name && short !== names[0]?.[1],
            );
          });
          expect(isFew(within.length), cohort.name).toBe(false);
        }
        expect(inShort.size).toBe(periods.periods.length);
      }),
    );
  });

  test("counts a few guests' money with that of customers, so that totals tell nothing of it", () => {
    const orders = ordersOf(twoPlaces([60, 180], 4000));
    const guests = { day: Int32Array.of(0, 40), revenue: Float64Array.of(1000, 3000) };
    const plain = tellableTables(orders, isFew);
    const { cohorts: told, periods } = tellableTables({ ...orders, guests }, isFew);
    const moneyOf = (table: typeof told) => add(table?.cohorts.flatMap(({ revenue }) => revenue) ?? []);
    expect(moneyOf(told) - moneyOf(plain.cohorts)).toBeCloseTo(4000, 6);
    const inPeriods = (periods?.periods ?? []).map((each) => each.newRevenue + each.returningRevenue);
    expect(add(inPeriods)).toBeCloseTo(add([...orders.revenue]) + 4000, 6);
    for (const period of periods?.periods ?? []) {
      expect(period.guestOrders + period.guestRevenue).toBe(0);
      if (period.returningCustomers === 0) expect(period.returningRevenue).toBe(0);
    }
  });

  test("counts guests of whom a period has few alike among cohorts and among new and returning customers", () => {
    // Six customers a month, all of whom come back every month; two guests in the third month, five in the fourth.
    const customers = Array.from({ length: 24 }, (_, index) => index);
    const orders = ordersOf(
      customers.flatMap((index) => {
        const first = Math.floor(index / 6);
        return Array.from({ length: 4 - first }, (_, since) => ({
          customer: index + 1,
          day: (first + since) * 31,
          revenue: 10,
        }));
      }),
      119,
    );
    const guests = { day: Int32Array.of(62, 62, 93, 93, 93, 93, 93), revenue: new Float64Array(7).fill(1) };
    const { cohorts: told, periods } = tellableTables({ ...orders, guests }, isFew);
    expect(told?.length).toBe(1);
    expect(told?.cohorts.map(({ revenue }) => revenue)).toEqual([
      [60, 60, 62, 65],
      [60, 60, 60],
      [60, 60],
      [60],
    ]);
    expect(
      periods?.periods.map((each) => [each.newRevenue, each.returningRevenue, each.guestRevenue]),
    ).toEqual([
      [60, 0, 0],
      [60, 60, 0],
      [60, 122, 0],
      [60, 185, 0],
    ]);
  });
});

describe("tellableCohorts", () => {
  test("ends where a later cell would show few, if no few are left out in any period", () => {
    fc.assert(
      fc.property(shops, (orders) => {
        const told = tellableCohorts(orders, isFew);
        if (told === null) return;
        const whole = cohorts(orders, told.length);
        const left = new Map<number, number>();
        for (const [row, { active, watched }] of whole.entries())
          for (const [since, count] of active.entries())
            if (since >= (told.cohorts[row]?.active.length ?? 0))
              left.set(watched - since, (left.get(watched - since) ?? 0) + count);
        expect([...left.values()].filter(isFew)).toEqual([]);
      }),
    );
  });
});

describe("tellableSpans", () => {
  test("leaves out spans between which a few came back", () => {
    const gate = new Gate(5);
    const back = (time: number, count: number) =>
      Array.from({ length: count }, () => ({ time, happened: true }));
    const never = Array.from({ length: 20 }, () => ({ time: 200, happened: false }));
    expect(
      tellableSpans([[...back(10, 9), ...back(50, 3), ...back(80, 4), ...back(120, 5), ...never]], gate),
    ).toEqual([30, 90]);
    expect(tellableSpans([[...back(10, 9), ...back(120, 2), ...never]], gate)).toEqual([30, 60, 90]);
    // Of those who came back alone, the two after the last span would follow.
    expect(tellableSpans([[...back(10, 9), ...back(120, 2)]], gate)).toEqual([]);
    expect(tellableSpans([[...back(10, 9), ...never.slice(0, 3)]], gate)).toEqual([]);
  });
});

describe("cohortComparisons", () => {
  const gate = new Gate(5);
  /** Customers of six months, 60 each, of whom those of the fourth spend twice as much. */
  const months = (times: number) => {
    const random = seededRandom(3);
    return ordersOf(
      Array.from({ length: 360 }, (_, index) => {
        const month = Math.floor(index / 60);
        const scale = month === 3 ? times : 1;
        return [0, 40].map((after) => ({
          customer: index + 1,
          day: month * 31 + Math.floor(random() * 25) + after,
          revenue: Math.round(scale * 100 * Math.exp(random())) / 100,
        }));
      }).flat(),
      400,
    );
  };

  test("finds the cohort that is better than the one before, and the one that is worse", () => {
    const told = cohortComparisons(months(2), 1, gate).filter(({ differs }) => differs !== null);
    expect(told.map(({ name, differs }) => [name, differs])).toEqual([
      ["1970-04", "more"],
      ["1970-05", "less"],
    ]);
  });

  test("says which way typical customers differ, whatever a few large orders do to the mean", () => {
    const orders = months(2);
    const large = orders.revenue.slice();
    // Six customers of the fifth month, whose customers spend half of what those of the fourth do, spend a fortune.
    for (let index = 0; index < 6; index += 1) large[orders.starts[240 + index] ?? 0] = 5000;
    const pairs = cohortComparisons({ ...orders, revenue: large }, 1, gate);
    const fifth = pairs.find(({ name }) => name === "1970-05");
    expect(fifth?.differs).toBe("less");
    expect(fifth?.spent).toBeLessThan(fifth?.spentBefore ?? 0);
  });

  test("says nothing where ranks and medians lie apart", () => {
    // Of the third month more customers spend 40 or more than of the second, and its median is lower all the same.
    const spend = (month: number, index: number) =>
      month === 1 ? (index < 31 ? 50 : 1) : month === 2 ? (index < 29 ? 60 : 40) : 10;
    const orders = ordersOf(
      Array.from({ length: 180 }, (_, index) => {
        const month = Math.floor(index / 60);
        return { customer: index + 1, day: month * 31 + (index % 20), revenue: spend(month, index % 60) };
      }),
      400,
    );
    const [pair] = cohortComparisons(orders, 1, gate);
    expect([pair?.name, (pair?.q ?? 1) < 0.05, (pair?.spent ?? 0) < (pair?.spentBefore ?? 0)]).toEqual([
      "1970-03",
      true,
      true,
    ]);
    expect(pair?.differs).toBeNull();
  });

  test("finds none where all are alike, and leaves out the first and those not watched for as long", () => {
    const pairs = cohortComparisons(months(1), 1, gate);
    expect(pairs.map(({ name }) => name)).toEqual(["1970-03", "1970-04", "1970-05", "1970-06"]);
    expect(pairs.filter(({ differs }) => differs !== null)).toEqual([]);
    const sooner = { ...months(1), last: 210 };
    expect(cohortComparisons(sooner, 1, gate).map(({ name }) => name)).toEqual(["1970-03", "1970-04"]);
  });

  test("claims a difference in few shops without any", () => {
    let told = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed);
      const orders = ordersOf(
        Array.from({ length: 280 }, (_, index) => ({
          customer: index + 1,
          day: Math.floor(random() * 210),
          revenue: Math.exp(3 * random()),
        })),
        400,
      );
      if (cohortComparisons(orders, 1, gate).some(({ differs }) => differs !== null)) told += 1;
    }
    // Of 60 at 5 %, more than 8 come about in 1 of 400 (binomial).
    expect(told).toBeLessThanOrEqual(8);
  });
});

describe("cohortCurves", () => {
  test("end where the data of a cohort do, and leave out a period that breaks off", () => {
    const orders = ordersOf(twoPlaces([60, 180], 4000), 499);
    const part = comingBack(orders, [], null, new Gate(5));
    if (part?.cohorts == null) throw new Error("there are no cohorts");
    const { length } = part.cohorts;
    expect(part.cohorts.lastIsWhole).toBe(false);
    const curves = cohortCurves(part, createFormatter("en-US", null));
    const sizes = curves?.series.map(({ values }) => values.length) ?? [];
    expect(sizes.length).toBeGreaterThan(1);
    expect(curves?.labels).toHaveLength(sizes[0] ?? 0);
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    for (const { values } of curves?.series ?? [])
      expect(values).toEqual([...values].sort((one, other) => one - other));
    const whole = comingBack({ ...orders, last: 515 }, [], null, new Gate(5));
    expect(whole?.cohorts?.lastIsWhole).toBe(length === 1);
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

  test("should not be sure that nobody comes back where none of fifty has", () => {
    const waits = Array.from({ length: 50 }, () => ({ time: 50, happened: true }));
    const [within] = comingBackTimes(waits, [30]).within;
    // scipy 1.17: binomtest(0, 50).proportion_ci(0.95, "wilson")
    expect(within).toMatchObject({ share: 0, low: 0 });
    expect(within?.high).toBeCloseTo(0.07134759913335874, 12);
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
