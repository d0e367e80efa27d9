import type { Locator, Page } from "playwright/test";
import { z } from "zod";
import { axe } from "./axe.ts";
import type { SiteName } from "./sites.ts";
import { expect, filesOf, test, urlOf } from "./test.ts";

const narrowed = (page: Page) => page.locator("#narrowed-overview");
const whole = (page: Page) => page.locator("#whole-overview");
const status = (page: Page) => page.locator(".filter-status");

const filter = (page: Page, name: string) =>
  page.locator(".filters").getByRole("combobox", { name, exact: true });

/** A headline number of what is shown. */
function number(shown: Locator, name: string): Locator {
  return shown
    .locator(".headline")
    .filter({ has: shown.page().locator("dt", { hasText: new RegExp(`^${name}$`) }) })
    .locator(".number");
}

/** What filters.json says of fields and customers. */
const tablesShape = z.object({
  fields: z.array(z.object({ field: z.string(), values: z.array(z.string()), choices: z.number() })),
  tables: z.array(z.object({ key: z.string(), columns: z.object({ customers: z.string().optional() }) })),
});

function tablesOf(site: SiteName) {
  const content: unknown = JSON.parse(filesOf(site).get("filters.json")?.toString() ?? "");
  return tablesShape.parse(content);
}

async function opened(page: Page, query: string): Promise<void> {
  await page.goto(urlOf("sample") + query);
  await expect(status(page)).toContainText("match");
}

test("a choice narrows headline numbers and charts together, is announced, and reset returns to the whole page @everywhere", async ({
  page,
}) => {
  await page.goto(urlOf("sample"));
  const all = await number(whole(page), "Customers").innerText();
  // A person reaches a control before choosing in it; that is what wakes the island.
  await filter(page, "Gender").focus();
  await filter(page, "Gender").selectOption("Female");
  await expect(status(page)).toHaveText(/^Purchases with gender Female: [\d,]+ customers match\.$/);
  await expect(page).toHaveURL(/\?gender=Female$/);
  await expect(whole(page)).toBeHidden();
  const women = await number(narrowed(page), "Customers").innerText();
  expect(Number(women.replace(",", ""))).toBeLessThan(Number(all.replace(",", "")));
  await expect(status(page)).toContainText(women);
  await expect(narrowed(page).locator("figure").first().locator("canvas")).toBeVisible();

  const ages = narrowed(page).locator("figure").filter({ hasText: "Customers by age group" });
  await ages.locator("summary").click();
  const before = await ages.getByRole("table").innerText();
  const heat = narrowed(page).locator("table.heat");
  const purchases = await heat.innerText();
  await filter(page, "Persona").selectOption("Gold");
  await expect(page).toHaveURL(/\?gender=Female&persona=Gold$/);
  await expect(status(page)).toContainText("gender Female and persona Gold");
  await expect(ages.getByRole("table")).not.toHaveText(before);
  // Where a cell of the part would tell of few, the part has no such table.
  await expect.poll(async () => ((await heat.count()) === 0 ? "" : heat.innerText())).not.toBe(purchases);
  await expect(number(narrowed(page), "Customers")).not.toHaveText(women);
  await expect(filter(page, "Season")).toBeDisabled();

  await page.getByRole("button", { name: "Reset" }).click();
  await expect(whole(page)).toBeVisible();
  await expect(narrowed(page)).toBeEmpty();
  await expect(status(page)).toBeEmpty();
  await expect(filter(page, "Gender")).toHaveValue("");
  expect(new URL(page.url()).search).toBe("");
  await expect(number(whole(page), "Customers")).toHaveText(all);
});

test("the address brings a selection back, and what it does not know is all", async ({ page }) => {
  await opened(page, "?season=Winter&gender=Female");
  await expect(filter(page, "Season")).toHaveValue("Winter");
  await expect(filter(page, "Gender")).toHaveValue("Female");
  await expect(status(page)).toContainText("season Winter and gender Female");

  await opened(page, "?gender=Nobody&season=Winter&persona=Platinum&category=Clothing&other=1");
  await expect(filter(page, "Gender")).toHaveValue("");
  await expect(status(page)).toContainText("season Winter and persona Platinum");

  await page.goto(`${urlOf("sample")}?gender=Nobody`);
  await expect(page.locator(".filters")).toBeVisible();
  await expect(whole(page)).toBeVisible();
  await expect(narrowed(page)).toBeEmpty();
});

test("going back leaves the Overview, and coming again finds the selection", async ({ page }) => {
  await opened(page, "?season=Winter");
  await page.getByRole("navigation").getByRole("link", { name: "About the data" }).click();
  await expect(page).toHaveURL(/data\/$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?season=Winter$/);
  await expect(status(page)).toContainText("season Winter");
});

test("the filters are driven by keyboard alone", async ({ page }) => {
  await page.goto(urlOf("sample"));
  await filter(page, "Gender").focus();
  await page.keyboard.type("Fem");
  await expect(status(page)).toContainText("gender Female");
  await expect(filter(page, "Gender")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(filter(page, "Age group")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("All");
  await expect(whole(page)).toBeVisible();
});

/**
 * The query of the first pair of values that can be chosen and whose number of customers is as given; empty for
 * hidden.
 */
function pairWith(site: SiteName, customers: string): string {
  const { fields, tables } = tablesOf(site);
  const isOffered = (field: string, place: number) => {
    const own = tables.find(({ key }) => key === field)?.columns.customers?.split(",")[place];
    return own !== undefined && own !== "" && own !== "0";
  };
  for (const { key, columns } of tables) {
    const [one, other, ...more] = key.split("+").map((name) => fields.find(({ field }) => field === name));
    if (!one || !other || more.length > 0) continue;
    const cells = (columns.customers ?? "").split(",");
    for (const [place, text] of cells.entries()) {
      const [a, b] = [Math.floor(place / other.values.length), place % other.values.length];
      const [first, second] = [one.values[a] ?? "", other.values[b] ?? ""];
      if (text !== customers || a >= one.choices || b >= other.choices) continue;
      if (!isOffered(one.field, a) || !isOffered(other.field, b)) continue;
      return `?${new URLSearchParams([
        [one.field, first],
        [other.field, second],
      ])}`;
    }
  }
  throw new Error(`${site} has no such pair`);
}

test("a selection whose number of customers would tell of few is shown without it", async ({ page }) => {
  await page.goto(urlOf("hostile") + pairWith("hostile", ""));
  await expect(status(page)).toContainText("shown without the number of customers");
  await expect(number(narrowed(page), "Customers")).toHaveCount(0);
});

test("a selection of nobody says so", async ({ page }) => {
  await page.goto(urlOf("sample") + pairWith("sample", "0"));
  await expect(status(page)).toContainText("no customer matches");
  await expect(narrowed(page)).toContainText("No customer bought so.");
  await expect(narrowed(page).locator("figure")).toHaveCount(0);
});

test("nothing of the filters is loaded before the first touch", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (/\.js$|filters\.json$/.test(request.url())) scripts.push(request.url());
  });
  await page.goto(urlOf("sample"));
  await page.waitForLoadState("networkidle");
  expect(scripts.filter((url) => /Filter|Narrowed|LiveChart|client\.|filters\.json/.test(url))).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong with the narrowed Overview in ${colorScheme} @everywhere`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await opened(page, "?gender=Female&season=Winter");
    await expect(narrowed(page).locator("canvas").first()).toBeVisible();
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
      [],
    );
  });
}

test("the narrowed Overview does not scroll sideways at 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await opened(page, "?ageGroup=25–34&category=Clothing");
  await expect(narrowed(page).locator("canvas").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("on paper a selection is told, and the controls are not there", async ({ page }) => {
  await opened(page, "?gender=Female");
  await page.emulateMedia({ media: "print" });
  await expect(status(page)).toBeVisible();
  await expect(page.locator(".filter-controls")).toBeHidden();
  await expect(narrowed(page).locator("canvas").first()).toBeVisible();
});

test("report.json is without the tables, and they take at most 40 KB", async () => {
  for (const [path, bytes] of filesOf("sample")) {
    if (path === "report.json") expect(bytes.toString()).not.toContain('"filters"');
    if (path === "filters.json") {
      const { gzipSync } = await import("node:zlib");
      expect(gzipSync(bytes).length).toBeLessThanOrEqual(40 * 1024);
    }
  }
});
