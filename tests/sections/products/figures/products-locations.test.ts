import { describe, expect, test } from "vitest";
import {
  topLocationsByCustomers,
  topLocationsByRevenue,
} from "../../../../src/sections/locations/figures/locations.ts";
import {
  topProductsByPurchases,
  topProductsByRevenue,
  variants,
} from "../../../../src/sections/products/figures/products.ts";
import { sourceOf } from "../../../charts/source.ts";

const shop = sourceOf(
  ["Item Purchased", "Location", "Color", "Size", "Amount"],
  Array.from({ length: 120 }, (_, row) => [
    `Item ${row % 12}`,
    `Place ${row % 12}`,
    `Color ${row % 3}`,
    ["XL", "S", "M"][row % 3] ?? "",
    (row % 12) + 1,
  ]),
);

describe("top lists", () => {
  test("should show ten and say of how many, equals in alphabetical order", async () => {
    const source = await shop;
    for (const figure of [topProductsByPurchases, topLocationsByCustomers]) {
      const spec = figure(source);
      expect(spec?.labels).toHaveLength(10);
      expect(spec?.labels).toEqual([...(spec?.labels ?? [])].sort());
      expect(spec?.caption).toMatch(/^The first 10 of 12\. /);
    }
  });

  test("should rank by revenue from the largest", async () => {
    const source = await shop;
    for (const figure of [topProductsByRevenue, topLocationsByRevenue])
      expect(figure(source)?.series[0]?.values.slice(0, 2)).toEqual([120, 110]);
  });
});

test("variants should put sizes into their own order", async () => {
  const [colors, sizes] = variants(await shop);
  expect(colors?.labels).toHaveLength(3);
  expect(sizes?.labels).toEqual(["S", "M", "XL"]);
});
