import type { Report } from "../../src/report/report.ts";
import { type SiteName, siteNames } from "./sites.ts";
import { expect, filesOf, test, urlOf } from "./test.ts";

function reportOf(site: SiteName): Report {
  return JSON.parse(filesOf(site).get("report.json")?.toString() ?? "null") as Report;
}

test("headline numbers stand with their last full month, the one before, the year before and a trend", async ({
  page,
}) => {
  await page.goto(urlOf("sample"));
  const revenue = page.locator(".headline").filter({ has: page.getByText("Revenue", { exact: true }) });
  const { comparison } = reportOf("sample");
  const values = comparison?.metrics.find(({ metric }) => metric === "revenue")?.values ?? [];
  const [now, before, yearBefore] = [values.at(-1) ?? 0, values.at(-2) ?? 0, values.at(-13) ?? 0];
  const percent = (change: number) => `${change < 0 ? "−" : "+"}${Math.abs(Math.round(change * 100))}%`;
  await expect(revenue).toContainText(`Dec 2025: $${Math.round(now).toLocaleString("en-US")}`);
  await expect(revenue).toContainText(`${percent(now / before - 1)} on Nov 2025`);
  await expect(revenue).toContainText(`${percent(now / yearBefore - 1)} on Dec 2024`);
  await expect(
    revenue.getByRole("img", { name: /^Revenue by month, Dec 2024 to Dec 2025: lowest/ }),
  ).toBeVisible();
});

for (const site of siteNames) {
  test(`every headline number of ${site} has its definition beside it`, async ({ page }) => {
    await page.goto(urlOf(site));
    const { definitions } = reportOf(site);
    for (const headline of await page.locator(".headline").all()) {
      const name = (await headline.locator("dt").innerText()).trim();
      const words = definitions.find((definition) => definition.name === name)?.words ?? "no such definition";
      await headline.getByText("What it means").click();
      await expect(headline.getByText(words)).toBeVisible();
    }
    expect(await page.locator(".headline").count()).toBeGreaterThan(2);
  });
}

test("without dates nothing is compared", async ({ page }) => {
  expect(reportOf("undated").comparison).toBeNull();
  await page.goto(urlOf("undated"));
  await expect(page.locator(".headline").first()).toBeVisible();
  await expect(page.locator(".headline-change, .sparkline, .headlines-note")).toHaveCount(0);
});
