import { describe, expect, test } from "vitest";
import { ask, datasetOf, findingOf } from "../../support/dataset.ts";

async function sumsOf(text: string | readonly string[]) {
  const dataset = await datasetOf(text, { onBadRows: { failFrom: 1 } });
  const [sums] = await ask(
    dataset,
    "SELECT COUNT(*) AS lines, ROUND(SUM(amount), 4) AS revenue, ROUND(SUM(discount_amount), 4) AS discounts FROM transactions",
  );
  await dataset.store.close();
  return { dataset, revenue: sums?.["revenue"], discounts: sums?.["discounts"], lines: sums?.["lines"] };
}

/** So many rows of one making. */
const rows = (count: number, cells: (row: number) => string) =>
  Array.from({ length: count }, (_, row) => `${cells(row)}\n`).join("");

// Each file's money is judged by its own headers and texts: what another file proves is that file's.
describe("files whose columns mean different things", () => {
  const percent = `Order,Customer,Quantity,Unit Price,Discount (%)\n1,c1,2,50,10\n2,c2,1,100,0\n`;
  const money = `Order,Customer,Quantity,Unit Price,Discount Amount\n3,c1,2,150,10.50\n4,c2,1,100,0\n`;

  test.each([
    ["per cent first", [percent, money]],
    ["money first", [money, percent]],
  ])("should each be read by its own header of discounts, %s", async (_, files) => {
    expect(await sumsOf(files)).toMatchObject({ revenue: 190 + 389.5, discounts: 20.5 });
  });

  test("should each be read by the signs in its own cells", async () => {
    const head = "Order,Customer,Quantity,Unit Price,Discount\n";
    const signed = `${head}1,c1,2,50,10%\n2,c2,1,100,0\n`;
    const plain = `${head}3,c1,2,150,10\n4,c2,1,100,0.5\n`;
    expect(await sumsOf([signed, plain])).toMatchObject({ revenue: 190 + 389.5, discounts: 20.5 });
  });

  test("should each say whether an amount is what was paid", async () => {
    const paid = "Order,Customer,Total Paid,Shipping\n1,c1,27,7\n2,c2,33,3\n";
    const goods = "Order,Customer,Amount,Shipping\n3,c1,20,7\n4,c2,30,3\n";
    expect(await sumsOf([paid, goods])).toMatchObject({ revenue: 100 });
    expect(await sumsOf([goods, paid])).toMatchObject({ revenue: 100 });
  });

  test("should each have its own guess said", async () => {
    const one = "Order,Customer,Quantity,Unit Price,Discount\n1,c1,2,50,10\n2,c2,1,300,20\n";
    const other = "Order,Customer,Quantity,Unit Price,Rabatt\n3,c1,2,50,10\n4,c2,1,300,20\n";
    const { dataset } = await sumsOf([one, other]);
    expect(findingOf(dataset, "discount-unit-orders.csv")?.message).toContain('"Discount"');
    expect(findingOf(dataset, "discount-unit-orders-2.csv")?.message).toContain('"Rabatt"');
  });
});

describe("what one row proves", () => {
  // Amounts are after a discount that no column tells, but for one row with a tax.
  test("should not stand for a column of other amounts", async () => {
    const head = "Order,Customer,Item,Quantity,Unit Price,Tax,Item Total\n";
    const text = `${head}${rows(20, (row) => `${row},c${row},Cup,2,10,0,15`)}20,c20,Cup,2,10,1.60,21.60\n`;
    expect(await sumsOf(text)).toMatchObject({ revenue: 20 * 15 + 21.6 });
  });

  // 95 of 100 rows are price × quantity + tax; the others were sold for less.
  test("should leave what was paid, less taxes, where price × quantity is something else", async () => {
    const head = "Order,Customer,Item,Quantity,Unit Price,Tax,Item Total\n";
    const text =
      head +
      rows(95, (row) => `${row},c${row},Cup,2,10,2,22`) +
      rows(5, (row) => `9${row},d${row},Cup,2,10,1,11`);
    expect(await sumsOf(text)).toMatchObject({ revenue: 95 * 20 + 5 * 10 });
  });

  test("should be the extras of the few rows that have some", async () => {
    const head = "Order,Customer,Item,Quantity,Unit Price,Shipping,Item Total\n";
    const text =
      head +
      rows(90, (row) => `${row},c${row},Cup,2,10,0,20`) +
      rows(10, (row) => `9${row},d${row},Cup,2,10,5,25`);
    expect(await sumsOf(text)).toMatchObject({ revenue: 2000 });
  });
});

describe("discounts of lines within those of orders", () => {
  // 10 % of 20 and of 40 are 6, which the order's discount of 12 holds beside 6 more.
  test("should be counted once where those of lines are per cent", async () => {
    const head =
      "Order Number,Customer,Order Total,Order Discount Amount,Quantity,Item Name,Unit Price,Line Discount %\n";
    const orders = rows(
      5,
      (order) => `${order},c${order},48,12,1,Cup,20,10\n${order},c${order},48,12,1,Pan,40,10`,
    );
    expect(await sumsOf(head + orders)).toMatchObject({ revenue: 5 * 48, discounts: 5 * 12 });
  });
});

describe("an order's amount on its rows", () => {
  const head = "Order,Customer,Product,Order Total,Order Discount\n";

  test("should be found on whichever row has it", async () => {
    const text =
      head + rows(5, (order) => `${order},c${order},Cup,0,0\n${order},c${order},Pan,${50 + order},5`);
    expect(await sumsOf(text)).toMatchObject({ revenue: 260, discounts: 25 });
  });

  test("should be each row's own where the rows of an order differ", async () => {
    const text =
      head +
      rows(5, (order) => `${order},c${order},Cup,20,0\n${order},c${order},Pan,${30 + order},0`) +
      "9,c9,Cup,20,0\n9,c9,Pan,20,0\n";
    expect(await sumsOf(text)).toMatchObject({ revenue: 5 * 20 + 160 + 40 });
  });
});
