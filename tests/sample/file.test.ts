import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { dayOfIso, seasonOf } from "./generator/calendar.ts";
import { toCsv } from "./generator/csv.ts";
import { DIRT, DIRT_KINDS } from "./generator/dirt.ts";
import { COLUMNS, type Row } from "./generator/row.ts";
import { countBy, purchases, sample } from "./sample-rows.ts";

const text = readFileSync(new URL("../../data/shopping.csv", import.meta.url), "utf8");

test("should be committed as the generator writes it, byte for byte", () => {
  expect(text === toCsv(sample.rows.map(({ row }) => row))).toBe(true);
});

test("should stay below 3 MB", () => {
  expect(Buffer.byteLength(text)).toBeLessThan(3_000_000);
});

test("should read back as the rows that were written", () => {
  const { data, errors, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(meta.fields).toEqual([...COLUMNS]);
  expect(data.length).toBe(sample.truth.rowsRead);
});

test("should have about 3,900 customers and 12,000 lines over 24 months", () => {
  expect(sample.truth.customers).toBeGreaterThanOrEqual(3_850);
  expect(sample.truth.customers).toBeLessThanOrEqual(3_950);
  expect(sample.rows.length).toBeGreaterThanOrEqual(11_500);
  expect(sample.truth.purchases).toBeLessThanOrEqual(12_500);
  const dates = purchases.map((row) => row["Order Date"].slice(0, 10)).sort();
  expect([dates[0], dates.at(-1)]).toEqual(["2024-01-01", "2025-12-31"]);
});

test("should be dirty in about half a percent of rows, as counted", () => {
  const planted = countBy(
    sample.rows.filter(({ dirt }) => dirt !== undefined),
    ({ dirt }) => dirt ?? "",
  );
  expect(Object.fromEntries(planted)).toEqual(DIRT);
  expect(new Set(DIRT_KINDS)).toEqual(new Set(Object.keys(DIRT)));
  const total = Object.values(DIRT).reduce((sum, count) => sum + count, 0);
  expect(total / sample.rows.length).toBeGreaterThan(0.004);
  expect(total / sample.rows.length).toBeLessThan(0.006);
});

test("should account for every row", () => {
  const { rowsRead, returns, reversed, withoutPrice, droppedAsDuplicate, droppedForDate, ...rest } =
    sample.truth;
  expect(rest.purchases + returns + reversed + withoutPrice + droppedAsDuplicate + droppedForDate).toBe(
    rowsRead,
  );
});

test("should be perfectly clean elsewhere", () => {
  const allowed: Partial<Record<keyof Row, RegExp>> = {
    "Customer ID": /^C-\d{5}$/,
    Age: /^(1[89]|[2-7]\d)$/,
    Gender: /^(Female|Male)$/,
    Category: /^(Clothing|Accessories|Footwear|Outerwear|Gift Cards)$/,
    "Purchase Amount (USD)": /^\d{2,3}\.\d\d$/,
    "Review Rating": /^([1-4]\.\d|5\.0)?$/,
    "Subscription Status": /^(Yes|No)$/,
    "Discount Applied": /^(Yes|No)$/,
    "Promo Code Used": /^(Yes|No)$/,
    "Previous Purchases": /^\d{1,2}$/,
    "Order ID": /^SO-\d{6}$/,
    "Order Line": /^[1-4]$/,
    "Order Date": /^202[45]-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d$/,
    Quantity: /^[1-4]$/,
    "Discount Amount": /^\d{1,2}\.\d\d$/,
  };
  const wrong = purchases.flatMap((row) =>
    COLUMNS.filter(
      (column) => row[column] !== row[column].trim() || allowed[column]?.test(row[column]) === false,
    ),
  );
  expect(wrong).toEqual([]);
  expect(purchases.filter((row) => seasonOf(dayOfIso(row["Order Date"])) !== row.Season)).toEqual([]);
});

test("should tell every line apart by order and line number", () => {
  const lines = sample.rows.filter(({ dirt }) => dirt !== "duplicateLine").map(({ row }) => row);
  expect(new Set(lines.map((row) => `${row["Order ID"]}/${row["Order Line"]}`)).size).toBe(lines.length);
  for (const { row } of sample.rows.filter(({ dirt }) => dirt === "duplicateLine"))
    expect(lines).toContainEqual(row);
});

test("should keep a customer the same on every line", () => {
  const traits = [
    "Age",
    "Gender",
    "Location",
    "Subscription Status",
    "Preferred Payment Method",
    "Frequency of Purchases",
  ] as const;
  const faces = new Set(
    purchases.map((row) => [row["Customer ID"], ...traits.map((trait) => row[trait])].join("|")),
  );
  expect(faces.size).toBe(new Set(purchases.map((row) => row["Customer ID"])).size);
});

test("should be described by the figures in data/README.md", () => {
  const readme = readFileSync(new URL("../../data/README.md", import.meta.url), "utf8");
  const {
    rowsRead,
    purchases: lines,
    revenue,
    discounts,
    returns,
    returned,
    reversedValue,
    orders,
    customers,
  } = sample.truth;
  for (const figure of [
    rowsRead,
    lines,
    revenue,
    discounts,
    returns,
    returned,
    reversedValue,
    orders,
    customers,
  ]) {
    expect(readme).toContain(
      figure.toLocaleString("en-US", { minimumFractionDigits: figure % 1 === 0 ? 0 : 2 }),
    );
  }
});
