import { describe, expect, test } from "vitest";
import { dataRules } from "../../../../src/sections/methods/words/data-rules.ts";
import { configOf, reportOf, snapshot, times } from "../../../questions/open-rows.ts";

const rule = (report: Parameters<typeof dataRules>[0], name: string) =>
  dataRules(report).find((found) => found.name === name)?.words;

describe("dataRules", () => {
  test("should call a snapshot one row a customer only where it is", async () => {
    const one = await reportOf(snapshot(["Amount"], times(6, [1])));
    expect(rule(one, "Shape of the data")).toMatch(/^A snapshot: one row a customer/);
    const header = ["Customer ID", "Rating", "Amount"];
    const rows = Array.from({ length: 8 }, (_, row) => [`c${row % 6}`, 4, row + 1]);
    expect(rule(await reportOf({ header, rows }), "Shape of the data")).toMatch(
      /a customer may have several/,
    );
  });

  test("should tell of dates, products and ages only where the data have them", async () => {
    const names = dataRules(await reportOf(snapshot(["Amount"], times(6, [1])))).map(({ name }) => name);
    for (const absent of ["Order", "Date", "Product", "Age group"]) expect(names).not.toContain(absent);
    const full = await reportOf({
      header: ["Customer ID", "Order ID", "Date", "Product", "Age", "Amount"],
      rows: Array.from({ length: 8 }, (_, row) => [`c${row}`, `o${row}`, "2024-03-15", "Cup", 30, 5]),
    });
    const more = dataRules(full).map(({ name }) => name);
    expect(more).toEqual(expect.arrayContaining(["Order", "Date", "Product", "Age group"]));
    expect(rule(full, "Order")).toBe('All lines with one "Order ID".');
  });

  test("should say what is compared with what, in months or in weeks, only where there are two of them", async () => {
    const ordersOn = (days: readonly string[]) =>
      reportOf({
        header: ["Customer ID", "Order ID", "Date", "Amount"],
        rows: days.flatMap((day) => times(6, [0]).map((_, row) => [`c${row}`, `${day}-${row}`, day, 5])),
      });
    const name = "Change against earlier periods";
    expect(rule(await ordersOn(["2024-03-15"]), name)).toBeUndefined();
    expect(rule(await ordersOn(["2024-01-01", "2024-02-29"]), name)).toMatch(
      /beside the month before.*Months of/s,
    );
    expect(rule(await ordersOn(["2024-01-01", "2024-01-14"]), name)).toMatch(
      /beside the week before.*fewer than two full months/s,
    );
  });

  test("should state the minimum that the configuration sets", async () => {
    const config = configOf({ privacy: { minimumGroup: 7 } });
    const report = await reportOf(snapshot(["Amount"], times(9, [1])), config);
    expect(rule(report, "Small groups")).toContain("fewer than 7 persons");
  });
});
