import type { Page } from "playwright/test";
import type { SiteName } from "./sites.ts";
import { expect, pagesOf, test, urlOf } from "./test.ts";

for (const site of ["sample", "hostile", "shopify"] as const satisfies SiteName[]) {
  for (const width of [320, 390, 768, 1280]) {
    test(`no page of ${site} scrolls sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const path of [...pagesOf(site), "404.html"]) {
        await page.goto(urlOf(site, path));
        expect(await overflowing(page), `what is wider than /${path}`).toEqual([]);
      }
    });
  }
}

for (const width of [320, 390, 1280]) {
  test(`the words in charts are at least 12 px tall at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of pagesOf("sample")) {
      await page.goto(urlOf("sample", path));
      const small = await page.locator("figure svg:visible text").evaluateAll((texts) =>
        texts.flatMap((text) => {
          const matrix = (text as SVGTextElement).getScreenCTM();
          const scale = matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
          const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
          return size < 11.9 ? [`"${text.textContent}" at ${size.toFixed(1)} px`] : [];
        }),
      );
      expect(small, `/${path}`).toEqual([]);
    }
  });
}

/** Elements that stick out of the page, with every table opened; those in a box that scrolls are no fault. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    );
    return [
      `the page is ${root.scrollWidth} px wide on ${root.clientWidth} px`,
      ...out.slice(0, 5).map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}`),
    ];
  });
}
