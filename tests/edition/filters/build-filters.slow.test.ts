import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultConfig } from "../../../src/config/config.ts";
import { createFormatter } from "../../../src/report/format.ts";
import type { Report } from "../../../src/report/report.ts";
import { metricValue } from "../../../src/report/words/general.ts";
import { offeredFields } from "../../../src/sections/overview/filters/filter-choices.ts";
import { FilterReader } from "../../../src/sections/overview/filters/filter-reader.ts";
import type { FilterTables } from "../../../src/sections/overview/filters/filter-tables.ts";
import { narrow } from "../../../src/sections/overview/filters/narrow.ts";
import { reportOf, snapshot } from "../../questions/open-rows.ts";
import { generateSample, SAMPLE_SEED } from "../../sample/generator/generate.ts";
import { COLUMNS } from "../../sample/generator/row.ts";

describe("the filters of the sample", () => {
  let report: Report;
  let tables: FilterTables;
  beforeAll(async () => {
    const { rows } = generateSample(SAMPLE_SEED);
    report = await reportOf({
      header: COLUMNS,
      rows: rows.map(({ row }) => COLUMNS.map((column) => row[column])),
    });
    tables = report.filters ?? expect.fail("no tables");
  });

  test("should take at most 40 KB compressed", () => {
    expect(gzipSync(JSON.stringify(tables)).length).toBeLessThanOrEqual(40 * 1024);
  });

  test("should offer every field, and the locations of most purchases", () => {
    const offered = offeredFields(tables);
    expect(offered.map(({ field }) => field)).toEqual([
      "gender",
      "ageGroup",
      "category",
      "season",
      "persona",
      "location",
      "period",
    ]);
    const locations = offered.find(({ field }) => field === "location")?.values ?? [];
    expect(locations.length).toBeGreaterThanOrEqual(5);
    const [first] = report.breakdowns.location?.groups ?? [];
    expect(locations[0]).toBe(first?.name);
  });

  test("should hold no count of fewer than five customers or purchases", () => {
    for (const { key, columns } of [...tables.tables, ...tables.coarser]) {
      for (const [name, packed] of Object.entries(columns)) {
        if (name !== "customers" && name !== "counts") continue;
        const values = packed.split(",").flatMap((text) => (text === "" ? [] : [Number.parseInt(text, 36)]));
        expect(
          values.filter((value) => value > 0 && value < 5),
          `${name} of ${key}`,
        ).toEqual([]);
      }
    }
  });

  test("should tell of each persona the customers and the revenue that the report tells", () => {
    const { segments } = report;
    const personas =
      segments !== null && "personas" in segments.personas ? segments.personas.personas : expect.fail();
    expect(personas.length).toBeGreaterThan(2);
    const names = tables.fields.find(({ field }) => field === "persona")?.values ?? [];
    for (const { name, customers, revenue } of personas) {
      const part = narrow(new FilterReader(tables), [{ field: "persona", code: names.indexOf(name) + 1 }]);
      expect(part && metricValue(part, "customers")).toBe(customers);
      expect(part && metricValue(part, "revenue")).toBeCloseTo(revenue, 2);
    }
  });

  test("should make parts of one field that add up to the whole, a few guests with the larger", () => {
    const reader = new FilterReader(tables);
    const names = tables.fields.find(({ field }) => field === "gender")?.values ?? [];
    const women = narrow(reader, [{ field: "gender", code: names.indexOf("Female") + 1 }]);
    const men = narrow(reader, [{ field: "gender", code: names.indexOf("Male") + 1 }]);
    for (const metric of ["customers", "orders"] as const) {
      const sum = ((women && metricValue(women, metric)) ?? 0) + ((men && metricValue(men, metric)) ?? 0);
      expect(sum, metric).toBe(metricValue(report, metric));
    }
  });
});

describe("the filters of small groups", () => {
  // Of 40 customers three have the rare gender, and the two others are 20 and 17.
  const rows = Array.from({ length: 40 }, (_, index) => [
    index < 3 ? "Zqxrare" : index < 23 ? "Female" : "Male",
    index % 2 === 0 ? "Shoes" : "Hats",
    10 + index,
  ]);

  test("should neither name a value of too few customers nor tell of it by another", async () => {
    const { filters } = await reportOf(snapshot(["Gender", "Category", "Amount"], rows));
    const tables = filters ?? expect.fail("no tables");
    expect(JSON.stringify(tables)).not.toContain("Zqxrare");
    expect(offeredFields(tables)).toEqual([
      { field: "gender", values: ["Female", "Male"] },
      { field: "category", values: ["Hats", "Shoes"] },
    ]);
  });

  test("should count the three with the larger, so that nothing is left of the whole", async () => {
    const { filters } = await reportOf(snapshot(["Gender", "Category", "Amount"], rows));
    const reader = new FilterReader(filters ?? expect.fail("no tables"));
    const customers = [1, 2].map((code) => reader.value("customers", [{ field: "gender", code }]));
    expect(customers).toEqual([23, 17]);
  });

  test("should be none where the data have no field to choose from", async () => {
    const { filters } = await reportOf(
      snapshot(
        ["Item Purchased", "Amount"],
        rows.map(([, , amount]) => ["Thing", amount ?? 0]),
      ),
    );
    expect(filters).toBeNull();
  });
});

test("the filters should tell of each year its own purchases, where quarters are of too few", async () => {
  // Twenty customers a year, all in its first month but one in each of the other quarters.
  const rows = [2022, 2023, 2024].flatMap((year) =>
    Array.from({ length: 20 + 10 * (year - 2022) }, (_, index) => [
      `${year} ${index}`,
      `${year}-${["01", "04", "07", "10"][index] ?? "01"}-05`,
      `order ${year} ${index}`,
      10 + index,
    ]),
  );
  const { filters } = await reportOf({ header: ["Customer ID", "Date", "Order ID", "Amount"], rows });
  const tables = filters ?? expect.fail("no tables");
  const years = tables.fields.find(({ field }) => field === "period")?.values;
  expect(years).toEqual(["2022", "2023", "2024"]);
  const reader = new FilterReader(tables);
  const orders = [1, 2, 3].map((code) => reader.value("orders", [{ field: "period", code }]));
  expect(orders).toEqual([20, 30, 40]);
});

test("the filters should write quarters as pages in that language do", async () => {
  const rows = ["01", "04"].flatMap((month) =>
    Array.from({ length: 20 }, (_, index) => [
      `${month} ${index}`,
      `2024-${month}-05`,
      `${month} ${index}`,
      10,
    ]),
  );
  const { filters } = await reportOf(
    { header: ["Customer ID", "Date", "Order ID", "Amount"], rows },
    { ...defaultConfig, locale: "ar-EG" },
  );
  const { period } = createFormatter("ar-EG", null);
  expect(filters?.fields.find(({ field }) => field === "period")?.values).toEqual([
    period("2024-Q1"),
    period("2024-Q2"),
  ]);
});
