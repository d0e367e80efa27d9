import { expect, test } from "vitest";
import { reportOf } from "../../questions/open-rows.ts";

test("namedNotGoods should name no product that few bought, a guest taken for one person", async () => {
  const line = (customer: string, product: string) => [customer, product, 5];
  const rows = [
    ...Array.from({ length: 20 }, (_, index) => line(`c${index}`, "Cup")),
    ...Array.from({ length: 6 }, (_, index) => line(`c${index}`, "Postage")),
    ...Array.from({ length: 6 }, () => line("", "Delivery fee")),
    line("c1", "Discount for Jane"),
    line("", "Discount for Joan"),
  ];
  const { dataset } = await reportOf({ header: ["Customer ID", "Product", "Amount"], rows });
  expect(dataset.likelyNotGoods.map(({ name, purchases }) => [name, purchases])).toEqual([
    ["Delivery fee", 6],
    ["Postage", 6],
  ]);
  expect(dataset.likelyNotGoodsWithheld).toBe(2);
});
