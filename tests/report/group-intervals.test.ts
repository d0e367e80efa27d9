import { describe, expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { wilson } from "../../src/statistics/significance/intervals.ts";
import { type Cell, reportOf, snapshot, type Table } from "../questions/open-rows.ts";

const group = (report: Report, field: "gender" | "category" | "location", name: string) =>
  report.breakdowns[field]?.groups.find((each) => each.name === name);

const people = (count: number) =>
  Array.from({ length: count }, (_, i): Cell[] => [i % 3 === 0 ? "Male" : "Female", 20 + (i % 11)]);

/** Customers each of whom buys ten times, always of one category. */
const ofHabit = (customers: number): Table => ({
  header: ["Order ID", "Customer ID", "Category", "Amount"],
  rows: Array.from({ length: customers * 10 }, (_, row): Cell[] => {
    const customer = Math.floor(row / 10);
    return [`o${row}`, `c${customer}`, customer % 4 === 0 ? "Hats" : "Coats", 10 + (customer % 7)];
  }),
});

describe("the intervals of groups", () => {
  test("should be Wilson's where each customer is one case", async () => {
    const report = await reportOf(snapshot(["Gender", "Amount"], people(300)));
    const men = group(report, "gender", "Male");
    expect(men?.intervals?.customersShare).toEqual(wilson(100, 300));
    // The same to four digits: each customer has one purchase.
    expect(men?.intervals?.purchasesShare?.low).toBeCloseTo(wilson(100, 300)?.low ?? 0, 3);
    expect(men?.intervals?.averagePurchase?.low).toBeLessThan(men?.averagePurchase ?? 0);
    expect(men?.intervals?.averagePurchase?.high).toBeGreaterThan(men?.averagePurchase ?? 0);
  });

  test("should count customers and not what they bought", async () => {
    const hats = group(await reportOf(ofHabit(80)), "category", "Hats");
    expect(hats).toMatchObject({ customers: 20, purchases: 200 });
    expect(hats?.intervals?.purchasesShare?.low).toBeCloseTo(wilson(20, 80)?.low ?? 0, 3);
    expect(hats?.intervals?.purchasesShare?.high).toBeCloseTo(wilson(20, 80)?.high ?? 0, 3);
  });

  test("should be withheld where one customer decides them", async () => {
    const rows = people(120).map(([gender, amount], i): Cell[] => [
      gender ?? "",
      i === 0 ? 31_716 : (amount ?? 0),
    ]);
    const men = group(await reportOf(snapshot(["Gender", "Amount"], rows)), "gender", "Male");
    expect(men?.intervals?.customersShare).not.toBeNull();
    expect(men?.intervals?.averagePurchase).toBeNull();
    expect(men?.intervals?.revenueShare).toBeNull();
  });

  test("should be of the groups as they are published", async () => {
    const places = Array.from({ length: 90 }, (_, i): Cell[] => [
      i < 40 ? "Rome" : i < 80 ? "Oslo" : `Village ${Math.floor((i - 80) / 2)}`,
      10 + (i % 9),
    ]);
    const { location } = (await reportOf(snapshot(["Location", "Amount"], places))).breakdowns;
    const other = location?.groups.at(-1);
    expect(other).toMatchObject({ other: true, customers: 10 });
    expect(other?.intervals?.purchasesShare?.low).toBeCloseTo(wilson(10, 90)?.low ?? 0, 3);
  });

  test("should not depend on the order of the rows", async () => {
    const table = ofHabit(60);
    const turned = { ...table, rows: [...table.rows].reverse() };
    const [one, other] = [await reportOf(table), await reportOf(turned)];
    for (const name of ["Hats", "Coats"])
      expect(group(other, "category", name)?.intervals).toEqual(group(one, "category", name)?.intervals);
  });
});
