import type { Locator, Page } from "playwright/test";
import { firstRows } from "../../src/sections/affinity/rule-list.ts";
import { axe } from "./axe.ts";
import { expect, test, urlOf } from "./test.ts";

const path = "affinity/";

/** The numbers of a column, by its heading, row by row. */
async function numbersIn(page: Page, heading: string): Promise<number[]> {
  const headings = await explorer(page).locator("thead th").allInnerTexts();
  const place = headings.findIndex((text) => text.trim() === heading);
  const texts = await explorer(page)
    .locator(`tbody tr > :nth-child(${place + 1})`)
    .allInnerTexts();
  return texts.map((text) => Number(text.replace(/[,%<\s]/g, "")));
}

function explorer(page: Page): Locator {
  return page.locator("#rule-explorer");
}

function rows(page: Page): Locator {
  return explorer(page)
    .locator("tbody tr")
    .filter({ has: page.locator("th") });
}

async function listed(page: Page): Promise<number> {
  const { affinity } = (await (await page.request.get(urlOf("sample", "report.json"))).json()) as {
    affinity: { kinds: { rules: unknown[] }[] };
  };
  return affinity.kinds.reduce((all, { rules }) => all + rules.length, 0);
}

/** How many the page holds before it is touched: the first of each kind. */
async function atFirst(page: Page): Promise<number> {
  const { affinity } = (await (await page.request.get(urlOf("sample", "report.json"))).json()) as {
    affinity: { kinds: { rules: unknown[] }[] };
  };
  return affinity.kinds.reduce((all, { rules }) => all + Math.min(rules.length, firstRows), 0);
}

const falling = (values: number[]) => values.toSorted((a, b) => b - a);

test("the explorer searches, filters, sorts and starts again by mouse @everywhere", async ({ page }) => {
  await page.goto(urlOf("sample", path));
  const all = await listed(page);
  const status = explorer(page).getByRole("status");
  await expect(status).toHaveText(`${all} combinations`);
  await expect(rows(page)).toHaveCount(await atFirst(page));

  await explorer(page).getByLabel("Product or trait").fill("JEANS");
  await expect(rows(page).first()).toContainText("Jeans");
  await expect(status).toContainText(`of ${all} combinations match`);
  const jeans = await rows(page).count();
  expect(jeans).toBeLessThan(all);
  for (const text of await rows(page).allInnerTexts()) expect(text).toContain("Jeans");
  await expect(page).toHaveURL(/\?search=JEANS$/);

  await explorer(page).getByLabel("Product or trait").fill("");
  await explorer(page).getByLabel("Kind of baskets").selectOption("traits");
  await expect(page).toHaveURL(/\?kind=traits$/);
  await explorer(page).getByLabel("Lift from").fill("1.5");
  await explorer(page).getByLabel("Confidence from %").fill("40");
  await expect(page).toHaveURL(/\?kind=traits&minLift=1.5&minConfidence=0.4$/);
  for (const lift of await numbersIn(page, "Lift")) expect(lift).toBeGreaterThanOrEqual(1.5);
  for (const confidence of await numbersIn(page, "Confidence")) expect(confidence).toBeGreaterThanOrEqual(40);

  await explorer(page).getByRole("button", { name: "Baskets" }).click();
  await expect(explorer(page).getByRole("columnheader", { name: "Baskets" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  const baskets = await numbersIn(page, "Baskets");
  expect(baskets.length).toBeGreaterThan(1);
  expect(baskets).toEqual(falling(baskets));
  await explorer(page).getByRole("button", { name: "Baskets" }).click();
  expect(await numbersIn(page, "Baskets")).toEqual(baskets.toReversed().toSorted((a, b) => a - b));

  await explorer(page).getByLabel("Product or trait").fill("no such thing");
  await expect(rows(page)).toHaveCount(0);
  await expect(status).toHaveText(`0 of ${all} combinations match`);
  await explorer(page).getByRole("button", { name: "Reset" }).click();
  await expect(rows(page)).toHaveCount(await atFirst(page));
  await expect(explorer(page).getByLabel("Lift from")).toHaveValue("");
  expect(new URL(page.url()).search).toBe("");
});

test("a press that comes before the script is answered", async ({ page }) => {
  await page.route(/RuleExplorer/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto(urlOf("sample", path));
  const heading = explorer(page).getByRole("columnheader", { name: "Confidence" });
  await heading.getByRole("button").click();
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await page.waitForTimeout(300);
  await expect(heading, "the press counts once").toHaveAttribute("aria-sort", "descending");
});

test("what is typed before the script is there is searched for", async ({ page }) => {
  await page.route(/RuleExplorer/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto(urlOf("sample", path));
  const search = explorer(page).getByLabel("Product or trait");
  await search.pressSequentially("jeans");
  await expect(explorer(page).getByRole("status")).toContainText("match");
  await expect(search).toHaveValue("jeans");
  await expect(page).toHaveURL(/\?search=jeans$/);
  for (const text of await rows(page).allInnerTexts()) expect(text).toContain("Jeans");
});

test("the explorer is driven by keyboard alone", async ({ page }) => {
  await page.goto(urlOf("sample", path));
  const search = explorer(page).getByLabel("Product or trait");
  await search.focus();
  await page.keyboard.type("winter");
  await expect(page).toHaveURL(/\?search=winter$/);
  await page.keyboard.press("Enter");
  await expect(search).toBeFocused();

  await page.keyboard.press("Tab");
  await expect(explorer(page).getByLabel("Kind of baskets")).toBeFocused();
  await page.keyboard.type("Traits");
  await expect(page).toHaveURL(/kind=traits/);
  for (const name of ["Support from %", "Confidence from %", "Lift from"]) {
    await page.keyboard.press("Tab");
    await expect(explorer(page).getByLabel(name)).toBeFocused();
  }
  await page.keyboard.type("1.2");
  await expect(page).toHaveURL(/minLift=1.2/);
  await page.keyboard.press("Tab");
  const reset = explorer(page).getByRole("button", { name: "Reset" });
  await expect(reset).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(explorer(page).getByRole("region", { name: "Table of rules" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const heading = explorer(page).getByRole("columnheader", { name: "If", exact: true });
  await expect(heading.getByRole("button")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await page.keyboard.press("Space");
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(/sort=-if/);

  for (let presses = 0; presses < 3; presses++) await page.keyboard.press("Shift+Tab");
  await expect(reset).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(await atFirst(page));
});

test("the explorer comes back from its address", async ({ page }) => {
  await page.goto(urlOf("sample", path));
  await explorer(page).getByLabel("Product or trait").fill("jeans");
  await explorer(page).getByLabel("Kind of baskets").selectOption("orders");
  await explorer(page).getByLabel("Support from %").fill("1.1");
  await explorer(page).getByRole("button", { name: "Confidence" }).click();
  await expect(page).toHaveURL(/kind=orders/);
  await expect(page).toHaveURL(/sort=-confidence/);
  const before = await rows(page).allInnerTexts();

  await page.reload();
  await expect(explorer(page).getByLabel("Product or trait")).toHaveValue("jeans");
  await expect(explorer(page).getByLabel("Kind of baskets")).toHaveValue("orders");
  await expect(explorer(page).getByLabel("Support from %")).toHaveValue("1.1");
  await expect(explorer(page).getByRole("columnheader", { name: "Confidence" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  expect(await rows(page).allInnerTexts()).toEqual(before);
});

test("an address that makes no sense shows every rule", async ({ page }) => {
  await page.goto(`${urlOf("sample", path)}?kind=nothing&minLift=much&minSupport=7&sort=-nothing`);
  await expect(page.locator("#rule-explorer astro-island[ssr]")).toHaveCount(0);
  await expect(rows(page)).toHaveCount(await atFirst(page));
  await expect(explorer(page).getByLabel("Lift from")).toHaveValue("");
});

test("the download holds every listed rule", async ({ page }) => {
  await page.goto(urlOf("sample", path));
  const link = explorer(page).getByRole("link", { name: /CSV/ });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe("affinity-rules.csv");
  const href = await link.evaluate((element) => (element as HTMLAnchorElement).href);
  const text = await (await page.request.get(href)).text();
  expect(text.trimEnd().split("\r\n")).toHaveLength((await listed(page)) + 1);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong with the live explorer in ${colorScheme} @everywhere`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const query of ["?search=jeans&sort=-confidence", "?search=no+such+thing"]) {
      await page.goto(urlOf("sample", path) + query);
      await expect(explorer(page).getByRole("status")).toContainText("match");
      const { violations } = await axe(page).include("#rule-explorer").analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
        [],
      );
    }
  });
}

test("the page with the live explorer does not scroll sideways at 360 px", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${urlOf("sample", path)}?sort=-lift`);
  await expect(explorer(page).getByRole("columnheader", { name: "Lift" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the full table stands there, by kind and then lift, with nothing to press @everywhere", async ({
    page,
  }) => {
    await page.goto(urlOf("sample", path));
    await expect(rows(page)).toHaveCount(await atFirst(page));
    // A phone has room for what a rule says, and how sure and how often.
    const isNarrow = (page.viewportSize()?.width ?? 0) < 560;
    await expect(explorer(page).locator("thead th:visible")).toHaveText(
      isNarrow
        ? [/If/, /Then/, /Baskets/, /Confidence/, /Lift/]
        : [
            /Kind/,
            /If/,
            /Then/,
            /Baskets/,
            /Customers/,
            /Support/,
            /Confidence/,
            /Back/,
            /Lift/,
            /Raw/,
            /By chance/,
          ],
    );
    await expect(
      explorer(page).locator("button:visible, select:visible, input:visible"),
      "controls that do nothing without script",
    ).toHaveCount(0);
    const kinds = await rows(page).locator("td:first-child").allTextContents();
    const lifts = await numbersIn(page, "Lift");
    for (const kind of new Set(kinds)) {
      const own = lifts.filter((_, place) => kinds[place] === kind);
      expect(own, `lifts of ${kind}`).toEqual(falling(own));
    }
    expect(
      kinds.filter((kind, place) => kind !== kinds[place - 1]),
      "each kind stands together",
    ).toEqual([...new Set(kinds)]);
  });
});
