import { describe, expect, test } from "vitest";
import { likelyNotGoods } from "../../src/questions/not-goods.ts";
import type { ProductCounts } from "../../src/questions/products.ts";

describe("likelyNotGoods", () => {
  let id = 0;
  const product = (name: string, code: string | null = null, revenue = 1): ProductCounts => {
    id += 1;
    return { id, name, code, customers: 9, purchases: 9, revenue };
  };
  const names = (all: readonly ProductCounts[]) => likelyNotGoods(all).map(({ name }) => name);

  test("should find postage, fees and corrections by name, largest revenue first", () => {
    const all = [
      product("Postage", null, 5),
      product("Cup"),
      product("Bank Charges", null, 9),
      product("Manual", null, 9),
    ];
    expect(names(all)).toEqual(["Bank Charges", "Manual", "Postage"]);
  });

  test("should leave posters and the like alone", () => {
    expect(names([product("Vintage poster"), product("Postcard set"), product("Coffee cup")])).toEqual([]);
  });

  test("should take a word of fees for goods where the name says more, as of no odd code", () => {
    const goods = [
      "Gift card holder",
      "Delivery van",
      "Tip jar",
      "Sample box of teas",
      "Manual coffee grinder",
    ];
    expect(names(goods.map((name) => product(name)))).toEqual([]);
    expect(
      names(["Gift card", "Delivery fee EUR 5", "Test order 2"].map((name) => product(name))),
    ).toHaveLength(3);
  });

  test("should judge odd codes by their names: BOYS PARTY BAG is one of the goods", () => {
    const goods = Array.from({ length: 60 }, (_, index) => product(`Cup ${index}`, String(20_000 + index)));
    const all = [
      ...goods,
      product("DOTCOM POSTAGE", "DOT"),
      product("BOYS PARTY BAG", "DCGSSBOY"),
      product("Gift card holder", "21108"),
    ];
    expect(names(all)).toEqual(["DOTCOM POSTAGE"]);
  });

  test("should find none that report.yaml confirms, by code or name", () => {
    const all = [product("Postage", "POST", 5), product("Bank charges", null, 9), product("Samples", "S")];
    expect(likelyNotGoods(all, ["post", "bank charges"]).map(({ name }) => name)).toEqual(["Samples"]);
  });
});
