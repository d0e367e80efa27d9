import Papa from "papaparse";
import { foldSpaces } from "../../src/dataset/clean/text.ts";
import { mostOnPage } from "../../src/sections/lookup/words.ts";
import { naughtyCustomer } from "../fixtures/naughty.ts";
import { expect, filesOf, pagesOf, test, urlOf } from "./test.ts";

// The one site whose report.yaml asks for the list of customers; they are named by naughty strings.

/** The rows of the file, its header first. */
function fileRows(): string[][] {
  const text = filesOf("naughty").get("customers-lookup.csv")?.toString("utf8") ?? "";
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { delimiter: ",", skipEmptyLines: true }).data;
}

test("the list of customers is in the navigation, and says what it is", async ({ page }) => {
  await page.goto(urlOf("naughty", "customers/"));
  await page
    .getByRole("navigation", { name: "Pages of Customers" })
    .getByRole("link", { name: "Customers lookup" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customers, one by one");
  await expect(page.getByRole("note")).toContainText("This page is about single people");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  await expect(page.getByRole("contentinfo")).toContainText("one row a customer");
});

test("every other page says in its footer that customers are listed", async ({ page }) => {
  const paths = pagesOf("naughty");
  expect(paths.length).toBeGreaterThan(4);
  for (const path of paths) {
    await page.goto(urlOf("naughty", path));
    await expect(page.getByRole("contentinfo"), path).toContainText("one row a customer");
  }
});

test("the page and the file hold every customer once, names of any kind as text", async ({ page }) => {
  const [header = [], ...rows] = fileRows();
  expect(header).toEqual(expect.arrayContaining(["Customer", "Orders", "Revenue", "Last purchase"]));
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.length).toBeLessThanOrEqual(mostOnPage);
  const numberOf = (name: string) => Number(/naughty-customer-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
  expect(new Set(rows.map(([name = ""]) => numberOf(name))).size).toBe(rows.length);
  await page.goto(urlOf("naughty", "lookup/"));
  const shown = await page.locator(".customer-list tbody th").allTextContents();
  expect(shown.length).toBe(rows.length);
  const plain = (text: string) => foldSpaces(text).normalize("NFC");
  const altered = shown.filter((name) => plain(name) !== plain(naughtyCustomer(numberOf(name))));
  expect(altered).toEqual([]);
});

test("a search leaves the rows that hold what was typed, and says how many", async ({ page }) => {
  await page.goto(urlOf("naughty", "lookup/"));
  const rows = page.locator(".customer-list tbody tr");
  const all = await rows.count();
  const search = page.getByRole("searchbox", { name: "Find a customer" });
  const status = page.getByRole("search").getByRole("status");
  await search.fill("NAUGHTY-CUSTOMER-42");
  await expect(status).toHaveText("1 customer found");
  await expect(rows.filter({ visible: true })).toHaveCount(1);
  await search.fill("nobody is called so");
  await expect(status).toHaveText("0 customers found");
  await search.fill("");
  await expect(status).toBeEmpty();
  await expect(rows.filter({ visible: true })).toHaveCount(all);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the list is there and the search is not shown", async ({ page }) => {
    await page.goto(urlOf("naughty", "lookup/"));
    await expect(page.getByRole("searchbox")).toHaveCount(0);
    await expect(page.locator(".customer-list tbody tr").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Download all as CSV" })).toBeVisible();
  });
});
