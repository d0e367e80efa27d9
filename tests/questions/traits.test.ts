import { describe, expect, test } from "vitest";
import { linePersons } from "../../src/questions/persons.ts";
import {
  type CustomerTrait,
  groupByCustomerTrait,
  groupByPurchaseTrait,
  guestsGroup,
  type PurchaseTrait,
} from "../../src/questions/traits.ts";
import type { Store } from "../../src/store/store.ts";
import { ask, snapshot } from "./open-rows.ts";

const header = ["Customer ID", "Order ID", "Amount", "Location", "Gender", "Season", "Category"];
const rows = [
  ["ann", 1, 10, "Rome", "F", "Winter", "Hats"],
  ["ann", 2, 20, "Oslo", "F", "Summer", "Hats"],
  ["bob", 3, 30, "Rome", "", "Winter", "Hats"],
  ["bob", 4, 40, "", "", "Winter", ""],
  ["", 5, 50, "Rome", "M", "Winter", "Shoes"],
];

async function byPurchaseTrait(store: Store, trait: PurchaseTrait) {
  const lines = await store.lines();
  return groupByPurchaseTrait(store, trait, lines, linePersons(lines));
}

async function byCustomerTrait(store: Store, trait: CustomerTrait) {
  const guests = await guestsGroup(store, linePersons(await store.lines()));
  return groupByCustomerTrait(store, trait, guests);
}

describe("groupByPurchaseTrait", () => {
  test("should count customers once, purchases and revenue with guests' lines", async () => {
    const found = await ask({ header, rows }, ({ store }) => byPurchaseTrait(store, "location"));
    expect(found?.groups).toMatchObject([
      { name: "Rome", customers: 2, guests: 1, purchases: 3, revenue: 90 },
      { name: "Oslo", customers: 1, guests: 0, purchases: 1, revenue: 20 },
    ]);
    expect(found?.missing).toMatchObject({ customers: 1, purchases: 1 });
  });

  test("should count a customer of two groups once in both together", async () => {
    const found = await ask({ header, rows }, async ({ store }) => {
      const locations = await byPurchaseTrait(store, "location");
      const ids = locations?.groups.map(({ id }) => id) ?? [];
      return [
        locations?.several?.customersIn(ids),
        locations?.several?.customersIn([]),
        locations?.several?.customersIn([...ids, 0]),
        locations?.several?.overlaps().map(({ ids: own }) => own.length),
      ];
    });
    expect(found).toEqual([2, 0, 2, [2, 2]]);
  });

  test("should be null for a field that the data do not have, or that is always empty", async () => {
    expect(await ask({ header, rows }, ({ store }) => byPurchaseTrait(store, "color"))).toBeNull();
    const empty = snapshot(["Amount", "Color"], [[1, ""]]);
    expect(await ask(empty, ({ store }) => byPurchaseTrait(store, "color"))).toBeNull();
  });
});

describe("groupByCustomerTrait", () => {
  test("should give all purchases of a customer to the customer's value, and count guests apart", async () => {
    const found = await ask({ header, rows }, ({ store }) => byCustomerTrait(store, "gender"));
    expect(found).toMatchObject({
      groups: [{ name: "Female", customers: 1, purchases: 2, revenue: 30 }],
      missing: { name: "", customers: 1, purchases: 2, revenue: 70 },
      guests: { customers: 0, guests: 1, purchases: 1, revenue: 50 },
    });
  });

  test("should be null for a field that the data do not have", async () => {
    expect(await ask({ header, rows }, ({ store }) => byCustomerTrait(store, "subscription"))).toBeNull();
  });
});
