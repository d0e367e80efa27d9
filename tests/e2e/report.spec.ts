import type { Report } from "../../src/report/report.ts";
import { siteNames } from "./sites.ts";
import { expect, pagesOf, test, urlOf } from "./test.ts";

for (const site of siteNames) {
  test(`report.json of ${site} is served, and accounts for every row`, async ({ request }) => {
    const response = await request.get(urlOf(site, "report.json"));
    expect(response.status()).toBe(200);
    expect(response.headers()["content-type"]).toContain("application/json");
    const report = (await response.json()) as Report;
    expect(report.schemaVersion).toBe(1);
    expect(report.dataset.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const { read, purchases, returns, notSales, reversed, unpriced, excluded, dropped } =
      report.dataset.account;
    expect(read).toBeGreaterThan(0);
    const accounted = purchases + returns + notSales + reversed + unpriced + excluded + dropped;
    expect(accounted, "rows accounted for").toBe(read);
  });
}

test("a Shopify export is read as its layout means", async ({ request }) => {
  const report = (await (await request.get(urlOf("shopify", "report.json"))).json()) as Report;
  const metric = (name: string) => report.metrics.find((entry) => entry.metric === name)?.value;
  expect(report.shape).toBe("orderLines");
  expect(report.currency).toBe("CAD");
  // 79 lines of 40 orders: 5 of a voided and a cancelled one, which are no sales, and 3 of a refunded one.
  expect(report.dataset.account).toMatchObject({
    read: 79,
    purchases: 71,
    returns: 3,
    notSales: 5,
    guestPurchases: 0,
    dropped: 0,
  });
  expect(metric("orders")).toBe(37);
  // Orders without an e-mail address are known by the name that they are billed to.
  expect(metric("customers")).toBe(29);
});

test("what the data do not have is on no page and in no navigation", async ({ page, request }) => {
  const report = (await (await request.get(urlOf("shopify", "report.json"))).json()) as Report;
  expect(Object.keys(report.breakdowns)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(gender|ageGroup|season|color|size)$/)]),
  );
  expect([report.age, report.rating, report.seasonCategory, report.subscribersByGender]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  const absent = /\b(age|ages|gender|men|women|rating|ratings|season|seasons|subscribers?)\b/i;
  for (const path of pagesOf("shopify").filter((name) => name !== "data/")) {
    await page.goto(urlOf("shopify", path));
    const headings = await page.locator("h1, h2, h3, h4, figcaption, dt, nav a").allInnerTexts();
    expect(
      headings.filter((text) => absent.test(text)),
      `headings of /${path}`,
    ).toEqual([]);
    const navigated = await page
      .locator("a[href]")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
    expect(
      navigated.filter((hash) => /#.*\b(age|gender|rating|season)\b/.test(hash)),
      `links of /${path}`,
    ).toEqual([]);
  }
});

test("no page shows an empty section, an undefined value or a number that is none", async ({ page }) => {
  for (const site of siteNames) {
    for (const path of pagesOf(site)) {
      await page.goto(urlOf(site, path));
      // Products of the naughty site are called so.
      const text = site === "naughty" ? "" : await page.getByRole("main").innerText();
      expect(text, `${site} /${path}`).not.toMatch(/\b(undefined|NaN|Infinity|\[object Object\]|null)\b/);
      const empty = await page
        .locator("section, figure")
        .evaluateAll((elements) =>
          elements
            .filter((element) => (element.textContent ?? "").trim() === "")
            .map((element) => element.outerHTML.slice(0, 120)),
        );
      expect(empty, `${site} /${path}`).toEqual([]);
    }
  }
});
