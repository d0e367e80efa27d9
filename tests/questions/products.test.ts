import { describe, expect, test } from "vitest";
import { linePersons } from "../../src/questions/persons.ts";
import { groupByProduct, products } from "../../src/questions/products.ts";
import { ask, snapshot } from "./open-rows.ts";

describe("products", () => {
  test("should know a product by its code, whatever its name, and show the commonest name", async () => {
    const header = ["Customer ID", "Stock Code", "Description", "Amount"];
    const rows = [
      ["a", "A1", "Cup", 1],
      ["b", "a1 ", "Cup", 2],
      ["b", "A1", "Mug", 3],
      ["c", "B2", "Pot", 4],
      ["", "B2", "Pot", 5],
    ];
    const found = await ask({ header, rows }, ({ store }) => products(store));
    expect(
      found.map(({ name, customers, purchases, revenue }) => [name, customers, purchases, revenue]).sort(),
    ).toEqual([
      ["Cup", 2, 3, 6],
      ["Pot", 1, 2, 9],
    ]);
  });

  test("should tell products of one name apart by their codes", async () => {
    const header = ["Customer ID", "SKU", "Product", "Amount"];
    const rows = [
      ["a", "1", "Cup", 1],
      ["a", "2", "Cup", 2],
    ];
    const found = await ask({ header, rows }, ({ store }) => products(store));
    expect(found.map(({ name }) => name).sort()).toEqual(["Cup (1)", "Cup (2)"]);
  });

  test("should have none without a column of products", async () => {
    expect(await ask(snapshot(["Amount"], [[1]]), ({ store }) => products(store))).toEqual([]);
  });
});

describe("groupByProduct", () => {
  test("should count purchases that name no product apart, and customers of several products once", async () => {
    const header = ["Customer ID", "Product", "Amount"];
    const rows = [
      ["a", "Cup", 1],
      ["a", "Pot", 2],
      ["b", "Pot", 3],
      ["b", "", 4],
      ["c", "", 5],
      ["c", "", 5],
    ];
    const found = await ask({ header, rows }, async ({ store }) => {
      const lines = await store.lines();
      const groups = await groupByProduct(store, await products(store), lines, linePersons(lines));
      const ids = groups?.groups.map(({ id: each }) => each) ?? [];
      return { missing: groups?.missing, customers: groups?.several?.customersIn(ids) };
    });
    expect(found).toMatchObject({ missing: { customers: 2, purchases: 3 }, customers: 2 });
  });
});
