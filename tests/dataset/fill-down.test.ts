import { describe, expect, test } from "vitest";
import { ask, datasetOf } from "../support/dataset.ts";

async function numbersOf(text: string) {
  const dataset = await datasetOf(text, { onBadRows: { failFrom: 1 } });
  const [sums] = await ask(
    dataset,
    "SELECT COUNT(*) AS lines, COUNT(DISTINCT order_id) AS orders, COUNT(DISTINCT customer_id) AS customers FROM transactions",
  );
  await dataset.store.close();
  return { ...sums, dropped: dataset.account.dropped };
}

describe("lines without an order", () => {
  const head = "Order No,Customer,Order Date,Item,Qty,Price\n";

  test("should be of the order above where nothing of an order stands in them", async () => {
    const text = `${head}1,a,2025-01-05,Cup,1,5\n,,,Pan,2,9\n2,b,2025-01-06,Cup,1,5\n,,,Pan,1,9\n,,,Bowl,1,3\n`;
    expect(await numbersOf(text)).toEqual({ lines: 5, orders: 2, customers: 2, dropped: 0 });
  });

  test("should be left out where one of them says whose it is", async () => {
    const text = `${head}1,a,2025-01-05,Cup,1,5\n,c,2025-01-05,Pan,2,9\n2,b,2025-01-06,Cup,1,5\n,,,Pan,1,9\n`;
    expect(await numbersOf(text)).toMatchObject({ lines: 2, dropped: 2 });
  });
});
