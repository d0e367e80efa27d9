import { describe, expect, test } from "vitest";
import { ask, datasetOf, findingOf } from "../../support/dataset.ts";

async function agesOf(header: string, values: readonly string[], days = true) {
  const rows = values.map((value, row) => `c${row},${days ? "2025-06-15" : ""},5,${value}`);
  const dataset = await datasetOf(`Customer,Date,Amount,${header}\n${rows.join("\n")}\n`);
  const ages = await ask(dataset, "SELECT age FROM customers ORDER BY customer_id");
  await dataset.store.close();
  return { dataset, ages: ages.map(({ age }) => age) };
}

describe("ages", () => {
  test.each([
    ["Birth Year", ["1985", "2000.0", ""], [40, 25, null]],
    ["Year_Birth", ["1985", "2000", "1800"], [40, 25, null]],
    ["Age", ["1985", "2000", "1990"], [40, 25, 35]],
    ["Date of Birth", ["1985-06-15", "1985-06-16", "1985-01-01"], [40, 39, 40]],
    ["Geburtsdatum", ["31.12.1985", "15.06.1985", "01.01.2000"], [39, 40, 25]],
    ["Age", ["40 years", "25", "31 yrs"], [40, 25, 31]],
  ])("should be those on the last day of the data: %s %j", async (header, values, expected) => {
    expect((await agesOf(header, values)).ages).toEqual(expected);
  });

  test("should be said to come from births", async () => {
    expect(findingOf((await agesOf("Birth Year", ["1985"])).dataset, "age-of-birth")?.message).toContain(
      "2025-06-15",
    );
  });

  test("should not be worked out where no day says how old anybody was", async () => {
    const dataset = await datasetOf("Customer,Amount,Birth Year\nc1,5,1985\nc2,6,1990\n");
    expect(await ask(dataset, "SELECT COUNT(age) AS n FROM customers")).toEqual([{ n: 0 }]);
    expect(findingOf(dataset, "birth-unused")).toBeDefined();
  });
});
