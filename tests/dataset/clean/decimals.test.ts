import { describe, expect, test } from "vitest";
import { ask, datasetOf, findingOf } from "../../support/dataset.ts";

const sums = async (text: string, locale = "en-US") => {
  const dataset = await datasetOf(text, { locale });
  const [sum] = await ask(
    dataset,
    "SELECT SUM(quantity) AS quantity, SUM(amount) AS amount, SUM(rating) AS rating FROM transactions",
  );
  return { dataset, sum };
};

describe("decimalReader", () => {
  test.each(["1.250", '"1,250"'])(
    "should read %s as a thousand in a column of whole numbers",
    async (quantity) => {
      for (const locale of ["en-US", "de-DE"]) {
        const read = await sums(`Customer,Quantity,Amount\nc1,${quantity},5\n`, locale);
        expect(read.sum?.["quantity"]).toBe(1250);
        expect(findingOf(read.dataset, "quantity-number-format")?.count).toBe(1);
      }
    },
  );

  test.each(["4.125", '"4,125"'])("should read %s as a decimal in a column of ratings", async (rating) => {
    expect((await sums(`Customer,Rating,Amount\nc1,${rating},5\n`)).sum?.["rating"]).toBe(4.125);
  });

  test("should read money that proves nothing by the locale, and say so", async () => {
    const text = "Customer,Amount\nc1,1.250\nc1,2.500\n";
    const german = await sums(text, "de-DE");
    expect(german.sum?.["amount"]).toBe(3750);
    expect(findingOf(german.dataset, "amount-number-order")?.message).toMatch(/comma was read.*locale de-DE/);
    const english = await sums(text, "en-US");
    expect(english.sum?.["amount"]).toBe(3.75);
    expect(findingOf(english.dataset, "amount-number-order")?.message).toMatch(
      /point was read.*locale en-US/,
    );
  });

  test("should read money that proves nothing as another money column does", async () => {
    const read = await sums('Customer,Price,Amount\nc1,"1,5",1.250\nc1,"2,75",2.500\n');
    expect(read.sum?.["amount"]).toBe(3750);
    expect(findingOf(read.dataset, "amount-number-order")?.message).toContain('as in "Price"');
  });

  test("should say nothing of money whose column proves its decimals", async () => {
    const read = await sums('Customer,Amount\nc1,1.250\nc1,"2,50"\n');
    expect(read.sum?.["amount"]).toBe(1252.5);
    expect(findingOf(read.dataset, "amount-number-order")).toBeUndefined();
  });
});

// Issue 13, Numbers: "what prices prove holds for the quantities".
describe("decimals of quantities", () => {
  test("should read 1.000 as one where the prices have decimal points", async () => {
    const read = await sums("Customer,Quantity,Price\nc1,1.000,12.50\nc1,2.000,3.25\n");
    expect(read.sum).toMatchObject({ quantity: 3, amount: 19 });
    const comma = await sums('Customer,Quantity,Price\nc1,"1,000","12,50"\nc1,"2,000","3,25"\n');
    expect(comma.sum).toMatchObject({ quantity: 3, amount: 19 });
  });

  test("should keep thousands as such where the prices have the other mark", async () => {
    const read = await sums('Customer,Quantity,Price\nc1,"1,000",0.50\nc1,2,3.25\n');
    expect(read.sum).toMatchObject({ quantity: 1002, amount: 506.5 });
  });
});

describe("decimals of several files", () => {
  test("should read each file by its own marks", async () => {
    const dataset = await datasetOf([
      'Customer,Amount\nc1,"1.250"\nc1,"2,75"\n',
      'Customer,Amount\nc1,1.250\nc1,2.75\nc2,"1,000"\n',
    ]);
    const amounts = await ask(dataset, "SELECT amount FROM transactions ORDER BY transaction_id");
    expect(amounts.map(({ amount }) => amount)).toEqual([1250, 2.75, 1.25, 2.75, 1000]);
    expect(findingOf(dataset, "amount-number-order")).toBeUndefined();
  });

  test("should read a file that proves nothing as the others are read", async () => {
    const dataset = await datasetOf(['Customer,Amount\nc1,"2,75"\n', "Customer,Amount\nc1,1.250\n"]);
    expect(await ask(dataset, "SELECT SUM(amount) AS sum FROM transactions")).toEqual([{ sum: 1252.75 }]);
    expect(findingOf(dataset, "amount-number-order")?.message).toContain("in orders-2.csv");
  });
});
