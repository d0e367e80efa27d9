import type { Page } from "playwright/test";
import { base, siteNames } from "./sites.ts";
import { expect, filesOf, pages, pagesOf, personaPages, test, urlOf } from "./test.ts";

test("the sample has every page of the report and no other", () => {
  // Those below affinity/ are held to the report by things.spec.ts, those of single figures by sharing.spec.ts.
  const built = [...filesOf("sample").keys()]
    .filter((path) => path.endsWith(".html") && !/^(affinity\/.+|embed\/.+)\/index/.test(path))
    .sort();
  const expected = [...pages, ...personaPages].map((page) => `${page}index.html`);
  expect(built).toEqual([...expected, "404.html"].sort());
});

for (const from of pages) {
  test(`every navigation link of /${from} leads to a page under the base path @everywhere`, async ({
    page,
  }) => {
    await page.goto(urlOf("sample", from));
    const links = page.getByRole("navigation", { name: "Pages" }).getByRole("link");
    const count = await links.count();
    expect(count, "navigation links").toBeGreaterThanOrEqual(pages.length);
    for (let place = 0; place < count; place++) {
      await page.goto(urlOf("sample", from));
      const link = links.nth(place);
      const name = await link.innerText();
      const target = await link.evaluate((element) => (element as HTMLAnchorElement).href);
      expect(new URL(target).pathname, `the path of "${name}"`).toMatch(new RegExp(`^${base}/`));
      const arrived =
        new URL(target).pathname === new URL(page.url()).pathname && target.includes("#")
          ? null
          : page.waitForResponse(
              (response) =>
                response.request().isNavigationRequest() && response.url() === target.replace(/#.*/, ""),
            );
      await link.click();
      if (arrived !== null) expect((await arrived).status(), `status of "${name}"`).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
  });
}

test("the navigation marks the page that is open", async ({ page }) => {
  for (const open of pages) {
    await page.goto(urlOf("sample", open));
    const current = page.getByRole("navigation").locator('a[aria-current="page"]');
    await expect(current.first()).toHaveAttribute("href", `${base}/${open}`);
  }
});

for (const site of siteNames) {
  test(`every link and every asset of ${site} is there, under the base path and on this host`, async ({
    page,
    request,
  }) => {
    const seen = new Map<string, string>();
    const broken: string[] = [];
    for (const path of [...pagesOf(site), "404.html"]) {
      await page.goto(urlOf(site, path));
      for (const { url, asset } of await addressesOn(page)) {
        if (!seen.has(url)) seen.set(url, `/${path}`);
        const { hostname, pathname, protocol } = new URL(url);
        if (!protocol.startsWith("http")) {
          if (protocol !== "mailto:" && protocol !== "data:") broken.push(`/${path} has ${url}`);
        } else if (hostname !== "127.0.0.1") {
          if (asset) broken.push(`/${path} takes an asset from elsewhere: ${url}`);
          seen.delete(url);
        } else if (!`${pathname}/`.startsWith(`${base}/`)) {
          broken.push(`/${path} leaves the base path: ${url}`);
        }
      }
    }
    const bodies = new Map<string, Promise<{ status: number; text: string }>>();
    const open = (url: string) => {
      const known =
        bodies.get(url) ??
        request
          .get(url)
          .then(async (response) => ({ status: response.status(), text: await response.text() }));
      bodies.set(url, known);
      return known;
    };
    for (const [url, from] of seen) {
      if (!url.startsWith("http")) continue;
      const { hash } = new URL(url);
      const { status, text } = await open(url.replace(/#.*/, ""));
      // The page for what is not there is itself at an address of its own.
      if (status !== 200) broken.push(`${from} → ${url}: status ${status}`);
      else if (hash.length > 1 && !text.includes(`id="${decodeURIComponent(hash.slice(1))}"`)) {
        broken.push(`${from} → ${url}: no element has that id`);
      }
      if (new URL(url).pathname.endsWith(".css")) {
        for (const [, inner] of text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)) {
          const target = new URL(inner ?? "", url);
          if (target.protocol !== "data:" && (await open(target.href)).status !== 200) {
            broken.push(`${url} → ${target.href}`);
          }
        }
      }
    }
    expect(seen.size, "addresses found").toBeGreaterThan(5);
    expect(broken).toEqual([]);
  });
}

test("an address that does not exist gets the site's own page with links that work", async ({
  page,
  complaints,
}) => {
  complaints.expect(/404/);
  const response = await page.goto(urlOf("sample", "no/such/page"));
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("navigation").getByRole("link").first().click();
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${base}/`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("an address without its last slash leads to the page", async ({ page }) => {
  const response = await page.goto(urlOf("sample", "methods"));
  expect(response?.status()).toBe(200);
  expect(page.url()).toBe(urlOf("sample", "methods/"));
});

/** Whatever a page's elements point to, as whole addresses. */
function addressesOn(page: Page): Promise<{ url: string; asset: boolean }[]> {
  return page.evaluate(() => {
    const names = [
      "href",
      "src",
      "component-url",
      "renderer-url",
      "before-hydration-url",
      "action",
      "poster",
    ];
    const found: { url: string; asset: boolean }[] = [];
    for (const element of document.querySelectorAll("*")) {
      for (const name of names) {
        const value = element.getAttribute(name);
        if (value === null || value === "") continue;
        const asset =
          !(element.localName === "a" && name === "href") && element.getAttribute("rel") !== "canonical";
        found.push({ url: new URL(value, document.baseURI).href, asset });
      }
    }
    return found;
  });
}
