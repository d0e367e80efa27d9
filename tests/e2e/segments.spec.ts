import { AxeBuilder } from "@axe-core/playwright";
import type { Report } from "../../src/report/report.ts";
import { hasPersonas } from "../../src/report/segments.ts";
import { base } from "./sites.ts";
import { expect, filesOf, personaPages, test, touch, urlOf } from "./test.ts";

const report: Report = JSON.parse(filesOf("sample").get("report.json")?.toString() ?? "null");

test("the Segments page has a card for each persona, with its numbers and how sure it is", async ({
  page,
}) => {
  await page.goto(urlOf("sample", "segments/"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The data support 4 personas");
  const cards = page.locator(".persona");
  await expect(cards).toHaveCount(4);
  const texts = await cards.allInnerTexts();
  expect(texts.map((text) => text.split("\n")[0])).toEqual(["Platinum", "Gold", "Silver", "Bronze"]);
  for (const label of ["Customers", "Revenue", "Days since the last order", "Orders each", "Revenue each"]) {
    for (const text of texts) expect(text).toContain(label);
  }
  // data/README.md, "Four kinds of customers".
  expect(texts.map((text) => /([\d,]+) · /.exec(text)?.[1])).toEqual(["312", "585", "936", "2,067"]);
  const badge = cards.first().locator(".stability");
  await expect(badge).toContainText("Stable · 1.00");
  await badge.locator("summary").click();
  await expect(badge).toContainText("from 0.75 on is stable, below 0.6 doubtful");
});

test("a persona's page has its profile, three suggestions, what sets it apart and what it buys", async ({
  page,
}) => {
  await page.goto(urlOf("sample", "segments/"));
  await page.locator(".persona").getByRole("link", { name: "Platinum" }).click();
  await expect(page).toHaveURL(new RegExp(`${base}/segments/platinum/$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Platinum");
  await expect(page.getByRole("region", { name: "Profile table" }).getByRole("row")).toHaveCount(4);
  await expect(page.locator(".actions li")).toHaveCount(3);
  await expect(page.getByRole("main")).toContainText(/Nothing does: of \d+ pairs/);
  await expect(page.locator("#top-products").getByRole("row")).toHaveCount(9);
  await expect(page.locator("#top-locations").getByRole("row")).toHaveCount(9);
  const current = page.getByRole("navigation", { name: "Pages" }).locator("a[aria-current]");
  await expect(current).toHaveText("Segments");
  await page.getByRole("navigation", { name: "Personas" }).getByRole("link", { name: "Gold" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gold");
  await page.getByRole("main").getByRole("link", { name: "Segments" }).click();
  await expect(page).toHaveURL(new RegExp(`${base}/segments/$`));
});

test("the suggestions of no two personas are the same", async ({ page }) => {
  const suggestions = new Set<string>();
  for (const path of personaPages) {
    await page.goto(urlOf("sample", path));
    for (const text of await page.locator(".actions li").allInnerTexts()) suggestions.add(text);
  }
  expect(suggestions.size).toBe(3 * personaPages.length);
});

test("the curves, the cloud and the grid of the Segments page are drawings without script", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(urlOf("sample", "segments/"));
  for (const id of ["personas", "customer-cloud", "elbow", "silhouettes", "rfm-segments"]) {
    await expect(page.locator(`#${id} svg:visible`), id).toHaveCount(1);
  }
  await expect(page.locator("#rfm-grid td")).toHaveCount(26);
  await context.close();
});

test("the cloud comes alive on touch, and the arrow keys read its personas", async ({ page }) => {
  await page.goto(urlOf("sample", "segments/"));
  await touch(page, page.locator("#customer-cloud"));
  const frame = page.locator("#customer-cloud .chart-frame");
  await frame.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#customer-cloud .chart-spoken")).toContainText("Platinum");
});

test("Methods tells every edge and parameter of the segments", async ({ page }) => {
  await page.goto(urlOf("sample", "methods/"));
  const section = page.locator("section").filter({ has: page.locator("#segments-title") });
  const text = await section.innerText();
  for (const part of [
    "log(1 + value)",
    "Seed 2026",
    "50 bootstrap resamples",
    "Kneedle",
    "Benjamini and Hochberg",
  ])
    expect(text, part).toContain(part);
  const edges = report.segments?.edges.frequency ?? [];
  expect(edges).toHaveLength(4);
  expect(text).toContain(`orders: ${edges.slice(0, 3).join(", ")} and ${edges[3]}`);
});

test("a report whose customers are too few to be told apart says why, and has no persona pages", async ({
  page,
}) => {
  for (const site of ["hostile", "shopify"] as const) {
    const own: Report = JSON.parse(filesOf(site).get("report.json")?.toString() ?? "null");
    const built = [...filesOf(site).keys()].filter((path) => path.startsWith("segments/"));
    if (own.segments === null) {
      expect(built, site).toEqual([]);
      continue;
    }
    const personas = hasPersonas(own.segments) ? own.segments.personas.personas : [];
    expect(built.length, site).toBe(personas.length + 1);
    await page.goto(urlOf(site, "segments/"));
    if (personas.length === 0) await expect(page.locator("#personas-section .lead"), site).not.toBeEmpty();
  }
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on a persona's page, ${scheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(urlOf("sample", "segments/platinum/"));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await context.close();
  });
}
