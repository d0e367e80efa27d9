import type { Locator } from "playwright/test";
import { charts, expect, nameOf, pages, test, touch, urlOf } from "./test.ts";

for (const path of pages) {
  test(`every chart of /${path} comes alive on touch and keeps its size @everywhere`, async ({
    page,
    isMobile,
  }) => {
    const requested: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "script") requested.push(request.url());
    });
    await page.goto(urlOf("sample", path));
    await page.waitForLoadState("networkidle");
    const islands = await page
      .locator("astro-island")
      .evaluateAll((elements) =>
        elements.flatMap((element) =>
          ["component-url", "renderer-url"].map(
            (name) => new URL(element.getAttribute(name) ?? "", document.baseURI).href,
          ),
        ),
      );
    expect(
      requested.filter((url) => islands.includes(url) || /react|chart/i.test(new URL(url).pathname)),
      "framework scripts before a touch",
    ).toEqual([]);

    const figures = charts(page);
    const count = await figures.count();
    if (path === "" || path === "customers/" || path === "products/") {
      expect(count, "charts on the page").toBeGreaterThan(0);
    }
    for (let place = 0; place < count; place++) {
      const figure = figures.nth(place);
      const name = await nameOf(figure);
      await figure.scrollIntoViewIfNeeded();
      const before = await figure.boundingBox();
      const canvas = await touch(page, figure, isMobile ? "finger" : "pointer");
      await expect.poll(() => painted(canvas), `paint on the canvas of "${name}"`).toBe(true);
      const after = await figure.boundingBox();
      expect(
        Math.abs((after?.width ?? 0) - (before?.width ?? 0)),
        `change of width of "${name}"`,
      ).toBeLessThan(1);
      expect(
        Math.abs((after?.height ?? 0) - (before?.height ?? 0)),
        `change of height of "${name}"`,
      ).toBeLessThan(1);
      await expect(figure.locator("svg:visible"), `the drawing behind the live "${name}"`).toHaveCount(0);
    }
  });
}

test("a chart answers the pointer with a tooltip", async ({ page }) => {
  await page.goto(urlOf("sample"));
  const figure = charts(page).first();
  const canvas = await touch(page, figure);
  await page.mouse.move(0, 0);
  await expect.poll(() => painted(canvas), "paint on the canvas").toBe(true);
  const still = await settled(canvas);
  const box = await canvas.boundingBox();
  if (box === null) throw new Error("The live chart has no box");
  let answered = false;
  for (let step = 1; step < 20 && !answered; step++) {
    await page.mouse.move(box.x + box.width * 0.3, box.y + (box.height * step) / 20);
    await page.mouse.move(box.x + box.width * 0.3 + 1, box.y + (box.height * step) / 20);
    answered = (await figure.getByRole("tooltip").isVisible()) || (await settled(canvas)) !== still;
  }
  expect(answered, "something changes where the pointer stands").toBe(true);
});

test("a chart comes alive when the keyboard reaches it", async ({ page }) => {
  await page.goto(urlOf("sample"));
  const figure = charts(page).first();
  const before = await figure.boundingBox();
  const reached = () =>
    figure.locator("astro-island").evaluate((island) => island.contains(document.activeElement));
  for (let presses = 0; presses < 80 && !(await reached()); presses++) await page.keyboard.press("Tab");
  expect(await reached(), "the keyboard reaches the first chart within 80 presses of Tab").toBe(true);
  await expect(figure.locator("canvas")).toBeVisible();
  expect(await reached(), "focus stays in the chart as it comes alive").toBe(true);
  const after = await figure.boundingBox();
  expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0)), "change of height").toBeLessThan(1);
});

test("each chart has its data as a table", async ({ page }) => {
  for (const path of pages) {
    await page.goto(urlOf("sample", path));
    const figures = charts(page);
    for (let place = 0; place < (await figures.count()); place++) {
      const figure = figures.nth(place);
      const name = await nameOf(figure);
      await figure.locator("summary").first().click();
      const table = figure.getByRole("table").first();
      await expect(table, `the table of "${name}"`).toBeVisible();
      expect(await table.locator("tbody tr").count(), `rows under "${name}"`).toBeGreaterThan(0);
      expect(await table.locator("thead th").count(), `headings under "${name}"`).toBeGreaterThan(1);
    }
  }
});

/** Whether anything was drawn. */
async function painted(canvas: Locator): Promise<boolean> {
  return /[1-9]/.test(await picture(canvas));
}

/** The picture once two looks in a row show the same. */
async function settled(canvas: Locator): Promise<string> {
  let last = await picture(canvas);
  await expect
    .poll(async () => {
      const before = last;
      last = await picture(canvas);
      return last === before;
    }, "the chart comes to rest")
    .toBe(true);
  return last;
}

/** What a canvas shows, two frames from now, made small and written as numbers; only zeros where it is blank. */
function picture(canvas: Locator): Promise<string> {
  return canvas.evaluate(async (element) => {
    await new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));
    // A copy: the browser warns of a canvas that is read again and again.
    const copy = document.createElement("canvas");
    copy.width = 160;
    copy.height = 80;
    const context = copy.getContext("2d", { willReadFrequently: true });
    context?.drawImage(element as HTMLCanvasElement, 0, 0, copy.width, copy.height);
    return context?.getImageData(0, 0, copy.width, copy.height).data.join(" ") ?? "";
  });
}
