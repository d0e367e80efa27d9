import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import { comparedMonths } from "../../../src/sections/products/compared-months.ts";
import { chosenRows } from "../../../src/sections/products/product-sort.ts";
import { productsCsv, tableColumns, tableRows } from "../../../src/sections/products/product-table.ts";
import { wilson } from "../../../src/statistics/significance/intervals.ts";
import { type Cell, configOf, reportOf } from "../../questions/open-rows.ts";

const header = ["Order ID", "Customer ID", "Date", "Product", "Category", "Gender", "Quantity", "Price"];
const format = createFormatter("en-US", "USD");

/** Two years of a shop: each month twelve customers buy a cup and a pot; returns of cups by many, of pots by two. */
function rows(): Cell[][] {
  const lines: Cell[][] = [];
  let order = 0;
  for (const year of [2023, 2024])
    for (let month = 1; month <= 12; month += 1)
      for (let who = 1; who <= 12; who += 1)
        for (const [product, category, price] of [
          ["Cup", "Kitchen", year === 2023 ? 2 : 3],
          ["Pot", "Garden", 10],
        ] as const) {
          order += 1;
          const day = who === 1 ? 1 : who === 2 ? 28 : 14;
          lines.push([
            `O${order}`,
            `customer ${who}`,
            `${year}-${String(month).padStart(2, "0")}-${month === 12 && day === 28 ? 31 : day}`,
            product,
            category,
            who % 2 === 0 ? "Female" : "Male",
            2,
            price,
          ]);
        }
  for (let who = 1; who <= 7; who += 1)
    lines.push([`R${who}`, `customer ${who}`, "2024-06-14", "Cup", "Kitchen", "", -1, 3]);
  for (let who = 1; who <= 2; who += 1)
    lines.push([`S${who}`, `customer ${who}`, "2024-07-14", "Pot", "Garden", "", -1, 10]);
  return lines;
}

const report = reportOf({ header, rows: rows() }, configOf({ reversals: "keep" }));

describe("productNumbers", () => {
  test("should count only named products in the classes", async () => {
    const rare = Array.from({ length: 6 }, (_, index): Cell[] => [
      `O9${index}`,
      `customer ${index + 1}`,
      "2024-06-20",
      `Rare ${index}`,
      "Garden",
      "Male",
      1,
      15_000,
    ]);
    const { productNumbers } = await reportOf({ header, rows: [...rows(), ...rare] });
    expect(productNumbers?.products.map(({ name }) => name)).toEqual(["Pot", "Cup"]);
    expect(productNumbers?.other).toMatchObject({ products: 6, revenue: 90_000 });
    const named = (productNumbers?.products ?? []).map(({ revenue }) => revenue);
    const shares = (productNumbers?.classes ?? []).map(({ share }) => share);
    const all = named.reduce((sum, each) => sum + each, 90_000);
    expect(productNumbers?.classes.map(({ products }) => products)).toEqual([0, 1, 1]);
    expect(shares).toEqual([0, (named[0] ?? 0) / all, (named[1] ?? 0) / all]);
  });

  test("should hold units, price and the change against the same months of the year before", async () => {
    const { productNumbers } = await report;
    expect(productNumbers?.compared).toEqual({
      now: { from: "2024-01", to: "2024-12" },
      before: { from: "2023-01", to: "2023-12" },
      months: 12,
    });
    expect(productNumbers?.products).toMatchObject([
      {
        name: "Pot",
        category: "Garden",
        units: 576,
        revenue: 5760,
        class: "A",
        change: { now: 2880, before: 2880 },
      },
      {
        name: "Cup",
        category: "Kitchen",
        units: 576,
        revenue: 1440,
        class: "B",
        change: { now: 864, before: 576 },
      },
    ]);
  });

  test("should tell no returns of few, nor those that would tell them by what is left of all", async () => {
    const { productNumbers } = await report;
    expect(productNumbers?.products.map(({ returned }) => returned)).toEqual([null, null]);
    expect(productNumbers?.categories.map(({ returned }) => returned)).toEqual([null, null]);
    const many = await reportOf(
      { header, rows: rows().filter(([id]) => !String(id).startsWith("S")) },
      configOf({ reversals: "keep" }),
    );
    expect(many.productNumbers?.products.map(({ returned }) => returned)).toEqual([0, -21]);
  });

  test("should follow each by month, and tell who buys", async () => {
    const { productNumbers } = await report;
    const cup = productNumbers?.top.find(({ name }) => name === "Cup");
    expect(cup?.series?.length).toBe(1);
    expect(cup?.series?.periods).toHaveLength(24);
    expect(cup?.series?.periods[0]).toEqual({ name: "2023-01", partial: false, revenue: 48, units: 24 });
    expect(cup?.buyers[0]).toEqual({
      field: "Gender",
      groups: [
        { name: "Female", customers: 6, share: 0.5, interval: wilson(6, 12), shareOfAll: 0.5 },
        { name: "Male", customers: 6, share: 0.5, interval: wilson(6, 12), shareOfAll: 0.5 },
      ],
    });
  });

  test("should follow no product in a month of few, nor those who would give it away", async () => {
    const lines = rows().filter(
      ([, customer, date, product]) =>
        !(product === "Cup" && String(date).startsWith("2023-05") && !/ [123]$/.test(String(customer))),
    );
    const { productNumbers } = await reportOf({ header, rows: lines });
    expect(productNumbers?.top.map(({ series }) => series?.length)).toEqual([3, 3]);
  });

  test("should rank no postage, and rank it again where report.yaml says so", async () => {
    const lines = [
      ...rows(),
      ...Array.from({ length: 9 }, (_, who): Cell[] => [
        `P${who}`,
        `customer ${who + 1}`,
        "2024-05-14",
        "Postage",
        "Other",
        "",
        1,
        5000,
      ]),
    ];
    const names = async (goods: string[]) =>
      (await reportOf({ header, rows: lines }, configOf({ goods }))).productNumbers?.products.map(
        ({ name }) => name,
      );
    expect(await names([])).toEqual(["Pot", "Cup"]);
    expect(await names(["postage"])).toEqual(["Postage", "Pot", "Cup"]);
  });
});

describe("comparedMonths", () => {
  const months = (count: number, partial: readonly number[] = []) => ({
    months: Array.from({ length: count }, (_, index) => ({
      month: `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
      partial: partial.includes(index),
      revenue: 0,
      orders: 0,
      buyers: 0,
      season: null,
    })),
  });

  test("should be as many whole months as have a counterpart, twelve at most", () => {
    expect(comparedMonths(months(12))).toBeNull();
    expect(comparedMonths(months(15))).toEqual({
      now: { from: "2023-01", to: "2023-03" },
      before: { from: "2022-01", to: "2022-03" },
      months: 3,
    });
    expect(comparedMonths(months(38, [0, 37]))).toMatchObject({
      now: { from: "2024-02", to: "2025-01" },
      before: { from: "2023-02", to: "2024-01" },
    });
  });
});

describe("the table of products", () => {
  test("should be written by the locale, and be had in full precision", async () => {
    const { productNumbers } = await report;
    if (productNumbers === null) throw new Error("there are no products");
    expect(tableColumns(productNumbers).map(({ id }) => id)).toEqual([
      ...["rank", "product", "category", "revenue", "units", "price", "customers", "change", "class"],
    ]);
    expect(tableRows(productNumbers, format)[1]?.cells).toEqual([
      ...["2", "Cup", "Kitchen", "$1,440", "576", "$2.50", "12", "+50%", "B"],
    ]);
    expect(productsCsv(productNumbers).split("\r\n")[2]).toBe("2,Cup,Kitchen,1440,576,2.5,12,0.5,B");
  });

  test("should be found by any part of a name without accents, and sorted with what is unknown last", () => {
    const all = [
      { cells: ["Crème", "3"], keys: ["Crème", 3] },
      { cells: ["Tea", "–"], keys: ["Tea", null] },
      { cells: ["Cream", "5"], keys: ["Cream", 5] },
    ];
    const names = (choice: Parameters<typeof chosenRows>[2]) =>
      chosenRows(all, [0], choice).map(({ cells }) => cells[0]);
    expect(names({ search: "CREM", column: 0, isDescending: false })).toEqual(["Crème"]);
    expect(names({ search: "", column: 1, isDescending: true })).toEqual(["Cream", "Crème", "Tea"]);
    expect(names({ search: "", column: 1, isDescending: false })).toEqual(["Crème", "Cream", "Tea"]);
    expect(names({ search: "", column: 0, isDescending: false })).toEqual(["Cream", "Crème", "Tea"]);
  });
});
