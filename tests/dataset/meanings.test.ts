import { describe, expect, test } from "vitest";
import { ask, datasetOf, findingOf } from "../support/dataset.ts";

const revenue = "SELECT ROUND(SUM(amount), 6) AS value FROM transactions";

async function revenueOf(text: string | readonly string[]): Promise<unknown> {
  const dataset = await datasetOf(text, { onBadRows: { failFrom: 1 } });
  const [row] = await ask(dataset, revenue);
  await dataset.store.close();
  return row?.["value"];
}

describe("money", () => {
  test("should spread an order's discount over its lines, and take it off once wherever it stands", async () => {
    const head = "Order ID,Customer,Quantity,Unit Price,Order Discount\n";
    expect(await revenueOf(`${head}1,c1,1,30,8\n1,c1,1,10,\n2,c2,1,10,0\n`)).toBe(42);
    expect(await revenueOf(`${head}1,c1,1,30,8\n1,c1,1,10,8\n2,c2,1,10,0\n`)).toBe(42);
  });

  test("should take an amount that repeats the order's total on each line for no line's", async () => {
    const rows = Array.from({ length: 6 }, (_, order) => [
      `${order},c,A,1,10,${30 + order},`,
      `${order},c,B,2,${10 + order / 2},${30 + order},`,
    ]);
    const text = `Order,Customer,Product,Quantity,Unit Price,Total Amount,\n${rows.flat().join("\n")}\n`;
    expect(await revenueOf(text)).toBe(6 * 30 + 15);
  });

  test("should take shipping and taxes for no revenue", async () => {
    expect(
      await revenueOf("Order,Customer,Order Total,Shipping Total,Tax Total\n1,c1,27,5,2\n2,c2,20,,\n"),
    ).toBe(40);
  });

  test("should leave a rate beside a reduced amount alone, and take it off a price", async () => {
    expect(await revenueOf("Order,Customer,Sales,Discount\n1,c1,80,0.2\n2,c2,50,0\n")).toBe(130);
    expect(await revenueOf("Order,Customer,Quantity,Unit Price,Discount\n1,c1,2,50,0.2\n2,c2,1,50,0\n")).toBe(
      130,
    );
  });

  test("should value a part paid back apart, and an order paid back whole as returned", async () => {
    const dataset = await datasetOf(
      "Order,Customer,Amount,Refunded Amount\n1,c1,50,20\n2,c2,30,30\n3,c3,10,0\n",
    );
    expect(dataset.account).toMatchObject({ purchases: 2, returns: 1, returnsValue: -50 });
    expect(await ask(dataset, revenue)).toEqual([{ value: 60 }]);
  });
});

describe("reversals", () => {
  const text =
    "Order,Customer,Date,SKU,Quantity,Unit Price\n1,c1,2024-01-05 10:00,A,80,2\n2,c2,2024-01-05 10:00,A,1,2\n" +
    "3,c1,2024-01-05 10:16,A,-80,2\n4,c2,2024-01-07 10:00,A,-1,2\n";

  test("should take a purchase that was undone within a day out of both", async () => {
    const { account } = await datasetOf(text);
    expect(account).toMatchObject({ purchases: 1, returns: 1, reversed: 2, returnsValue: -2 });
  });

  test("should count both where report.yaml says keep", async () => {
    const { account } = await datasetOf(text, { reversals: "keep" });
    expect(account).toMatchObject({ purchases: 2, returns: 2, reversed: 0, returnsValue: -162 });
  });
});

describe("customers", () => {
  test("should be known by id, else by e-mail, and guests be nobody", async () => {
    const dataset = await datasetOf(
      "Order,Customer ID,Email,Amount\n1,7,a@example.com,1\n2,0,A@example.com,1\n3,guest,b@example.com,1\n4,,,1\n5,7.0,,1\n",
    );
    expect(await ask(dataset, "SELECT COUNT(*) AS n FROM customers")).toEqual([{ n: 2 }]);
    expect(dataset.account.guestPurchases).toBe(1);
  });
});

describe("several files", () => {
  test("should be joined by the keys that they share", async () => {
    const dataset = await datasetOf([
      "order_id,customer_id,order_date,city\n1,a,2024-01-05,Linz\n2,b,2024-01-06,Wels\n",
      "order_id,product_id,quantity,unit_price\n1,P1,2,5\n1,P2,1,4\n2,P1,1,5\n",
      "product_id,name,category\nP1,Cup,Kitchen\nP2,Pan,Kitchen\n",
    ]);
    expect(dataset.account).toMatchObject({ read: 3, purchases: 3 });
    expect(
      await ask(
        dataset,
        "SELECT name, SUM(amount) AS value FROM transactions JOIN products USING (product_id) GROUP BY name ORDER BY name",
      ),
    ).toEqual([
      { name: "Cup", value: 15 },
      { name: "Pan", value: 4 },
    ]);
    expect(await ask(dataset, "SELECT COUNT(*) AS n FROM customers")).toEqual([{ n: 2 }]);
  });

  test("should count order lines once that two of them hold, and warn of it", async () => {
    const dataset = await datasetOf([
      "Order,Customer,Amount\n1,c1,5\n2,c2,6\n",
      "Order,Customer,Amount\n2,c2,6\n3,c3,7\n",
    ]);
    expect(dataset.account).toMatchObject({ purchases: 3, dropped: 1 });
    expect(findingOf(dataset, "overlap")).toMatchObject({ severity: "warning", count: 1 });
  });
});
