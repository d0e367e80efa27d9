import { beforeAll, describe, expect, test } from "vitest";
import { buildReport } from "../../src/edition/build-report.ts";
import type { Report } from "../../src/report/report.ts";
import { configOf, openTables, reportOf, snapshot, type Table, times } from "../questions/open-rows.ts";
import { generateSample, SAMPLE_SEED } from "../sample/generator/generate.ts";
import { COLUMNS } from "../sample/generator/row.ts";

async function fromTables(tables: readonly Table[], names: readonly string[]): Promise<Report> {
  const config = configOf();
  const dataset = await openTables(tables, config, names);
  const report = await buildReport(dataset, config);
  await dataset.store.close();
  return report;
}

/** What may depend on the order of rows: which examples come first, and the hash of the text. */
function withoutOrder(report: Report): Report {
  const findings = report.dataset.findings
    .map((finding) => ({ ...finding, examples: [] }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  return { ...report, dataset: { ...report.dataset, fingerprint: "", findings } };
}

/** The items in an order that only the seed decides (multiplicative steps modulo a prime). */
function reordered<Item>(items: readonly Item[], step: number): Item[] {
  return items
    .map((item, index) => ({ item, key: ((index + 1) * step) % 1_000_003 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

describe("buildReport", () => {
  let table: Table;
  let report: Report;
  beforeAll(async () => {
    const { rows } = generateSample(SAMPLE_SEED);
    table = { header: COLUMNS, rows: rows.map(({ row }) => COLUMNS.map((column) => row[column])) };
    report = await reportOf(table);
  });

  test("should give the same report for the same rows", async () => {
    expect(JSON.stringify(await reportOf(table))).toBe(JSON.stringify(report));
  });

  test.each([7919, 104_729])(
    "should give the same report for the same rows in another order (%d)",
    async (step) => {
      const other = await reportOf({ ...table, rows: reordered(table.rows, step) });
      expect(withoutOrder(other)).toStrictEqual(withoutOrder(report));
    },
  );

  test("should not depend on the time zone", async () => {
    const zone = process.env["TZ"];
    const text = JSON.stringify(report);
    try {
      for (const other of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env["TZ"] = other;
        // Else the switch had no effect, and the test no meaning.
        expect(new Date(0).getTimezoneOffset()).not.toBe(0);
        expect(JSON.stringify(await reportOf(table)) === text).toBe(true);
      }
    } finally {
      process.env["TZ"] = zone;
    }
  });

  test("should be JSON-safe", () => {
    const read: unknown = JSON.parse(JSON.stringify(report));
    expect(read).toStrictEqual(report);
  });

  test("should have the same fingerprint whatever the files are called and in which order they come", async () => {
    const one = snapshot(["Amount"], times(6, [1]));
    const two = snapshot(["Amount"], times(7, [2]));
    const first = await fromTables([one, two], ["a.csv", "b.csv"]);
    const second = await fromTables([two, one], ["x.csv", "y.csv"]);
    expect(first.dataset.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(second.dataset.fingerprint).toBe(first.dataset.fingerprint);
  });

  test("should have another fingerprint for another value, or for another mapping of the same rows", async () => {
    const fingerprint = async (some: Table, config = configOf()) =>
      (await reportOf(some, config)).dataset.fingerprint;
    const base = snapshot(["Amount", "Fee"], times(6, [1, 2]));
    const known = await fingerprint(base);
    expect(await fingerprint(snapshot(["Amount", "Fee"], [...times(5, [1, 2]), [1, 3]]))).not.toBe(known);
    expect(await fingerprint(base, configOf({ columns: { amount: "Fee" } }))).not.toBe(known);
  });

  test.each([
    ["shopping_trends.csv", "Shopping trends"],
    ["online_retail.csv.gz", "Online retail"],
    ["data.2023.tsv", "Data 2023"],
    ["_.csv", "Shopper report"],
  ])("should take the title from the file name %s", async (name, title) => {
    expect((await reportOf(snapshot(["Amount"], [[1]]), configOf(), name)).title).toBe(title);
  });

  test("should take title, locale, currency and accent from the configuration first", async () => {
    const config = configOf({ title: "Our shop", locale: "de-DE", currency: "EUR", accent: "sunset" });
    const found = await reportOf(snapshot(["Amount (USD)"], [[1]]), config);
    expect(found).toMatchObject({ title: "Our shop", locale: "de-DE", currency: "EUR", accent: "sunset" });
    expect(await reportOf(snapshot(["Amount (USD)"], [[1]]))).toMatchObject({
      locale: "en-US",
      currency: "USD",
      accent: "ocean",
    });
  });

  test("should hold no part that the data do not support", async () => {
    const bare = await reportOf(snapshot(["Amount"], times(6, [10])));
    expect(bare).toMatchObject({
      shape: "snapshot",
      breakdowns: {},
      period: null,
      locationsByRevenue: null,
      productsByRevenue: null,
      age: null,
      previousPurchases: null,
      rating: null,
      subscribersByGender: null,
      ordersPerCustomer: null,
      seasonCategory: null,
      months: null,
      currency: null,
    });
    expect(bare.metrics).toEqual([
      { metric: "customers", value: 6 },
      { metric: "transactions", value: 6 },
      { metric: "revenue", value: 60 },
      { metric: "averagePurchase", value: 10 },
    ]);
  });

  test("should define every metric that it holds, in the same order, and no other", () => {
    expect(report.definitions.map(({ id }) => id)).toEqual(report.metrics.map(({ metric }) => metric));
    for (const { name, words, formula, query } of report.definitions) {
      expect(name).not.toBe("");
      expect(words).toMatch(/\.$/);
      expect(formula).not.toBe("");
      expect(query).toMatch(/^SELECT /);
    }
    expect(new Set(report.definitions.map(({ name }) => name)).size).toBe(report.definitions.length);
  });

  test("should count purchases without a product apart", async () => {
    const header = ["Customer ID", "Product", "Amount"];
    const rows = [
      ...Array.from({ length: 6 }, (_, index) => [`c${index}`, "Cup", 1]),
      ...Array.from({ length: 5 }, (_, index) => [`c${index}`, "", 1]),
    ];
    const { product } = (await reportOf({ header, rows })).breakdowns;
    expect(product).toMatchObject({
      groups: [{ name: "Cup", purchases: 6, purchasesShare: 1 }],
      withoutValue: { customers: 5, purchases: 5 },
    });
  });

  test("should list no more than the 100 largest products", async () => {
    const rows = Array.from({ length: 130 }, (_, product) =>
      Array.from({ length: 5 }, (_, customer) => [`c${customer}`, `Product ${product}`, product + 1]),
    ).flat();
    const found = await reportOf({ header: ["Customer ID", "Product", "Amount"], rows });
    expect(found.breakdowns.product?.groups).toHaveLength(100);
    expect(found.productsByRevenue?.[0]).toMatchObject({ name: "Product 129", revenue: 650 });
    expect(found.metrics).toContainEqual({ metric: "products", value: 130 });
  });
});
