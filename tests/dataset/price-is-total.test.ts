import { describe, expect, test } from "vitest";
import { datasetOf, findingOf } from "../support/dataset.ts";

/** A shop of some products whose price column is filled by the row and its quantity. */
async function isTakenForTotal(price: (row: number, quantity: number) => number) {
  const rows = Array.from({ length: 1200 }, (_, row) => {
    const quantity = 1 + ((row * row + 7 * row) % 3);
    return `${row},c${row % 20},Mug ${row % 80},${quantity},${price(row, quantity).toFixed(2)}`;
  });
  const dataset = await datasetOf(`Order,Customer,Product,Quantity,Price\n${rows.join("\n")}\n`);
  const told = findingOf(dataset, "price-is-total") !== undefined;
  await dataset.store.close();
  return told;
}

describe("a price that may be a line's total", () => {
  test("should be told by growing with the quantity", async () => {
    expect(await isTakenForTotal((_, quantity) => 12.5 * quantity)).toBe(true);
  });

  test("should not be told by prices that change all the time, some of them in proportion by chance", async () => {
    expect(await isTakenForTotal((row) => 1000 + 3.7 * row)).toBe(false);
    expect(await isTakenForTotal((row) => 10 + ((row * 13) % 29))).toBe(false);
  });
});
