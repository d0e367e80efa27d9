import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Gate } from "../../src/disclosure/gate.ts";
import { publishedMonths } from "../../src/disclosure/published-months.ts";
import { periods } from "../../src/questions/periods.ts";
import { calendar } from "../../src/questions/time.ts";
import { type Comparison, publishedComparison } from "../../src/sections/overview/comparison.ts";
import { isoDay } from "../../src/statistics/calendar/days.ts";
import { ask, type Cell } from "./open-rows.ts";

type Line = readonly [customer: string, day: string, order: string, amount: number];

const periodsOf = (lines: readonly Line[], minimum = 1, rating?: readonly number[]) =>
  ask(
    {
      header: [
        "Customer ID",
        "Date",
        "Order ID",
        "Amount",
        ...(rating === undefined ? [] : ["Review Rating"]),
      ],
      rows: lines.map((line, index): Cell[] => [
        ...line,
        ...(rating === undefined ? [] : [rating[index] ?? ""]),
      ]),
    },
    async ({ store }) => {
      const found = await periods(store);
      const time = await calendar(store, await store.lines());
      const gate = new Gate(minimum);
      const [customers = 0] = (await store.columns("SELECT COUNT(*) FROM customers"))[0] ?? [];
      const { monthsWithheld } = publishedMonths(time?.months ?? [], gate);
      return found && publishedComparison(found, monthsWithheld, customers, gate);
    },
  );

const valuesOf = (found: Comparison | null, metric: string) =>
  found?.metrics.find((each) => each.metric === metric)?.values;

/** Two full months, with an edge on either side. */
const lines: readonly Line[] = [
  ["a", "2023-12-31", "1", 1000],
  ["a", "2024-01-01", "2", 10],
  ["a", "2024-01-31", "3", 20],
  ["b", "2024-01-15", "4", 30],
  ["b", "2024-01-15", "4", 40],
  ["b", "2024-02-01", "5", 50],
  ["", "2024-02-29", "6", 70],
  ["c", "2024-03-02", "7", 1000],
];

describe("periods", () => {
  test("should measure full calendar months by the metrics' own definitions, and name the others", async () => {
    const found = await periodsOf(lines);
    expect(found).toMatchObject({
      unit: "month",
      periods: [
        { name: "2024-01", first: "2024-01-01", last: "2024-01-31" },
        { name: "2024-02", first: "2024-02-01", last: "2024-02-29" },
      ],
      partial: ["2023-12", "2024-03"],
    });
    expect(valuesOf(found, "customers")).toEqual([2, 1]);
    expect(valuesOf(found, "orders")).toEqual([3, 2]);
    expect(valuesOf(found, "transactions")).toEqual([4, 2]);
    expect(valuesOf(found, "revenue")).toEqual([100, 120]);
    expect(valuesOf(found, "averageOrder")).toEqual([100 / 3, 60]);
    expect(valuesOf(found, "repeatShare")).toEqual([0.5, 0]);
    expect(valuesOf(found, "averageRating")).toBeUndefined();
  });

  test("should give the average rating of each period's purchases where there are ratings", async () => {
    const found = await periodsOf(lines, 1, [1, 2, 4, 5, 3, 4, 5, 1]);
    expect(valuesOf(found, "averageRating")).toEqual([14 / 4, 4.5]);
  });

  test("should take weeks from Monday on where there are no two full months", async () => {
    // 2024-01-01 was a Monday.
    const found = await periodsOf([
      ["a", "2024-01-03", "1", 1],
      ["a", "2024-01-08", "2", 2],
      ["a", "2024-01-21", "3", 3],
      ["a", "2024-01-24", "4", 4],
    ]);
    expect(found).toMatchObject({
      unit: "week",
      periods: [
        { name: "2024-01-08", last: "2024-01-14" },
        { name: "2024-01-15", last: "2024-01-21" },
      ],
      partial: ["2024-01-01", "2024-01-22"],
    });
    expect(valuesOf(found, "revenue")).toEqual([2, 3]);
  });

  test("should say nothing where the data hold no two full weeks", async () => {
    expect(
      await periodsOf([
        ["a", "2024-01-02", "1", 1],
        ["a", "2024-01-20", "2", 1],
      ]),
    ).toBeNull();
  });

  test("should count a full period without an order as 0, and give it no average", async () => {
    const found = await periodsOf([
      ["a", "2024-01-01", "1", 5],
      ["a", "2024-03-31", "2", 7],
    ]);
    expect(valuesOf(found, "orders")).toEqual([1, 0, 1]);
    expect(valuesOf(found, "averageOrder")).toEqual([5, null, 7]);
  });

  test("should withhold periods, and shares of customers, that stand on too few", async () => {
    const many = (month: string, buyers: number): Line[] =>
      Array.from({ length: buyers }, (_, index) => [`c${index}`, `${month}-15`, `${month}-${index}`, 1]);
    const found = await periodsOf(
      [
        ["c0", "2024-01-01", "x", 1],
        ...many("2024-01", 6),
        ...many("2024-02", 4),
        ...many("2024-03", 5),
        ...many("2024-04", 8),
        ["c0", "2024-04-30", "y", 1],
      ],
      5,
    );
    // The oldest goes with it: else the whole less the others told it.
    expect(valuesOf(found, "orders")).toEqual([null, null, 5, 9]);
    // Eight customers in all: who did not buy in March would be three.
    expect(valuesOf(found, "customers")).toBeUndefined();
    // One customer with two orders would be told by the share.
    expect(valuesOf(found, "repeatShare")).toBeUndefined();
  });

  test("should agree with a count by hand, whatever the orders", async () => {
    const order = fc.record({
      customer: fc.constantFrom("a", "b", "c", ""),
      day: fc.integer({ min: 19_700, max: 19_850 }),
      amount: fc.integer({ min: 1, max: 100 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 40 }), async (orders) => {
        const rows = orders.map(
          ({ customer, day, amount }, index): Line => [customer, isoDay(day), String(index + 1), amount],
        );
        const found = await periodsOf(rows);
        for (const [index, { first, last }] of (found?.periods ?? []).entries()) {
          const within = rows.filter(([, day]) => day >= first && day <= last);
          const customers = new Set(within.map(([customer]) => customer).filter((name) => name !== ""));
          expect(valuesOf(found, "revenue")?.[index] ?? 0).toBe(within.reduce((all, row) => all + row[3], 0));
          expect(valuesOf(found, "customers")?.[index] ?? 0).toBe(customers.size);
        }
      }),
      { numRuns: 40 },
    );
  });
});
