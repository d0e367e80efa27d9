import type { Report } from "../../src/report/report.ts";
import { type SiteName, siteNames } from "./sites.ts";
import { expect, filesOf, test, urlOf } from "./test.ts";

function reportOf(site: SiteName): Report {
  return JSON.parse(filesOf(site).get("report.json")?.toString() ?? "null") as Report;
}

test("the numbers of the year stand beside those of the year before", async ({ page }) => {
  await page.goto(urlOf("sample"));
  const change = reportOf("sample").sales?.change;
  if (change == null) throw new Error("the sample compares nothing");
  const expected = {
    "Net sales": change.sales,
    Orders: change.orders,
    Customers: change.customers,
    "Average order": change.averageOrder,
  };
  const cards = page.locator(".headline");
  await expect(cards.locator("dt")).toHaveText(Object.keys(expected));
  for (const [name, beside] of Object.entries(expected)) {
    const card = cards.filter({ has: page.getByText(name, { exact: true }) });
    const part = (beside?.after ?? 0) / (beside?.before ?? 1) - 1;
    const share = card.locator(`.headline-change .${part < 0 ? "fell" : "rose"}`);
    await expect(share).toHaveText(new RegExp(`^${part < 0 ? "▼" : "▲"} [\\d.]+%$`));
    const written = Number((await share.innerText()).replace(/[^\d.]/g, ""));
    expect(written).toBeCloseTo(Math.abs(part) * 100, Math.abs(part) < 0.0995 ? 1 : 0);
  }
  await expect(cards.nth(2)).toContainText(/[\d,]+ new, [\d,]+ came back/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^2025 brought \$[\d,]+, [\d.]+% less than 2024$/,
  );
});

test("the parts of the change sum to it, in the figure as in the title", async ({ page }) => {
  await page.goto(urlOf("sample"));
  const why = page.locator("#why");
  await expect(why.getByRole("heading", { level: 2 })).toHaveText(/^Why sales fell by \$[\d,]+$/);
  const fall = Number((await why.getByRole("heading", { level: 2 }).innerText()).replace(/\D/g, ""));
  await why.locator("summary").first().click();
  const cells = await why.locator("tbody td:nth-of-type(1)").allInnerTexts();
  const parts = cells.map((cell) => Number(cell.replace("−", "-").replace(/[$,+]/g, "")));
  expect(parts.length).toBeGreaterThan(4);
  // Each is rounded to a whole dollar.
  expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) + fall)).toBeLessThanOrEqual(parts.length);
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
