import { describe, expect, test } from "vitest";
import { buildWithResults } from "../../../src/edition/build-report.ts";
import { createFormatter } from "../../../src/report/format.ts";
import { buildLookup, type Lookup, type LookupRow } from "../../../src/sections/lookup/lookup.ts";
import { lookupColumns } from "../../../src/sections/lookup/lookup-columns.ts";
import { lookupCsv } from "../../../src/sections/lookup/lookup-csv.ts";
import { lookupLead } from "../../../src/sections/lookup/words.ts";
import { configOf, openTables, type Table } from "../../questions/open-rows.ts";

async function lookupOf(table: Table): Promise<Lookup> {
  const config = configOf();
  const dataset = await openTables([table], config);
  const { results } = await buildWithResults(dataset, config);
  const lookup = await buildLookup(
    dataset,
    results.segments,
    results.value,
    "full",
    (identifier) => identifier,
  );
  await dataset.store.close();
  return lookup;
}

const orders: Table = {
  header: ["Order ID", "Customer ID", "Order Date", "Quantity", "Price"],
  rows: [
    ["1", "Bea", "2025-01-03", 1, 10],
    ["1", "Bea", "2025-01-03", 2, 5],
    ["2", "Bea", "2025-02-04", 1, 30],
    ["3", "Ann", "2025-01-05", 1, 50],
    ["4", "Cleo", "2025-03-06", 1, 7],
    ["4", "Cleo", "2025-03-06", -1, 7],
    ["5", "", "2025-03-07", 1, 900],
  ],
};

describe("buildLookup", () => {
  test("should tell what each customer bought, most revenue first, equals by name, and nothing of guests", async () => {
    const { rows } = await lookupOf(orders);
    expect(
      rows.map(({ name, orders: count, purchases, revenue, lastDay }) => [
        name,
        count,
        purchases,
        revenue,
        lastDay,
      ]),
    ).toEqual([
      ["Ann", 1, 1, 50, "2025-01-05"],
      ["Bea", 2, 3, 50, "2025-02-04"],
      ["Cleo", 1, 1, 7, "2025-03-06"],
    ]);
  });

  test("should give scores and segments, and no persona where there is none", async () => {
    const { rows } = await lookupOf(orders);
    for (const { scores, segment, persona } of rows) {
      expect(scores).toHaveLength(3);
      expect(segment).toEqual(expect.any(String));
      expect(persona).toBeNull();
    }
    expect(rows.find(({ name }) => name === "Cleo")?.scores?.[0], "bought last").toBe(5);
  });
});

const row: LookupRow = {
  name: "=1+1",
  purchases: 2,
  revenue: 0.1 + 0.2,
  orders: null,
  lastDay: null,
  segment: "Loyal",
  persona: null,
  scores: [1, 2, 3],
  expected: null,
  alive: null,
};

describe("lookupCsv", () => {
  test("should leave out what nobody has, start no formula and write numbers plainly", () => {
    expect(lookupCsv({ mode: "full", rows: [row] })).toBe(
      "Customer,Segment,R,F,M,Purchases,Revenue\r\n'=1+1,Loyal,1,2,3,2,0.3\r\n",
    );
  });
});

describe("the forecast of single customers", () => {
  test("should stand in the file and on the page where there is one", () => {
    const rows = [{ ...row, expected: 12.3456789, alive: 0.875 }];
    expect(lookupCsv({ mode: "full", rows })).toContain("Revenue,Expected,Still a customer\r\n");
    expect(lookupCsv({ mode: "full", rows })).toContain(",0.3,12.3457,0.875\r\n");
  });
});

describe("lookupColumns", () => {
  test("should write numbers and days for readers, and nothing for what is not known", () => {
    const format = createFormatter("en-US", "USD");
    const rows = [{ ...row, revenue: 234.5, lastDay: "2025-03-06" }, row];
    const cells = lookupColumns({ mode: "full", rows }).map(({ heading, text }) => [
      heading,
      ...rows.map((each) => text(each, format)),
    ]);
    expect(cells).toContainEqual(["Revenue", "$234.50", "$0.30"]);
    expect(cells).toContainEqual(["Last purchase", "March 6, 2025", ""]);
  });
});

describe("lookupLead", () => {
  const format = createFormatter("en-US", null);
  test("should say where the page does not show all", () => {
    const of = (count: number) =>
      lookupLead({ mode: "full", rows: Array<LookupRow>(count).fill(row) }, format);
    expect(of(1000)).toBe("1,000 customers, those of most revenue first.");
    expect(of(1001)).toContain("The page shows the first 1,000, the file all of them.");
  });
});
