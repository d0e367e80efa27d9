import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openReport } from "../../src/edition/open-report.ts";
import { reportOf } from "../questions/open-rows.ts";
import { attack } from "./attack.ts";
import { moneyAttack } from "./money-attack.ts";
import { anyShop, header, shop } from "./shop.ts";

describe("a published report", () => {
  test("should give away nothing of few: the sample", async () => {
    const { report } = await openReport(fileURLToPath(new URL("../../data", import.meta.url)));
    expect(attack(report)).toEqual([]);
  });

  const trends = fileURLToPath(new URL("../../../shared/data/shopping_trends.csv", import.meta.url));
  test.skipIf(!existsSync(trends))("should give away nothing of few: shopping_trends", async () => {
    const { report } = await openReport(trends);
    expect(attack(report)).toEqual([]);
  });

  test.each([
    ["a single guest", { seed: 1, customers: 200, guests: 1, lacking: 0, places: 4 }],
    ["a few without a gender or an age", { seed: 2, customers: 200, guests: 0, lacking: 3, places: 4 }],
    ["guests and many places", { seed: 3, customers: 260, guests: 12, lacking: 2, places: 14 }],
  ] as const)("should give away nothing of few: %s", async (_, some) => {
    const table = shop(some);
    const report = await reportOf(table);
    expect(attack(report)).toEqual([]);
    expect(moneyAttack(report, table)).toEqual([]);
  });

  test("should count a product, a place and a month of one customer with others, and a nearly universal category with all", async () => {
    const rows = shop({ seed: 5, customers: 301, guests: 0, lacking: 0, places: 3 }).rows.map((row) => [
      ...row,
    ]);
    const [first] = rows;
    if (first !== undefined) {
      first[header.indexOf("Item Purchased")] = "Zqxthing";
      first[header.indexOf("Location")] = "Zqxplace";
      first[header.indexOf("Order Date")] = "2025-03-03";
    }
    for (const row of rows.slice(1)) if (row[0] !== "KX3Q") row[header.indexOf("Category")] = "Books";
    const report = await reportOf({ header, rows });
    expect(JSON.stringify(report)).not.toContain("Zqx");
    expect(attack(report)).toEqual([]);
  });

  test("should give away nothing of few, whatever the shop", async () => {
    await fc.assert(
      fc.asyncProperty(anyShop, async (some) => {
        const table = shop(some);
        const report = await reportOf(table);
        expect(attack(report)).toEqual([]);
        expect(moneyAttack(report, table)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});
