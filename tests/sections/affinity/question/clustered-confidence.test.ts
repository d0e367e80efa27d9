import { expect, test } from "vitest";
import { clusteredConfidence } from "../../../../src/sections/affinity/question/clustered-confidence.ts";
import type { Item, ItemBaskets } from "../../../../src/sections/affinity/question/item-baskets.ts";
import { basketLists } from "../../../../src/statistics/itemsets/basket-lists.ts";
import { basketsOf } from "../../../../src/statistics/itemsets/baskets.ts";
import { clusteredShare } from "../../../../src/statistics/significance/clustered-ratio.ts";
import { wilson } from "../../../../src/statistics/significance/intervals.ts";

const [jeans, sneakers]: [Item, Item] = [
  { field: "product", name: "Jeans" },
  { field: "product", name: "Sneakers" },
];

/** Sixty orders with jeans, twenty of them with sneakers, by the owners of each. */
function orders(ownerOf: (order: number) => number): ItemBaskets {
  return {
    kind: "orders",
    items: [jeans, sneakers],
    baskets: basketsOf(Array.from({ length: 60 }, (_, order) => (order < 20 ? [0, 1] : [0]))),
    owners: Int32Array.from({ length: 60 }, (_, order) => ownerOf(order)),
    lastCustomer: 60,
    ofCustomer: new Uint8Array(2),
    purchases: null,
  };
}

const confidenceOf = (source: ItemBaskets) => clusteredConfidence(source, basketLists(source.baskets));

test("should be the share of baskets, with Wilson's interval where each is a customer's own", () => {
  const ratio = confidenceOf(orders((order) => order + 1))([jeans], [sneakers]);
  expect([ratio.part, ratio.whole, ratio.clusters]).toEqual([20, 60, 60]);
  const interval = clusteredShare(ratio, ratio.whole);
  expect(interval?.low).toBeCloseTo(wilson(20, 60)?.low ?? 0, 2);
  expect(interval?.high).toBeCloseTo(wilson(20, 60)?.high ?? 0, 2);
});

test("should be no surer of customers of ten orders alike than of one order each", () => {
  // Two customers always add sneakers, four never: as much as six orders say.
  const ratio = confidenceOf(orders((order) => 1 + Math.floor(order / 10)))([jeans], [sneakers]);
  expect([ratio.part, ratio.whole, ratio.clusters]).toEqual([20, 60, 6]);
  const interval = clusteredShare(ratio, ratio.whole);
  expect(interval?.low).toBeCloseTo(wilson(2, 6)?.low ?? 0, 1);
  expect(interval?.high).toBeCloseTo(wilson(2, 6)?.high ?? 0, 1);
});

test("should be of the baskets with the other side, the other way round", () => {
  const ratio = confidenceOf(orders((order) => order + 1))([sneakers], [jeans]);
  expect([ratio.part, ratio.whole]).toEqual([20, 20]);
});
