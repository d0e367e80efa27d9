import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendar } from "../../src/questions/time.ts";
import { isoDay } from "../../src/statistics/calendar/days.ts";
import { ask, type Cell, snapshot } from "./open-rows.ts";

const calendarOf = (...rows: readonly (readonly [string, string | number, number])[]) =>
  ask(
    {
      header: ["Customer ID", "Date", "Order ID", "Amount"],
      rows: rows.map(([day, order, amount]): Cell[] => ["a", day, order, amount]),
    },
    async ({ store }) => calendar(store, await store.lines()),
  );

describe("calendar", () => {
  test("should count revenue and orders by month, with the months between that have none", async () => {
    const found = await calendarOf(
      ["2023-11-01", 1, 10],
      ["2023-11-30", 2, 5],
      ["2023-11-30", 2, 5],
      ["2024-02-29", 3, 7],
    );
    expect(found).toEqual({
      first: "2023-11-01",
      last: "2024-02-29",
      days: 121,
      months: [
        { month: "2023-11", orders: 2, buyers: 1, revenue: 20, partial: false, season: null },
        { month: "2023-12", orders: 0, buyers: 0, revenue: 0, partial: false, season: null },
        { month: "2024-01", orders: 0, buyers: 0, revenue: 0, partial: false, season: null },
        { month: "2024-02", orders: 1, buyers: 1, revenue: 7, partial: false, season: null },
      ],
    });
  });

  test("should mark the first and the last month where the data do not cover them", async () => {
    const found = await calendarOf(["2024-01-02", 1, 1], ["2024-02-10", 2, 1], ["2024-03-30", 3, 1]);
    expect(found?.months.map(({ partial }) => partial)).toEqual([true, false, true]);
  });

  test("should mark a single month that is covered at neither end", async () => {
    expect(await calendarOf(["2024-05-17", 1, 1])).toMatchObject({
      days: 1,
      months: [{ month: "2024-05", partial: true }],
    });
  });

  test("should know leap years: 28 February ends a month in 2023 and not in 2024", async () => {
    expect((await calendarOf(["2023-02-01", 1, 1], ["2023-02-28", 2, 1]))?.months[0]?.partial).toBe(false);
    expect((await calendarOf(["2024-02-01", 1, 1], ["2024-02-28", 2, 1]))?.months[0]?.partial).toBe(true);
  });

  test("should reach to the last purchase, though its order began earlier", async () => {
    const found = await calendarOf(["2024-01-31", 1, 1], ["2024-02-03", 1, 2]);
    expect(found).toMatchObject({ first: "2024-01-31", last: "2024-02-03", days: 4 });
    expect(found?.months.map(({ month, revenue }) => [month, revenue])).toEqual([
      ["2024-01", 3],
      ["2024-02", 0],
    ]);
  });

  test("should be null without dates", async () => {
    expect(
      await ask(snapshot(["Amount"], [[1]]), async ({ store }) => calendar(store, await store.lines())),
    ).toBeNull();
  });

  test("should list every month from first to last once, and all orders and revenue in them", async () => {
    const days = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(days, async (some) => {
        const found = await calendarOf(
          ...some.map((day, index) => [isoDay(19_000 + day), index + 1, 1] as const),
        );
        const months = found?.months ?? [];
        const [first = Number.NaN, last = Number.NaN] = [Math.min(...some), Math.max(...some)].map((day) => {
          const date = new Date((19_000 + day) * 86_400_000);
          return date.getUTCFullYear() * 12 + date.getUTCMonth();
        });
        expect(months).toHaveLength(last - first + 1);
        expect(new Set(months.map(({ month }) => month)).size).toBe(months.length);
        expect(months.reduce((all, { orders }) => all + orders, 0)).toBe(some.length);
        expect(months.reduce((all, { revenue }) => all + revenue, 0)).toBe(some.length);
        expect(months.slice(1, -1).some(({ partial }) => partial)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

describe("isoDay", () => {
  test.each([
    [0, "1970-01-01"],
    [19_716, "2023-12-25"],
    [19_782, "2024-02-29"],
    [-1, "1969-12-31"],
  ])("should give day %d as %s, whatever the time zone", (day, iso) => {
    const zone = process.env["TZ"];
    try {
      for (const other of ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env["TZ"] = other;
        expect(isoDay(day)).toBe(iso);
      }
    } finally {
      process.env["TZ"] = zone;
    }
  });
});
