import { describe, expect, test } from "vitest";
import { createFormatter } from "../../src/report/format.ts";
import type { Report } from "../../src/report/report.ts";
import { describeBasis } from "../../src/report/words/general.ts";
import { overviewSubtitle, overviewTitle } from "../../src/sections/overview/overview.ts";
import { purchasesByCategory } from "../../src/sections/products/figures/categories.ts";
import { type Random, randomIndex, seededRandom } from "../../src/statistics/random/random.ts";
import { type Cell, reportOf } from "../questions/open-rows.ts";

const header = ["Order ID", "Customer ID", "Date", "Product", "Category", "Quantity", "Price"];
const format = createFormatter("en-US", null);

interface Shop {
  orders?: number;
  customers?: number;
  categories?: number;
  /** Days that orders are spread over, from 2023-01-01 on. */
  days?: number;
}

const dayOf = (day: number) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);

/** Orders in which nothing is going on, of a product each. */
function rowsOf(
  { orders = 600, customers = 120, categories = 3, days = 731 }: Shop,
  random: Random,
): Cell[][] {
  return Array.from({ length: orders }, (_, order): Cell[] => {
    const product = randomIndex(random, categories);
    return [
      `o${order}`,
      `c${randomIndex(random, customers)}`,
      dayOf(Math.floor((order / orders) * days)),
      `Product ${product}`,
      `Category ${product}`,
      1,
      10 + (product % 5),
    ];
  });
}

const shop = (kind: Shop, change: (row: Cell[]) => Cell[] = (row) => row) =>
  reportOf({ header, rows: rowsOf(kind, seededRandom(3)).map(change) });

const sentences = ({ insights }: Report) => insights.map(({ lead, rest }) => `${lead} ${rest}`.trim());

describe("odd shops", () => {
  test("should speak of one customer without an average", async () => {
    const report = await shop({ customers: 1 });
    expect(sentences(report)).toContain("1 customer made 600 purchases.");
  });

  test("should say nothing of when and how recently where all is of one day", async () => {
    const report = await shop({ days: 1 });
    expect(describeBasis(report, format)).toMatch(/^Purchases of January 1, 2023\./);
    expect(report.segments?.namesHeldBack).toBe("alikeRecency");
    expect(report.sales?.times ?? null).toBeNull();
  });

  test("should say of guests alone that nothing is known of customers", async () => {
    const report = await shop({}, ([order = "", , ...rest]) => [order, "", ...rest]);
    expect(sentences(report)).toContain("No purchase names a customer; nothing can be said of customers.");
  });

  test("should not call a shop that sold a little more as good as before", async () => {
    const rows = Array.from({ length: 731 }, (_, day): Cell[] => [
      `o${day}`,
      `c${day % 50}`,
      dayOf(day),
      "Tea",
      "Drinks",
      1,
      10,
    ]);
    const report = await reportOf({ header, rows });
    // 2024 is a leap year.
    expect(overviewTitle(report, format)).toBe("2024 brought 3,660, about as much as 2023");
    expect(overviewSubtitle(report, format)).toBe("About as many orders, baskets of the same size.");
  });

  test("should count categories beyond the list, and compare the largest with the next", async () => {
    const report = await shop({ orders: 4000, categories: 131 }, (row) =>
      row[3] === "Product 130" ? [...row.slice(0, -1), 2000] : row,
    );
    const groups = report.breakdowns.category?.groups ?? [];
    expect(groups.filter(({ other }) => other !== true)).toHaveLength(100);
    expect(purchasesByCategory({ report, format })?.caption).toMatch(/^The first 12 of 131\./);
  });
});
