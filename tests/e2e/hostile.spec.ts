import { hostileNames, longName } from "../fixtures/names.ts";
import { charts, expect, filesOf, pagesOf, test, touch, urlOf } from "./test.ts";

const names = [...hostileNames, longName];

for (const path of ["products/", "locations/"]) {
  test(`names that do harm stand on /${path} as text`, async ({ page }) => {
    await page.goto(urlOf("hostile", path));
    const cells = (await page.locator("td, th").allTextContents()).map((text) => text.trim());
    for (const name of names) {
      expect(
        cells.some((cell) => cell.includes(name)),
        `a cell with the text ${name}`,
      ).toBe(true);
    }
  });
}

test("no element, handler, script or address comes from the data", async ({ page }) => {
  for (const path of pagesOf("hostile")) {
    await page.goto(urlOf("hostile", path));
    const planted = await page.evaluate(() => {
      const bad: string[] = [];
      for (const element of document.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
          if (/^on/i.test(name)) bad.push(`${element.localName} has ${name}`);
          if (/^(href|src|action|xlink:href)$/i.test(name) && /^\s*javascript:/i.test(value)) {
            bad.push(`${element.localName} has ${name} ${value}`);
          }
        }
        if (element.localName === "img" && element.getAttribute("src") === "x") bad.push("img from the data");
        const runs = element.localName === "script" && !/json/.test(element.getAttribute("type") ?? "");
        if (runs && /alert\(/.test(element.textContent ?? ""))
          bad.push(`script: ${element.textContent?.slice(0, 80)}`);
      }
      return bad;
    });
    expect(planted, `/${path}`).toEqual([]);
  }
});

test("charts with names that do harm come alive and show no dialog", async ({ page }) => {
  await page.goto(urlOf("hostile", "products/"));
  const figures = charts(page);
  const count = await figures.count();
  expect(count).toBeGreaterThan(0);
  for (let place = 0; place < count; place++) {
    await touch(page, figures.nth(place));
  }
});

test("report.json has the names as they were written", () => {
  const text = filesOf("hostile").get("report.json")?.toString("utf8") ?? "{}";
  const report = JSON.parse(text) as { breakdowns: Record<string, { groups: { name: string }[] }> };
  const products = (report.breakdowns["product"]?.groups ?? []).map(({ name }) => name);
  expect(products).toEqual(expect.arrayContaining([...names]));
});
