import { afterAll, expect, test, vi } from "vitest";
import { openReport } from "../../src/edition/open-report.ts";
import { schema } from "../../src/store/schema.ts";
import { withFolder } from "../support/folder.ts";

// One entry in the table, and nothing else.
vi.mock("../../src/fields/table.ts", async (original) => {
  const table = await original<typeof import("../../src/fields/table.ts")>();
  const channel = {
    label: "Sales channel",
    rule: "category",
    level: "order",
    trait: { of: "purchase", column: "sales_channel" },
    headers: ["sales channel", "sold through"],
  };
  return { ...table, fields: { ...table.fields, salesChannel: channel } };
});
afterAll(() => vi.doUnmock("../../src/fields/table.ts"));

test("a field is one entry in the table: mapped, cleaned, stored, broken down and defined", async () => {
  const rows = Array.from(
    { length: 60 },
    (_, row) =>
      `C${row % 20},${row},2024-01-${10 + (row % 20)},${10 + row},${["Web", " web", "shop"][row % 3]}`,
  );
  const csv = ["customer,order,date,amount,Sold-Through", ...rows].join("\n");
  await withFolder({ "orders.csv": csv }, async (folder) => {
    const { report } = await openReport(folder);
    expect(report.dataset.columns.map(({ header, label }) => [header, label])).toContainEqual([
      "Sold-Through",
      "Sales channel",
    ]);
    const [breakdown] = Object.entries(report.breakdowns).filter(([field]) => field === "salesChannel");
    expect(breakdown?.[1].groups.map(({ name, purchases }) => [name, purchases])).toEqual([
      ["Web", 40],
      ["shop", 20],
    ]);
    expect(report.figures.map(({ id, name, words }) => [id, name, words])).toContainEqual([
      "salesChannel-purchases",
      "Sales channel",
      "Purchases by sales channel.",
    ]);
  });
  expect(schema).toContain("sales_channel_id INTEGER");
});
