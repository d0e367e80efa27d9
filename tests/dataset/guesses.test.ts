import { describe, expect, test } from "vitest";
import { datasetOf, findingOf } from "../support/dataset.ts";

// What is guessed and moves money by over one part in a hundred stands on the Overview.
describe("guesses", () => {
  const rows = (cells: (row: number) => string) =>
    Array.from({ length: 8 }, (_, row) => cells(row)).join("\n");

  test("should be warned of where a column of pieces was not understood", async () => {
    const dataset = await datasetOf(
      `Order,Customer,Product,Kpl,Price\n${rows((row) => `${row},c${row},P,${1 + (row % 3)},5`)}\n`,
    );
    expect(findingOf(dataset, "missing-orders.csv")).toMatchObject({
      severity: "warning",
      message: expect.stringContaining("each line counts as one piece"),
    });
    expect(dataset.guessed).toEqual({ quantity: "Kpl" });
  });

  test("should not be made of the quantity where there is an amount, or no number of pieces", async () => {
    for (const head of ["Order,Customer,Product,Kpl,Amount", "Order,Customer,Product,Plz,Price"]) {
      const dataset = await datasetOf(
        `${head}\n${rows((row) => `${row},c${row},P,${head.includes("Plz") ? 10_115 + row : 1},5`)}\n`,
      );
      expect(dataset.guessed["quantity"]).toBeUndefined();
    }
  });

  test.each([
    ["100", "warning"],
    ["10.001", "note"],
  ])("should be told of two prices by what they differ: %s is a %s", async (other, severity) => {
    const dataset = await datasetOf(
      `Order,Customer,Item Price,Selling Price\n${rows((row) => `${row},c${row},10,${other}`)}\n`,
    );
    expect(findingOf(dataset, "passed-over-price-Selling Price")?.severity).toBe(severity);
  });

  test("should not be made where words tell taxes from goods", async () => {
    const dataset = await datasetOf(
      `Order,Customer,Item Subtotal,Item Total\n${rows((row) => `${row},c${row},10,12`)}\n`,
    );
    expect(findingOf(dataset, "passed-over-amount-Item Total")?.severity).toBe("note");
  });

  test("should be warned of where words of statuses stand in a column that was not understood", async () => {
    const file = `Order,Customer,Kulku,Price\n${rows((row) => `${row},c${row},${row === 7 ? "Cancelled" : "Shipped"},5`)}\n`;
    const dataset = await datasetOf(file);
    expect(findingOf(dataset, "missing-orders.csv")).toMatchObject({
      severity: "warning",
      message: expect.stringContaining("what was cancelled or returned counts as sold"),
    });
    expect(dataset.guessed).toEqual({ status: "Kulku" });
  });

  test("should not be made of words that say nothing of cancelling", async () => {
    const file = `Order,Customer,Kulku,Price\n${rows((row) => `${row},c${row},${row === 7 ? "New" : "Shipped"},5`)}\n`;
    expect((await datasetOf(file)).guessed).toEqual({});
  });

  test("should be warned of where one of several files makes it worth a warning", async () => {
    const head = "Order,Customer,Item Price,Selling Price";
    const file = (other: string) => `${head}\n${rows((row) => `${other}${row},c${row},10,${other}`)}\n`;
    const dataset = await datasetOf([file("10.001"), file("100")]);
    expect(findingOf(dataset, "passed-over-price-Selling Price")?.severity).toBe("warning");
  });
});
