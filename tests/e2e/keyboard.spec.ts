import type { Page } from "playwright/test";
import { pageKinds } from "./page-kinds.ts";
import { expect, test, urlOf } from "./test.ts";

/** What is wrong where the focus stands; `done` where it has left the page. */
interface Stop {
  name: string;
  faults: string[];
  done: boolean;
}

for (const { site, path } of pageKinds) {
  test(`every stop of the Tab key on /${path} shows its focus, and nothing covers it`, async ({ page }) => {
    // Backwards: a page that scrolls up brings what has the focus in below the header that stays.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1280, height: 600 });
    await page.goto(urlOf(site, path));
    const reachable = await page.locator("nav a:visible, a.skip, footer a:visible, figure a:visible").count();
    const stops: Stop[] = [];
    for (;;) {
      await page.keyboard.press("Shift+Tab");
      const stop = await stopOf(page);
      if (stop.done) break;
      stops.push(stop);
      expect(stops.length, `stops; the last was ${stop.name}`).toBeLessThan(300);
    }
    expect(stops.length, "stops").toBeGreaterThanOrEqual(Math.max(1, reachable));
    expect(stops.flatMap(({ name, faults }) => faults.map((fault) => `${name} ${fault}`))).toEqual([]);
  });
}

test("the skip link is the first stop, shows itself, and leads past the navigation", async ({ page }) => {
  for (const { site, path } of pageKinds.filter(({ path }) => !path.startsWith("embed/"))) {
    await page.goto(urlOf(site, path));
    await page.keyboard.press("Tab");
    const skip = page.locator(".skip");
    await expect(skip, `/${path}`).toBeFocused();
    await expect(skip, `/${path}`).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.locator("#main"), `/${path}`).toBeFocused();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("header.top") ?? null)).toBeNull();
  }
});

/** Looks at what has the focus: whether it is drawn, and whether it stands free of the header (2.4.7, 2.4.11). */
function stopOf(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { name: "", faults: [], done: true };
    const faults: string[] = [];
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) faults.push("shows no focus");
    const box = element.getBoundingClientRect();
    const header = document.querySelector("header.top");
    const sticks = header !== null && getComputedStyle(header).position === "sticky";
    const top = sticks && !header.contains(element) ? header.getBoundingClientRect().bottom : 0;
    const fits = box.height <= innerHeight - top;
    if (fits && !element.matches(".skip") && box.top < top - 1)
      faults.push(`begins at ${box.top}, and the header reaches to ${top}`);
    const seen = [...element.getClientRects()].some((part) => {
      // Of what is taller than the screen, the part on it.
      const upper = Math.max(0, part.top);
      const height = Math.min(innerHeight, part.bottom) - upper;
      return [0.1, 0.5, 0.9].some((across) =>
        [0.1, 0.5, 0.9].some((down) => {
          const hit = document.elementFromPoint(part.left + part.width * across, upper + height * down);
          return hit !== null && (element.contains(hit) || hit.shadowRoot?.contains(element) === true);
        }),
      );
    });
    if (!seen) faults.push("is covered");
    const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return {
      name: `${element.localName} "${words.trim().replace(/\s+/g, " ").slice(0, 40)}"`,
      faults,
      done: false,
    };
  });
}
