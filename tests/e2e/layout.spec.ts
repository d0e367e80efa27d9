import type { Page } from "playwright/test";
import { pageKinds } from "./page-kinds.ts";
import type { SiteName } from "./sites.ts";
import { expect, pages, pagesOf, test, urlOf } from "./test.ts";

/** 640 px is a screen of 1,280 at 200%, 320 px one at 400%. */
const widths = [320, 390, 640, 768, 1280];

for (const site of ["sample", "hostile", "shopify"] as const satisfies SiteName[]) {
  test(`no page of ${site} scrolls sideways from 320 to 1280 px`, async ({ page }) => {
    for (const path of pagesOf(site)) await expectNoSidewaysScroll(page, site, path);
  });
}

const inNavigation: readonly string[] = pages;
for (const { site, path } of pageKinds.filter(({ path }) => !inNavigation.includes(path))) {
  test(`/${path} scrolls sideways at no width`, async ({ page }) => {
    await expectNoSidewaysScroll(page, site, path);
  });
}

test("the navigation is in sight and marked from 360 to 2560 px", async ({ page }) => {
  for (const { site, path } of pageKinds.filter(({ path }) => !path.startsWith("embed/"))) {
    await page.goto(urlOf(site, path));
    const navigation = page.getByRole("navigation").first();
    const current = navigation.locator("[aria-current]");
    await expect(current, `the link marked on /${path}`).toHaveCount(path === "404.html" ? 0 : 1);
    for (const width of [768, 1024, 1100, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      const hidden = await navigation.getByRole("link").evaluateAll(hiddenOnes);
      expect(hidden, `links not in sight on /${path} at ${width} px`).toEqual([]);
    }
    // On a phone it is one row that scrolls, the page that is open in view.
    await page.setViewportSize({ width: 360, height: 800 });
    await page.reload();
    const rows = page.locator(":is(.nav, .subnav) ul");
    for (const row of await rows.all()) {
      const tops = await row
        .getByRole("link")
        .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
      expect(new Set(tops).size, `rows of links on /${path}`).toBe(1);
    }
    const marked = page.locator(":is(.nav, .subnav) [aria-current]");
    expect(await marked.evaluateAll(hiddenOnes), `marked links not in sight on /${path}`).toEqual([]);
    await page.setViewportSize({ width: 2560, height: 800 });
    // On a very wide screen the page stays short enough to read, in the middle.
    const box = await page.getByRole("main").boundingBox();
    expect(box?.width ?? 0, `the width of /${path}`).toBeLessThan(1300);
    const middle = (box?.x ?? 0) + (box?.width ?? 0) / 2;
    expect(Math.abs(middle - 1280), `how far /${path} is off the middle`).toBeLessThan(12);
  }
});

test("a long title cuts no page off the navigation, nor does it hide where a link leads", async ({
  page,
}) => {
  for (const width of [1100, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(urlOf("changed"));
    await page.locator(".brand-title").evaluate((title) => {
      title.textContent = "What the customers of all our shops bought";
    });
    const links = page.getByRole("navigation").first().getByRole("link");
    expect(await links.evaluateAll(hiddenOnes), `links not in sight at ${width} px`).toEqual([]);
    const header = await page.locator("header.top").boundingBox();
    const padding = await page.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop),
    );
    expect(header?.height ?? 0, `the header at ${width} px`).toBeLessThan(padding);
  }
});

test("no word in the tables of places and products is parted on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["locations/", "products/"]) {
    await page.goto(urlOf("sample", path));
    const parted = await page.locator(".table tbody :is(th, td)").evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        const text = walker.nextNode();
        return [...(text?.textContent ?? "").matchAll(/\p{L}+/gu)].flatMap((word) => {
          const range = document.createRange();
          if (text === null) return [];
          range.setStart(text, word.index);
          range.setEnd(text, word.index + word[0].length);
          return range.getClientRects().length > 1 ? [word[0]] : [];
        });
      }),
    );
    expect(parted, path).toEqual([]);
  }
});

test("nothing moves for readers who want reduced motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto(urlOf("sample"));
  expect(await moving(page), "what moves for the others").toEqual(["html scrolls smoothly"]);
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const { site, path } of pageKinds) {
    await page.goto(urlOf(site, path));
    expect(await moving(page), `what moves on /${path}`).toEqual([]);
  }
});

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

async function expectNoSidewaysScroll(page: Page, site: SiteName, path: string): Promise<void> {
  await page.goto(urlOf(site, path));
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflowing(page), `what is wider than /${path} at ${width} px`).toEqual([]);
  }
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

/** The links that are cut off, stand outside the window or beneath something else. */
function hiddenOnes(links: Element[]): string[] {
  return links
    .filter((link) => {
      const { left, right, top, bottom } = link.getBoundingClientRect();
      if (right - left < 24 || bottom - top < 24) return true;
      const corners = [left + 2, right - 2].map((x) => document.elementFromPoint(x, (top + bottom) / 2));
      return corners.some((hit) => hit === null || !link.contains(hit));
    })
    .map((link) => link.textContent ?? "");
}

/** Elements with a transition, an animation or a smooth scroll. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return [
        ...(transitionDuration.split(", ").some((each) => each !== "0s")
          ? [`${element.localName} has a transition`]
          : []),
        ...(animationName === "none" ? [] : [`${element.localName} is animated`]),
        ...(scrollBehavior === "smooth" ? [`${element.localName} scrolls smoothly`] : []),
      ];
    }),
  );
}
