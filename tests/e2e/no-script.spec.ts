import { charts, expect, nameOf, pages, pagesOf, test, urlOf } from "./test.ts";

test.use({ javaScriptEnabled: false });

for (const path of pages) {
  test(`/${path} reads without JavaScript @everywhere`, async ({ page }) => {
    await page.goto(urlOf("sample", path));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("navigation").getByRole("link").first()).toBeVisible();
    const needScript = page.locator(
      "button:visible, select:visible, input:visible, textarea:visible, [role=button]:visible",
    );
    await expect(needScript, "controls that do nothing without script").toHaveCount(0);

    const figures = charts(page);
    for (let place = 0; place < (await figures.count()); place++) {
      const figure = figures.nth(place);
      const name = await nameOf(figure);
      const drawings = figure.locator("svg:visible");
      await expect(drawings, `drawings shown of "${name}"`).toHaveCount(1);
      expect(await drawings.locator("text").count(), `words in the drawing of "${name}"`).toBeGreaterThan(1);
      await figure.locator("summary").first().click();
      await expect(figure.getByRole("table").first(), `the table of "${name}"`).toBeVisible();
    }
  });
}

test("the headline numbers are on the Overview without JavaScript", async ({ page, request }) => {
  const report = (await (await request.get(urlOf("sample", "report.json"))).json()) as {
    locale: string;
    metrics: { metric: string; value: number }[];
  };
  const customers = report.metrics.find(({ metric }) => metric === "customers");
  expect(customers, "the metric customers").toBeDefined();
  await page.goto(urlOf("sample"));
  await expect(page.getByRole("main")).toContainText((customers?.value ?? 0).toLocaleString(report.locale));
});

test("each chart is on paper once, and the navigation is not", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  for (const path of pagesOf("sample")) {
    await page.goto(urlOf("sample", path));
    const figures = charts(page);
    for (let place = 0; place < (await figures.count()); place++) {
      await expect(
        figures.nth(place).locator("svg:visible"),
        `drawings of chart ${place + 1} on /${path}`,
      ).toHaveCount(1);
    }
  }
});
