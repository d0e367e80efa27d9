import { describe, expect, test } from "vitest";
import { ask, datasetOf, findingOf } from "../../support/dataset.ts";

async function sumsOf(text: string) {
  const dataset = await datasetOf(text, { onBadRows: { failFrom: 1 } });
  const [sums] = await ask(
    dataset,
    "SELECT COUNT(*) AS lines, ROUND(SUM(amount), 4) AS revenue, ROUND(SUM(discount_amount), 4) AS discounts FROM transactions",
  );
  await dataset.store.close();
  return { dataset, revenue: sums?.["revenue"], discounts: sums?.["discounts"], lines: sums?.["lines"] };
}

const revenueOf = async (text: string) => (await sumsOf(text)).revenue;

// Revenue is after discounts, without shipping and taxes: docs/data.md.
describe("an amount that holds more than the goods", () => {
  test("should be that without the taxes which quantity × price shows in it", async () => {
    const head = "Order,Customer,Item,Quantity,Unit Price,Tax,Item Total\n";
    expect(await revenueOf(`${head}1,c1,Cup,2,10,1.60,21.60\n1,c1,Pan,1,30,2.40,32.40\n`)).toBe(50);
  });

  test("should be the subtotal where taxes and shipping make it the amount", async () => {
    const head = "Order,Customer,Subtotal,Shipping,Tax,Total Amount\n";
    expect(await revenueOf(`${head}1,c1,20,5,2,27\n2,c2,30,0,3,33\n`)).toBe(50);
  });

  test("should be what was paid less the taxes and the shipping beside it", async () => {
    const head = "Order ID,Customer,Payments Total,Order Total,Tax Amount,Shipping\n";
    expect(await revenueOf(`${head}1,c1,27,27,2,5\n2,c2,33,33,3,0\n`)).toBe(50);
  });
});

describe("what was paid out", () => {
  test("should be the price before a fee that it lacks", async () => {
    const head = "Purchase ID,Buyer Email,Item Name,Item Price,Quantity,Fees,Net Total\n";
    expect(await revenueOf(`${head}1,a@example.com,Cup,10,2,1,19\n2,b@example.com,Pan,30,1,2,28\n`)).toBe(50);
  });
});

describe("a price that grows with the quantity", () => {
  test("should be the line's where a list has categories but no products", async () => {
    const rows = Array.from(
      { length: 30 },
      (_, row) => `${row},c${row},Shoes,${1 + (row % 5)},${(1 + (row % 5)) * 300}`,
    );
    const { dataset, revenue } = await sumsOf(
      `invoice_no,customer_id,category,quantity,price\n${rows.join("\n")}\n`,
    );
    expect(revenue).toBe(27_000);
    expect(findingOf(dataset, "price-is-total")?.severity).toBe("warning");
  });
});

describe("discounts", () => {
  test.each([
    ["a sign of per cent", "Discount", "10%"],
    ["a header in per cent", "Discount (%)", "10"],
    ["a header with the word", "Rabatt in Prozent", "10"],
    ["a rate", "Discount Rate", "0.1"],
  ])("should be a part of the price by %s", async (_, header, cell) => {
    const text = `Order,Customer,Quantity,Unit Price,${header}\n1,c1,2,50,${cell}\n2,c2,1,100,0\n`;
    expect(await revenueOf(text)).toBe(190);
  });

  test("should be per cent where what the lines came to proves it", async () => {
    const head = "Order,Customer,Product,Quantity,Unit Price,Discount,Total\n";
    const found = await sumsOf(`${head}1,c1,A,2,50,10,90\n2,c2,A,1,50,20,40\n3,c3,A,1,50,0,50\n`);
    expect(found).toMatchObject({ revenue: 180, discounts: 20 });
    expect(findingOf(found.dataset, "discount-unit")).toBeUndefined();
  });

  test("should be told on the Overview where whole numbers may be money or per cent", async () => {
    const head = "Order,Customer,Quantity,Unit Price,Discount\n";
    const { dataset } = await sumsOf(`${head}1,c1,2,50,10\n2,c2,1,300,20\n`);
    expect(findingOf(dataset, "discount-unit")?.severity).toBe("warning");
  });

  test("should be told as a note where both come to nearly the same", async () => {
    const head = "Order,Customer,Quantity,Unit Price,Discount\n";
    const { dataset } = await sumsOf(`${head}1,c1,1,100,10\n2,c2,1,101,20\n`);
    expect(findingOf(dataset, "discount-unit")?.severity).toBe("note");
  });

  test("should be taken off once where the order's hold those of its lines", async () => {
    const head =
      "Name,Email,Subtotal,Total,Discount Amount,Lineitem quantity,Lineitem name,Lineitem price,Lineitem discount\n";
    const lines =
      "#1,a@example.com,54,54,6,1,Cup,20,2\n#1,,,,,1,Pan,40,4\n#2,b@example.com,10,10,0,1,Cup,10,0\n";
    expect(await revenueOf(head + lines)).toBe(64);
    const beside =
      "#1,a@example.com,48,48,6,1,Cup,20,2\n#1,,,,,1,Pan,40,4\n#2,b@example.com,10,10,0,1,Cup,10,0\n";
    expect(await revenueOf(head + beside)).toBe(58);
  });

  test("should be told on the Overview where the same on each line is guessed to be the order's", async () => {
    const rows = Array.from({ length: 6 }, (_, order) => [
      `${order},c${order},A,1,50,${5 + order}`,
      `${order},c${order},B,1,50,${5 + order}`,
    ]).flat();
    const { dataset, revenue } = await sumsOf(
      `Order,Customer,Product,Quantity,Unit Price,Discount Value\n${rows.join("\n")}\n`,
    );
    expect(revenue).toBe(600 - 45);
    expect(findingOf(dataset, "discount-repeated")?.severity).toBe("warning");
  });
});

describe("rows that tell an order once more", () => {
  const lines = [
    "1,c1,,3,40",
    "1,c1,Cup,2,10",
    "1,c1,Pan,1,20",
    "2,c2,Cup,1,10",
    "3,c1,,2,20",
    "3,c1,Cup,2,10",
  ];
  const head = "Order,Customer,Product,Quantity,Price\n";

  test("should be left out where their amount is that of the order's lines", async () => {
    const found = await sumsOf(`${head}${lines.join("\n")}\n`);
    expect(found).toMatchObject({ lines: 4, revenue: 70 });
    expect(findingOf(found.dataset, "dropped-total")?.count).toBe(2);
  });

  test("should stay where one order alone has two lines of one amount", async () => {
    const found = await sumsOf(`${head}1,c1,,1,10\n1,c1,Cup,1,10\n2,c2,Cup,1,10\n3,c1,Pan,2,20\n`);
    expect(found).toMatchObject({ lines: 4, revenue: 70 });
  });

  test("should be left out where several orders of one line have it, each of another amount", async () => {
    const orders = [10, 20, 30].map((price) => `${price},c1,,1,${price}\n${price},c1,Cup,1,${price}\n`);
    expect(await sumsOf(head + orders.join(""))).toMatchObject({ lines: 3, revenue: 60 });
  });

  test("should stay where it is not: a line without a name is a purchase", async () => {
    const found = await sumsOf(`${head}1,c1,,1,7\n1,c1,Cup,2,10\n1,c1,Pan,1,20\n3,c1,,2,9\n3,c1,Cup,1,10\n`);
    expect(found).toMatchObject({ lines: 5, revenue: 75 });
  });
});
