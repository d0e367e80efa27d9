import type { Page } from "playwright/test";
import { charts, expect, test, touch, urlOf } from "./test.ts";

for (const theme of ["dark", "light"] as const) {
  test(`the switch turns the page ${theme}, on every page and after a reload @everywhere`, async ({
    page,
  }) => {
    // The reader's system says the other.
    await page.emulateMedia({ colorScheme: theme === "dark" ? "light" : "dark" });
    await page.goto(urlOf("sample"));
    const before = await background(page);
    await choose(page, theme, "theme");
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expect.poll(() => background(page), "the page's background").not.toBe(before);
    const chosen = await background(page);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    expect(await background(page)).toBe(chosen);
    await page.goto(urlOf("sample", "methods/"));
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    expect(await background(page)).toBe(chosen);
  });
}

test("without a choice the page follows the reader's system", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(urlOf("sample"));
  const light = await background(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => background(page)).not.toBe(light);
});

test("each accent can be chosen, changes the page's colour, and is remembered", async ({ page }) => {
  await page.goto(urlOf("sample"));
  const colors = new Set<string>();
  for (const accent of ["emerald", "sunset", "midnight", "ocean"]) {
    await choose(page, accent, "accent");
    await expect(page.locator("html")).toHaveAttribute("data-accent", accent);
    colors.add(await accentColor(page));
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-accent", accent);
    await page.goto(urlOf("sample", "data/"));
    await expect(page.locator("html")).toHaveAttribute("data-accent", accent);
  }
  expect(colors.size, "different accent colours").toBe(4);
});

test("a live chart follows the switch", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(urlOf("sample"));
  const canvas = await touch(page, charts(page).first());
  await page.mouse.move(0, 0);
  await choose(page, "dark", "theme");
  const lightest = () =>
    canvas.evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const copy = document.createElement("canvas");
      copy.width = width;
      copy.height = height;
      const context = copy.getContext("2d", { willReadFrequently: true });
      context?.drawImage(element as HTMLCanvasElement, 0, 0);
      const data = context?.getImageData(0, 0, width, height).data ?? [];
      let red = 0;
      for (let place = 0; place < data.length; place += 4) {
        if ((data[place + 3] ?? 0) > 200) red = Math.max(red, data[place] ?? 0);
      }
      return red;
    });
  // Words that were dark on light are light on dark.
  await expect.poll(lightest, "the lightest red on the canvas").toBeGreaterThan(200);
});

test("what the switch remembers may be anything, and the page still shows", async ({ page }) => {
  await page.goto(urlOf("sample"));
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, '"><script>alert(1)</script>');
    for (const key of ["theme", "accent"]) localStorage.setItem(key, "no such thing");
  });
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await page.locator("html").getAttribute("data-theme")) ?? "").not.toContain("<");
});

/**
 * Chooses an appearance by whatever control offers it: radio buttons, a list, buttons by name, one button that
 * cycles.
 */
async function choose(page: Page, option: string, what: "theme" | "accent"): Promise<void> {
  const name = new RegExp(`\\b${option}\\b`, "i");
  const list = page.locator("select").filter({ has: page.locator(`option[value="${option}"]`) });
  const radio = page.getByRole("radio", { name });
  const button = page.getByRole("button", { name });
  const cycle = page.getByRole("button", { name: new RegExp(what, "i") });
  const any = list.or(radio).or(button).or(cycle);
  if ((await any.filter({ visible: true }).count()) === 0) {
    // The controls may stand behind one that opens them.
    await page
      .locator("summary, button[popovertarget]")
      .filter({ hasText: /theme|appearance|display|accent/i })
      .first()
      .click();
  }
  await expect(any.filter({ visible: true }).first(), `a control for ${what} ${option}`).toBeVisible();
  if (await list.first().isVisible()) await list.first().selectOption(option);
  else if (await radio.first().isVisible()) await radio.first().check();
  else if (await button.first().isVisible()) await button.first().click();
  else {
    for (
      let clicks = 0;
      clicks < 4 && (await page.locator("html").getAttribute(`data-${what}`)) !== option;
      clicks++
    ) {
      await cycle.first().click();
    }
  }
}

/** The colour behind everything, as the browser works it out. */
function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

function accentColor(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim());
}
