import type { Report } from "../../src/report/report.ts";
import { type SiteName, siteNames } from "./sites.ts";
import { expect, filesOf, test, urlOf } from "./test.ts";

function reportOf(site: SiteName): Report {
  return JSON.parse(filesOf(site).get("report.json")?.toString() ?? "null") as Report;
}

for (const site of siteNames) {
  test(`the Overview of ${site} has its findings, three before the fold, each with its evidence on another page or below @everywhere`, async ({
    page,
  }) => {
    const { insights } = reportOf(site);
    expect(insights.length).toBeGreaterThanOrEqual(3);
    await page.goto(urlOf(site));
    await expect(page.locator("ol.insights > li")).toHaveCount(
      Math.min(3, insights.filter(({ source }) => source !== "data").length),
    );
    const items = page.locator("ol.insights > li, .insight-list > li");
    await expect(items).toHaveCount(insights.length);
    for (const insight of insights) {
      const item = items.filter({ hasText: insight.lead }).first();
      await expect(item).toContainText(insight.sure.words);
      await expect(item).toContainText(insight.evidence);
    }
    const targets = await items
      // Those of folded findings, too.
      .locator("a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(targets).toHaveLength(insights.length);
    for (const target of new Set(targets)) {
      await page.goto(target);
      const { hash } = new URL(target);
      if (hash !== "") await expect(page.locator(hash), `the place that ${target} names`).toBeVisible();
    }
  });
}

test("the sample opens with what was planted in it", async ({ page }) => {
  await page.goto(urlOf("sample"));
  const findings = page.getByRole("list", { name: "Findings" });
  await expect(findings).toContainText(
    /Platinum \(active regulars\) is 8\.0% of customers and \d+% of customers' revenue/,
  );
  await expect(findings).toContainText(/The top 10% of customers bring 6\d% of customers' revenue/);
  await expect(findings).toContainText(
    /\d+% of orders with (Jeans also include Sneakers|Sneakers also include Jeans), \d\.\d times the usual rate/,
  );
});
