import type { Locator, Page } from "playwright/test";
import { base, siteNames } from "./sites.ts";
import { expect, filesOf, pages, pagesOf, pagesOfPlaces, personaPages, test, urlOf } from "./test.ts";

test("the sample has every page of the report and no other", () => {
  // Those of products and categories are held to the report by things.spec.ts, those of single figures by sharing.spec.ts.
  const built = [...filesOf("sample").keys()]
    .filter((path) => path.endsWith(".html") && !/^(affinity\/.+|products\/.+|embed\/.+)\/index/.test(path))
    .sort();
  const expected = [...pages, ...personaPages].map((page) => `${page}index.html`);
  expect(built).toEqual([...expected, "404.html", "report.html"].sort());
});

test("addresses of products and categories of before lead on to their pages", async ({ page }) => {
  await page.goto(urlOf("sample", "affinity/product/jeans/"));
  await expect(page).toHaveURL(new RegExp(`${base}/products/product/jeans/$`));
  const moved = [...filesOf("sample").keys()].filter((path) => /^affinity\/.+\/index\.html$/.test(path));
  const now = [...filesOf("sample").keys()].filter((path) => /^products\/.+\/index\.html$/.test(path));
  expect(moved.map((path) => path.replace("affinity", "products")).sort()).toEqual(now.sort());
});

test("every page names its icon, so that no browser asks the host for one outside the report", () => {
  const without = [...filesOf("sample")]
    .filter(
      ([path, body]) => path.endsWith(".html") && !/<link rel="icon" href="[^"]*svg/.test(body.toString()),
    )
    .map(([path]) => path);
  expect(without).toEqual([]);
});

test("the navigation leads from page to page, each under the base path @everywhere", async ({ page }) => {
  await page.goto(urlOf("sample"));
  const places = page.getByRole("navigation", { name: "Pages", exact: true }).getByRole("link");
  const first = Object.values(pagesOfPlaces).map(([path]) => path);
  for (const [name, inside] of Object.entries<readonly string[]>(pagesOfPlaces)) {
    for (const [index, to] of inside.entries()) {
      await expectPaths(places, first);
      const inPlace = page.getByRole("navigation", { name: `Pages of ${name}` }).getByRole("link");
      const arrived = page.waitForResponse(
        (response) => response.request().isNavigationRequest() && response.url() === urlOf("sample", to),
      );
      if (index === 0) await places.getByText(name, { exact: true }).click();
      else await inPlace.nth(index).click();
      expect((await arrived).status(), `status of /${to}`).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectPaths(inPlace, inside.length > 1 ? inside : []);
    }
  }
});

async function expectPaths(links: Locator, expected: readonly string[]) {
  const paths = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  expect(paths, `the navigation of ${links.page().url()}`).toEqual(expected.map((path) => `${base}/${path}`));
}

test("the navigation marks the page that is open, and its place", async ({ page }) => {
  for (const [name, inside] of Object.entries(pagesOfPlaces)) {
    for (const open of inside) {
      await page.goto(urlOf("sample", open));
      const current = page.getByRole("navigation").locator('a[aria-current="page"]');
      await expect(current.first()).toHaveAttribute("href", `${base}/${open}`);
      const places = page.getByRole("navigation", { name: "Pages", exact: true });
      await expect(places.locator("a[aria-current]")).toHaveText(name);
    }
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
