import { describe, expect, test } from "vitest";
import { groupByCustomerTrait, groupByPurchaseTrait } from "../../src/questions/traits.ts";
import { seasonCategory } from "../../src/sections/products/season-category.ts";
import { ask, snapshot } from "./open-rows.ts";

const header = ["Customer ID", "Order ID", "Amount", "Location", "Gender", "Season", "Category"];
const rows = [
  ["ann", 1, 10, "Rome", "F", "Winter", "Hats"],
  ["ann", 2, 20, "Oslo", "F", "Summer", "Hats"],
  ["bob", 3, 30, "Rome", "", "Winter", "Hats"],
  ["bob", 4, 40, "", "", "Winter", ""],
  ["", 5, 50, "Rome", "M", "Winter", "Shoes"],
];

describe("groupByPurchaseTrait", () => {
  test("should count customers once, purchases and revenue with guests' lines", async () => {
    const found = await ask({ header, rows }, ({ store }) => groupByPurchaseTrait(store, "location"));
    expect(found?.groups).toEqual([
      { name: "Rome", customers: 2, purchases: 3, revenue: 90 },
      { name: "Oslo", customers: 1, purchases: 1, revenue: 20 },
    ]);
    expect(found?.withoutValue).toMatchObject({ customers: 1, purchases: 1 });
  });

  test("should count a customer of two groups once in both together", async () => {
    const found = await ask({ header, rows }, async ({ store }) => {
      const locations = await groupByPurchaseTrait(store, "location");
      return [locations?.customersIn?.(locations.groups), locations?.customersIn?.([])];
    });
    expect(found).toEqual([2, 0]);
  });

  test("should be null for a field that the data do not have, or that is always empty", async () => {
    expect(await ask({ header, rows }, ({ store }) => groupByPurchaseTrait(store, "color"))).toBeNull();
    const empty = snapshot(["Amount", "Color"], [[1, ""]]);
    expect(await ask(empty, ({ store }) => groupByPurchaseTrait(store, "color"))).toBeNull();
  });
});

describe("groupByCustomerTrait", () => {
  test("should give all purchases of a customer to the customer's value, and leave guests out", async () => {
    const found = await ask({ header, rows }, ({ store }) => groupByCustomerTrait(store, "gender"));
    expect(found).toEqual({
      groups: [{ name: "Female", customers: 1, purchases: 2, revenue: 30 }],
      withoutValue: { name: "", customers: 1, purchases: 2, revenue: 70 },
    });
  });

  test("should be null for a field that the data do not have", async () => {
    expect(
      await ask({ header, rows }, ({ store }) => groupByCustomerTrait(store, "subscription")),
    ).toBeNull();
  });
});

describe("seasonCategory", () => {
  test("should count the pairs that occur, and what lacks one of both", async () => {
    const found = await ask({ header, rows }, ({ store }) => seasonCategory(store));
    const cells = found.map(({ season, category, purchases, customers, guests }) => [
      season,
      category ?? "none",
      purchases,
      customers,
      guests,
    ]);
    expect(cells.sort()).toEqual([
      ["Summer", "Hats", 1, 1, 0],
      ["Winter", "Hats", 2, 2, 0],
      ["Winter", "Shoes", 1, 0, 1],
      ["Winter", "none", 1, 1, 0],
    ]);
  });
});
