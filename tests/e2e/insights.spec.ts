import type { Report } from "../../src/report/report.ts";
import { type SiteName, siteNames } from "./sites.ts";
import { expect, filesOf, test, urlOf } from "./test.ts";

function reportOf(site: SiteName): Report {
  return JSON.parse(filesOf(site).get("report.json")?.toString() ?? "null") as Report;
}

for (const site of siteNames) {
  test(`the Overview of ${site} begins with its findings, each with its evidence on another page or below @everywhere`, async ({
    page,
  }) => {
    const { insights } = reportOf(site);
    expect(insights.length).toBeGreaterThanOrEqual(3);
    expect(insights.length).toBeLessThanOrEqual(7);
    await page.goto(urlOf(site));
    const items = page.locator("ol.insights > li");
    await expect(items).toHaveCount(insights.length);
    const top = (await items.first().boundingBox())?.y ?? 0;
    expect(top).toBeLessThan((await page.locator(".headlines").boundingBox())?.y ?? 0);
    for (const [place, insight] of insights.entries()) {
      await expect(items.nth(place)).toContainText(insight.lead);
      await expect(items.nth(place)).toContainText(insight.sure.words);
    }
    const targets = await items
      .getByRole("link")
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
