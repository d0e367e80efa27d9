import { expect, test } from "vitest";
import { ask, datasetOf } from "../support/dataset.ts";

const head = "Customer,Transaction date,Num,Product/Service full name,Quantity,Sales price,Amount\n";

// As accounting programs write "Sales by Customer Detail": invented rows.
test("lines should have the customer who stands above them, and their totals should be none", async () => {
  const dataset = await datasetOf(
    `${head}Ann Ash,,,,,,\n,01/13/2025,1,Cup,2,5.00,10.00\n,01/14/2025,2,Pan,1,20.00,20.00\nTotal for Ann Ash,,,,,,30.00\nBen Birch,,,,,,\n,01/15/2025,3,Cup,1,5.00,5.00\nTotal for Ben Birch,,,,,,5.00\nTOTAL,,,,,,35.00\n`,
  );
  const rows = await ask(
    dataset,
    "SELECT COUNT(*) AS lines, COUNT(DISTINCT customer_id) AS customers, SUM(amount) AS revenue FROM transactions",
  );
  await dataset.store.close();
  expect(rows).toEqual([{ lines: 3, customers: 2, revenue: 35 }]);
});

test("a file should keep its empty cells where a name alone is no heading", async () => {
  const dataset = await datasetOf(
    `${head}Ann Ash,01/13/2025,1,Cup,2,5.00,10.00\n,01/14/2025,2,Pan,1,20.00,20.00\nBen Birch,01/15/2025,3,Cup,1,5.00,5.00\n`,
  );
  expect(dataset.account.guestPurchases).toBe(1);
  await dataset.store.close();
});
