import Papa from "papaparse";
import type { Page } from "playwright/test";
import { z } from "zod";
import { caseKey, foldSpaces } from "../../src/dataset/clean/text.ts";
import { naughtyHeaders, stringsOf } from "../fixtures/naughty.ts";
import { charts, expect, filesOf, pagesOf, test, touch, urlOf } from "./test.ts";

// The Big List of Naughty Strings as names and headers. Every test fails as well on a dialog, a word in the console,
// a request elsewhere (test.ts); links.spec.ts follows the links of this site too.

/** Pages below those of the navigation: every eighth of products and categories, every fourth of single figures. */
function deeperPages(): string[] {
  const found = [...filesOf("naughty").keys()].filter((path) => path.endsWith("/index.html")).sort();
  const below = (folder: string, every: number) =>
    found.filter((path) => path.startsWith(folder)).filter((_, index) => index % every === 0);
  return [...below("products/", 8), ...below("embed/", 4)].map((path) => path.replace(/index\.html$/, ""));
}

/** Names of elements and of attributes that a page is made of. */
function markupOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const names = new Set<string>();
    for (const element of document.querySelectorAll("*")) {
      names.add(`<${element.localName}>`);
      for (const { name } of element.attributes) names.add(name);
    }
    return [...names];
  });
}

test("no element and no attribute comes from the data", async ({ page }) => {
  const known = new Set<string>(["dir"]);
  for (const path of [...pagesOf("sample"), "embed/spend/", "products/product/jeans/"]) {
    if (!filesOf("sample").has(`${path}index.html`)) continue;
    await page.goto(urlOf("sample", path));
    for (const name of await markupOf(page)) known.add(name);
  }
  const paths = [...pagesOf("naughty"), ...deeperPages()];
  expect(paths.length).toBeGreaterThan(15);
  const strange: string[] = [];
  for (const path of paths) {
    await page.goto(urlOf("naughty", path));
    const names = await markupOf(page);
    strange.push(...names.filter((name) => !known.has(name)).map((name) => `/${path}: ${name}`));
  }
  expect(strange).toEqual([]);
});

test("charts, filters and rules with naughty names come alive and stay text", async ({ page }) => {
  await page.goto(urlOf("naughty", "products/"));
  await touch(page, charts(page).first());
  const category = page.locator(".filters").getByRole("combobox", { name: "Category", exact: true });
  await page.goto(urlOf("naughty"));
  await category.focus();
  const values = await category
    .locator("option")
    .evaluateAll((all) =>
      all.flatMap((option) =>
        option instanceof HTMLOptionElement && option.value !== "" ? [option.value] : [],
      ),
    );
  expect(values.length).toBeGreaterThan(2);
  for (const value of values.slice(0, 3)) {
    await category.selectOption({ value });
    await expect(page.locator(".filter-status")).toContainText("match");
    expect(new URL(page.url()).searchParams.get("category")).toBe(value);
  }
  await page.reload();
  await expect(category).toHaveValue(values[2] ?? "");
});

test("report.json holds the strings as they were written", () => {
  const shape = z.object({
    breakdowns: z.record(z.string(), z.object({ groups: z.array(z.object({ name: z.string() })) })),
    dataset: z.object({ unmapped: z.array(z.string()) }),
  });
  const content: unknown = JSON.parse(filesOf("naughty").get("report.json")?.toString("utf8") ?? "");
  const { breakdowns, dataset } = shape.parse(content);
  for (const field of ["product", "category", "location", "color", "size", "paymentMethod"] as const) {
    const shown = new Set((breakdowns[field]?.groups ?? []).map(({ name }) => caseKey(name)));
    const missing = stringsOf(field).filter((text) => !shown.has(caseKey(text)));
    expect(missing, field).toEqual([]);
  }
  const headers = new Set(dataset.unmapped.map(caseKey));
  expect(naughtyHeaders.unknown.filter((text) => !headers.has(caseKey(text)))).toEqual([]);
});

test("no download can start a formula", () => {
  const files = [...filesOf("naughty")].filter(([path]) => path.endsWith(".csv"));
  expect(files.length).toBeGreaterThan(5);
  for (const [path, bytes] of files) {
    const { data, errors } = Papa.parse<string[]>(bytes.toString("utf8"), {
      delimiter: ",",
      skipEmptyLines: true,
    });
    expect(errors, path).toEqual([]);
    for (const cell of data.flat()) {
      if (/^[+-]?[\d.]+(e[+-]\d+)?%?$/i.test(cell)) continue;
      expect(cell, path).not.toMatch(/^[=+\-@\t\r\n]/);
    }
  }
});

test("baked drawings are well-formed and hold no element but those of drawings", async ({ page }) => {
  await page.goto(urlOf("naughty", "products/"));
  const found = await page.evaluate(() =>
    [...document.querySelectorAll("svg")].map((svg) => {
      const parsed = new DOMParser().parseFromString(
        new XMLSerializer().serializeToString(svg),
        "image/svg+xml",
      );
      return {
        broken: parsed.querySelector("parsererror") !== null,
        names: [...new Set([...parsed.querySelectorAll("*")].map(({ localName }) => localName))],
      };
    }),
  );
  expect(found.length).toBeGreaterThan(0);
  for (const { broken, names } of found) {
    expect(broken).toBe(false);
    expect(
      names.filter(
        (name) => !/^(svg|g|path|rect|text|tspan|title|desc|defs|clipPath|use|line|circle)$/.test(name),
      ),
    ).toEqual([]);
  }
});

test("the longest names are read whole on the pages of their lists", async ({ page }) => {
  const plain = (text: string) => foldSpaces(text).normalize("NFC");
  await page.goto(urlOf("naughty", "products/"));
  const cells = (await page.locator("main").locator("td, th").allTextContents()).map(plain);
  const shown = stringsOf("product").filter((text) => cells.some((cell) => cell.includes(plain(text))));
  expect(shown.length).toBeGreaterThanOrEqual(10);
});
