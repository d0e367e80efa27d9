import { expect, test } from "vitest";
import { buildReport } from "../../src/edition/build-report.ts";
import { configOf, datasetOf } from "../support/dataset.ts";

test("should publish no revenue of groups where the data hold no money", async () => {
  const rows = Array.from(
    { length: 60 },
    (_, row) => `${row},c${row % 20},2025-01-${10 + (row % 15)},${["Cup", "Pan"][row % 2]}`,
  );
  const dataset = await datasetOf(`Order,Customer,Date,Product\n${rows.join("\n")}\n`);
  const { breakdowns } = await buildReport(dataset, configOf());
  await dataset.store.close();
  const groups = breakdowns.product?.groups ?? [];
  expect(groups.length).toBe(2);
  for (const group of groups)
    expect(group).toMatchObject({ purchases: 30, revenue: null, revenueShare: null, averagePurchase: null });
});
