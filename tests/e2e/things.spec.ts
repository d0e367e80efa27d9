import type { Page } from "playwright/test";
import type { Report } from "../../src/report/report.ts";
import type { Thing } from "../../src/report/things.ts";
import { affinityThings } from "../../src/sections/affinity/affinity-things.ts";
import { hostileNames, longName, rareName } from "../fixtures/names.ts";
import { axe } from "./axe.ts";
import { base, type SiteName, siteNames } from "./sites.ts";
import { expect, filesOf, test, urlOf } from "./test.ts";

const headings = {
  also: "What goes with it",
  leads: "What leads to it",
  traits: "Which traits go with it",
} as const;

function reportOf(site: SiteName): Report {
  return JSON.parse(filesOf(site).get("report.json")?.toString() ?? "null") as Report;
}

function thingOf(site: SiteName, name: string): Thing {
  const found = affinityThings(reportOf(site)).find((thing) => thing.name === name);
  if (found === undefined) throw new Error(`"${name}" has no page in ${site}`);
  return found;
}

/** The rows of a section's table, cell by cell; a page just navigated to is waited for. */
async function cells(page: Page, section: keyof typeof headings): Promise<string[][]> {
  const rows = page.getByRole("region", { name: headings[section] }).getByRole("row");
  await page.waitForLoadState();
  const texts = await rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll("th, td")].map((cell) => (cell as HTMLElement).innerText.trim()),
    ),
  );
  return texts.slice(1);
}

for (const site of siteNames) {
  test(`every category and product of ${site} has a page of its own, and nothing else has`, () => {
    const built = [...filesOf(site).keys()].filter((path) => /^products\/.+\/index\.html$/.test(path)).sort();
    const expected = affinityThings(reportOf(site)).map(({ path }) => `${path}index.html`);
    expect(built).toEqual(expected.sort());
    expect(built.length).toBeGreaterThan(0);
  });
}

test("a product's page says what goes with it, in both directions, and leads there and back", async ({
  page,
}) => {
  await page.goto(urlOf("sample", "products/product/jeans/"));
  await expect(page).toHaveTitle(/^Jeans · /);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jeans");
  await expect(page.getByRole("main")).toContainText(/579 purchases .* by 507 customers/);
  const [also] = await cells(page, "also");
  expect(also).toEqual(["Sneakers", "25%", "29%", "6.98", "143 of 579 orders", "141", "very unlikely"]);

  await page.getByRole("link", { name: "Sneakers" }).first().click();
  await expect(page).toHaveURL(new RegExp(`${base}/products/product/sneakers/$`));
  expect((await cells(page, "also")).map(([name]) => name)).toEqual(["Jeans"]);
  await page.getByRole("main").getByRole("link", { name: "Products", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${base}/products/$`));
});

test("the navigation marks Products on a thing's page", async ({ page }) => {
  await page.goto(urlOf("sample", "products/category/footwear/"));
  const current = page.getByRole("navigation", { name: "Pages" }).locator("a[aria-current]");
  await expect(current).toHaveText(["Products", "Products"]);
});

test("traits stand with what is given and what follows", async ({ page }) => {
  await page.goto(urlOf("sample", "products/product/handbag/"));
  expect((await cells(page, "traits")).map((row) => row.slice(0, 3))).toEqual([
    ["Handbag", "Gender: Female", expect.stringMatching(/^7\d%$/)],
  ]);
  await page.goto(urlOf("sample", "products/category/outerwear/"));
  const rows = (await cells(page, "traits")).map((row) => row.slice(0, 2));
  expect(rows).toContainEqual(
    ["Category: Outerwear", "Season: Winter"].map((text) => text.replace("Category: ", "")),
  );
});

test("where nothing survives, sentences say so, and there is no empty table", async ({ page }) => {
  await page.goto(urlOf("sample", "products/category/footwear/"));
  const main = page.getByRole("main");
  await expect(main).toContainText(
    /\d+ rules were tested on categories of a customer over time; none with Footwear is more than chance explains and right at least 10% of the time\./,
  );
  for (const { path } of affinityThings(reportOf("sample"))) {
    await page.goto(urlOf("sample", path));
    for (const table of await page.getByRole("table").all()) {
      expect(await table.getByRole("row").count(), path).toBeGreaterThan(1);
    }
    expect(await main.innerText(), path).not.toMatch(/\b(undefined|NaN|Infinity|\[object Object\]|null)\b/);
  }
});

test("names that do harm stand in heads and tables as text, and in no page is one of too few customers", async ({
  page,
}) => {
  const things = affinityThings(reportOf("hostile"));
  for (const name of [...hostileNames, longName]) expect(things.map((thing) => thing.name)).toContain(name);
  for (const { name, path } of things) {
    await page.goto(urlOf("hostile", path));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    const planted = await page.evaluate(() =>
      [...document.querySelectorAll("main *")].flatMap((element) =>
        element.nodeName === "IMG" ||
        // The page's own scripts say nothing of what names would do.
        (element.nodeName === "SCRIPT" && /alert|drop table/i.test(element.textContent)) ||
        [...element.attributes].some(
          (attribute) => /^on/i.test(attribute.name) || /^\s*javascript:/i.test(attribute.value),
        )
          ? [element.outerHTML.slice(0, 100)]
          : [],
      ),
    );
    expect(planted, path).toEqual([]);
    expect(await page.content()).not.toContain(rareName);
  }
});

test("a thing's page fits its screen, whatever the names @everywhere", async ({ page }) => {
  const paths = [
    ...affinityThings(reportOf("hostile")).map(({ path }) => urlOf("hostile", path)),
    urlOf("sample", "products/product/jeans/"),
    urlOf("sample", "products/category/outerwear/"),
  ];
  for (const url of paths) {
    await page.goto(url);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, url).toBeLessThanOrEqual(0);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong with a thing of a hostile name in ${colorScheme} @everywhere`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(urlOf("hostile", thingOf("hostile", hostileNames[4] ?? "").path));
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

for (const site of siteNames) {
  test(`every link of the things' pages of ${site} leads to a file of the site`, () => {
    const files = filesOf(site);
    for (const { path } of affinityThings(reportOf(site))) {
      const html = files.get(`${path}index.html`)?.toString() ?? "";
      const targets = [...html.matchAll(/<a\s[^<]*?href="([^"]*)"/g)].map(([, href = ""]) =>
        new URL(href, urlOf(site, path)).pathname.slice(base.length + 1),
      );
      expect(targets.length, `links of ${site} /${path}`).toBeGreaterThan(5);
      const missing = targets.filter(
        (target) => !files.has(target === "" || target.endsWith("/") ? `${target}index.html` : target),
      );
      expect(missing, `${site} /${path}`).toEqual([]);
    }
  });
}

test("the Affinity page links to every thing's page", async ({ page }) => {
  for (const site of siteNames) {
    await page.goto(urlOf(site, "affinity/"));
    const targets = await page
      .locator("#things a")
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(targets).toEqual(affinityThings(reportOf(site)).map(({ path }) => `${base}/${path}`));
  }
});
