import { expect, test } from "vitest";
import { maskContacts } from "../../src/dataset/clean/mask-names.ts";
import { publishedColumns, publishedExclusions } from "../../src/disclosure/plain-counts.ts";
import { datasetOf } from "../support/dataset.ts";

const isFew = (persons: number) => persons > 0 && persons < 5;

/** Orders of twenty customers, one line each; `row` gives the cells after the customer's. */
const csv = (header: string, row: (customer: number) => string) =>
  [
    `Customer ID,Amount,${header}`,
    ...Array.from({ length: 20 }, (_, customer) => `c${customer},5,${row(customer)}`),
  ].join("\n");

const filledOf = async (text: string, field: string) => {
  const { columns, table } = await datasetOf(text);
  return publishedColumns(columns, table, isFew).find((column) => column.field === field)?.filled;
};

test("publishedColumns should withhold how many rows have a value where fewer than five persons lack one", async () => {
  const ages = (lacking: number) => csv("Age", (customer) => (customer < lacking ? "" : "30"));
  expect(await filledOf(ages(0), "age")).toBe(20);
  expect(await filledOf(ages(4), "age")).toBeNull();
  expect(await filledOf(ages(5), "age")).toBe(15);
});

test("publishedColumns should withhold it where fewer than five persons have a value", async () => {
  const codes = (having: number) => csv("Coupon code", (customer) => (customer < having ? "SAVE" : ""));
  const field = (await datasetOf(codes(9))).columns.find(({ header }) => header === "Coupon code")?.field;
  expect(field).toBeDefined();
  expect(await filledOf(codes(4), field ?? "")).toBeNull();
  expect(await filledOf(codes(5), field ?? "")).toBe(5);
});

test("publishedColumns should take the lines of one guest's order for one person, and those without an order for one each", async () => {
  const guests = (order: (line: number) => string) =>
    [
      "Customer ID,Order ID,Amount",
      ...Array.from({ length: 20 }, (_, customer) => `c${customer},k${customer},5`),
      ...Array.from({ length: 6 }, (_, line) => `,${order(line)},5`),
    ].join("\n");
  expect(
    await filledOf(
      guests(() => "g1"),
      "customer",
    ),
  ).toBeNull();
  expect(
    await filledOf(
      guests((line) => `g${line}`),
      "customer",
    ),
  ).toBe(20);
});

test("publishedExclusions should withhold the lines of few persons, and of the next where the total would tell", () => {
  const excluded = (name: string, lines: number, from: number, persons: number) => ({
    name,
    lines,
    persons: new Set(Array.from({ length: persons }, (_, at) => from + at)),
  });
  const published = (...of: ReturnType<typeof excluded>[]) =>
    publishedExclusions(of, isFew, maskContacts).map(({ name, lines }) => [name, lines]);
  expect(published(excluded("POSTAGE", 90, 0, 40), excluded("FEES", 12, 40, 9))).toEqual([
    ["POSTAGE", 90],
    ["FEES", 12],
  ]);
  expect(
    published(excluded("POSTAGE", 90, 0, 40), excluded("FEES", 12, 40, 9), excluded("DEBT", 3, 60, 1)),
  ).toEqual([
    ["POSTAGE", 90],
    ["FEES", null],
    ["DEBT", null],
  ]);
  // An entry that no line matches tells of nobody.
  expect(published(excluded("POSTAGE", 90, 0, 40), excluded("TYPO", 0, 0, 0))).toEqual([
    ["POSTAGE", 90],
    ["TYPO", 0],
  ]);
  expect(published(excluded("Fee of j.doe@example.com", 90, 0, 40))).toEqual([["Fee of [e-mail]", 90]]);
});
