import { existsSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { openReport } from "../../src/edition/open-report.ts";
import type { MetricId } from "../../src/report/metrics.ts";
import type { Report } from "../../src/report/report.ts";
import { withFolder } from "../support/folder.ts";

const file = fileURLToPath(new URL("../../../shared/data/online_retail.csv.gz", import.meta.url));
const there = existsSync(file);
if (!there) console.warn(`skipped, for want of ${file}: the report of online_retail.csv.gz`);

/** All figures were worked out apart, with Python's csv module and math.fsum, by the rules of the Methods page. */
describe.skipIf(!there)("the report of online_retail.csv.gz", () => {
  let report: Report;
  beforeAll(async () => {
    // Worked out without regard to purchases that were undone within a day.
    await withFolder({ "report.yaml": "reversals: keep\n" }, async (folder) => {
      await copyFile(file, join(folder, "online_retail.csv.gz"));
      ({ report } = await openReport(folder));
    });
  });

  const metric = (id: MetricId) =>
    report.metrics.find((headline) => headline.metric === id)?.value ?? Number.NaN;

  test("should account for every row", () => {
    expect(report.dataset.account).toMatchObject({
      read: 541_909,
      purchases: 530_104,
      returns: 10_626,
      unpriced: 1_179,
      excluded: 0,
      dropped: 0,
      guestPurchases: 132_220,
    });
    expect(report.dataset.account.returnsValue).toBeCloseTo(-918_936.61, 6);
  });

  test("should count customers, orders, products and revenue", () => {
    expect(metric("customers")).toBe(4338);
    expect(metric("orders")).toBe(19_960);
    expect(metric("transactions")).toBe(530_104);
    expect(metric("products")).toBe(3812);
    expect(metric("locations")).toBe(38);
    expect(metric("revenue")).toBeCloseTo(10_666_684.544, 6);
    expect(metric("averageOrder")).toBeCloseTo(534.403033266533, 9);
    expect(metric("repeatShare")).toBeCloseTo(2845 / 4338, 12);
    expect(metric("guestShare")).toBeCloseTo(132_220 / 530_104, 12);
    expect(metric("returnsValue")).toBeCloseTo(-918_936.61, 6);
  });

  test("should cover December 2022 to December 2023, the last month in part", () => {
    expect(report.period).toEqual({ first: "2022-12-01", last: "2023-12-09", days: 374 });
    const months = report.months ?? [];
    expect(months).toHaveLength(13);
    expect(months.filter(({ partial }) => partial).map(({ month }) => month)).toEqual(["2023-12"]);
    expect(months.reduce((all, { orders }) => all + orders, 0)).toBe(19_960);
    expect(months.reduce((all, { revenue }) => all + revenue, 0)).toBeCloseTo(10_666_684.544, 4);
  });

  test("should have no gender, age or rating, nor anything else that the data lack", () => {
    expect(Object.keys(report.breakdowns).sort()).toEqual(["location", "product"]);
    expect([
      report.age,
      report.rating,
      report.subscribersByGender,
      report.seasonCategory,
      report.previousPurchases,
    ]).toEqual([null, null, null, null, null]);
    for (const id of [
      "averageAge",
      "averageRating",
      "subscribers",
      "subscriberShare",
      "averagePreviousPurchases",
    ]) {
      expect(report.metrics.map((headline) => headline.metric)).not.toContain(id);
      expect(report.definitions.map((definition) => definition.id)).not.toContain(id);
    }
  });

  test("should show countries of at least 5 customers or of guests alone and fold the 18 others, each customer counted once", () => {
    const { groups = [], folded } = report.breakdowns.location ?? {};
    expect(groups.slice(0, 3).map(({ name, customers, purchases }) => [name, customers, purchases])).toEqual([
      ["United Kingdom", 3920, 485_123],
      ["Germany", 94, 9040],
      ["France", 87, 8407],
    ]);
    expect(groups[0]?.revenue).toBeCloseTo(9_025_222.084, 6);
    expect(folded).toBe(18);
    expect(groups.at(-1)).toMatchObject({ customers: 37, purchases: 9971 });
    // Guests' orders count as persons: Hong Kong's 284 lines stand on eleven of them.
    expect(groups.filter(({ customers }) => customers < 5)).toMatchObject([
      { name: "Hong Kong", customers: 0, purchases: 284 },
    ]);
  });

  test("should spread orders over bins and customers over their orders", () => {
    expect(report.spend).toMatchObject({
      of: "order",
      summary: { count: 19_960 },
    });
    // An order of 200.00 sharp belongs to the next bin.
    expect(report.spend.histogram.bins[0]).toMatchObject({ from: 0, to: 200, count: 6728 });
    expect(report.ordersPerCustomer?.[0]).toMatchObject({ orders: "1", customers: 1493 });
    expect(report.ordersPerCustomer?.[1]).toMatchObject({ orders: "2", customers: 835 });
    expect(report.ordersPerCustomer?.at(-1)).toMatchObject({ orders: "50+", customers: 16 });
  });

  test("should suggest postage and fees as no goods, and name none that few bought", () => {
    const likely = report.dataset.likelyNotGoods.map(({ code }) => code);
    expect(likely).toEqual(expect.arrayContaining(["POST", "DOT", "M", "BANK CHARGES", "C2"]));
    // Nearly all of it was sold to guests, and revenue is told of customers.
    expect(report.dataset.likelyNotGoods.find(({ code }) => code === "DOT")?.revenue).toBeNull();
    expect(likely).not.toContain("AMAZONFEE");
    expect(report.dataset.likelyNotGoodsWithheld).toBe(5);
  });
});
