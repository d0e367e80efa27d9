import { describe, expect, test } from "vitest";
import { ask, datasetOf } from "../../support/dataset.ts";

// That the tables hold what their SQL gives is a matter of conformance: see ../conformance.ts.

describe("an order number that several customers share", () => {
  test("should be an order of each", async () => {
    const dataset = await datasetOf("Order ID,Customer ID,Amount\n1,ann,5\n1,ben,7\n1,ann,1\n");
    expect(await ask(dataset, "SELECT purchases, revenue FROM orders ORDER BY revenue")).toEqual([
      { purchases: 2, revenue: 6 },
      { purchases: 1, revenue: 7 },
    ]);
  });
});

describe("a trait of several columns", () => {
  test("should take the country where the location is empty", async () => {
    const dataset = await datasetOf("Customer ID,Amount,State,Country\n1,5,,Norway\n2,5,Oslo,Norway\n");
    expect(
      await ask(dataset, "SELECT value FROM traits WHERE field = 'location' ORDER BY value"),
    ).toContainEqual({
      value: "Norway",
    });
    expect(
      await ask(dataset, "SELECT COUNT(*) AS n FROM transactions WHERE location_id IS NOT NULL"),
    ).toEqual([{ n: 2 }]);
  });

  test("should not say of a file without a column of codes that no code was used", async () => {
    const dataset = await datasetOf([
      "Customer ID,Amount,Discount code\n1,5,XMAS\n2,5,\n",
      "Customer ID,Amount\n3,5\n",
    ]);
    expect(await ask(dataset, "SELECT COUNT(*) AS n FROM transactions WHERE promo_code_id IS NULL")).toEqual([
      { n: 1 },
    ]);
  });
});
