import { describe, expect, test } from "vitest";
import { datasetOf, findingOf } from "../support/dataset.ts";

/** A shop of one product whose price column is filled by the row and its quantity. */
async function isTakenForTotal(price: (row: number, quantity: number) => number) {
  const rows = Array.from({ length: 300 }, (_, row) => {
    const quantity = 1 + ((row * 7) % 3);
    return `${row},c${row % 20},Mug,${quantity},${price(row, quantity).toFixed(2)}`;
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
    expect(await isTakenForTotal((row) => 1000 + 37 * row)).toBe(false);
    expect(await isTakenForTotal((row) => 10 + ((row * 13) % 29))).toBe(false);
  });
});
