import { expect, test } from "vitest";
import { buildReport } from "../../../src/edition/build-report.ts";
import { customerDefinitions } from "../../../src/sections/customers/words/definitions.ts";
import { ask, configOf, datasetOf } from "../../support/dataset.ts";

test.each([
  ["ranges", (row: number) => ["18-25", "26-35"][row % 2], ["18-25", "26-35"]],
  ["years", (row: number) => 20 + (row % 2), [20, 21]],
])("should show for ages in %s the query that was run", async (_, age, expected) => {
  const rows = Array.from({ length: 40 }, (_each, row) => `${row},c${row},5,${age(row)}`);
  const dataset = await datasetOf(`Order,Customer,Amount,Age\n${rows.join("\n")}\n`);
  const report = await buildReport(dataset, configOf());
  const shown = customerDefinitions.filter(({ id, isIn }) => id === "customers-by-age" && isIn(report));
  expect(shown.length).toBe(1);
  const groups = await ask(dataset, shown[0]?.query ?? "");
  expect(groups.map((row) => row["age"] ?? row["name"] ?? row["value"])).toEqual(expected);
  await dataset.store.close();
});
