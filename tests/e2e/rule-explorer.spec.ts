import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import type { Report } from "../../src/report/report.ts";
import { expect, filesOf, test, urlOf } from "./test.ts";

const report: Report = JSON.parse(filesOf("sample").get("report.json")?.toString() ?? "null");
const listed = report.affinity?.kinds.reduce((all, { rules }) => all + rules.length, 0) ?? 0;

const rows = (page: Page) => page.locator(".explorer-table tbody tr");
const texts = (page: Page, cell: number) =>
  rows(page).evaluateAll(
    (all, place) => all.map((row) => (row.children[place] as HTMLElement).innerText.trim()),
    cell,
  );

test("every listed rule stands in the table without JavaScript, and nothing there needs it", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(urlOf("sample", "affinity/"));
  expect(listed).toBeGreaterThan(10);
  await expect(rows(page)).toHaveCount(listed);
  for (const control of await page.locator(".rule-explorer :is(input, select, button)").all())
    await expect(control).toBeHidden();
  await context.close();
});

test("the explorer is driven by mouse, and its address brings the same back", async ({ page }) => {
  await page.goto(urlOf("sample", "affinity/"));
  // A choice by script alone touches nothing: the island comes alive by the pointer that a person needs.
  await page.getByLabel("Kind of baskets").hover();
  await page.getByLabel("Kind of baskets").selectOption("Products in an order");
  await expect(rows(page)).toHaveCount(10);
  await page.getByLabel("Product or trait").fill("jeans");
  await expect(rows(page)).toHaveCount(2);
  await expect(page.locator(".explorer-count")).toHaveText(`2 of ${listed} rules match`);
  await page.getByLabel("Product or trait").fill("");
  await page.getByLabel("Lift from").fill("4");
  await expect(rows(page)).toHaveCount(6);
  await page.getByRole("button", { name: "Confidence" }).click();
  const confidences = (await texts(page, 6)).map((text) => Number.parseFloat(text));
  expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
  await expect(page.locator("th[aria-sort]")).toHaveAttribute("aria-sort", "descending");
  const address = new URL(page.url()).searchParams;
  expect(Object.fromEntries(address)).toEqual({ kind: "orders", minLift: "4", sort: "-confidence" });
  const before = await texts(page, 1);

  await page.reload();
  await expect(rows(page)).toHaveCount(6);
  expect(await texts(page, 1)).toEqual(before);
  await expect(page.getByLabel("Lift from")).toHaveValue("4");

  await page.getByRole("button", { name: "Reset" }).click();
  await expect(rows(page)).toHaveCount(listed);
  expect(new URL(page.url()).search).toBe("");
});

test("the explorer is driven by keyboard alone", async ({ page }) => {
  await page.goto(urlOf("sample", "affinity/"));
  await page.getByLabel("Product or trait").focus();
  await page.keyboard.type("venmo");
  await expect(rows(page)).toHaveCount(2);
  for (const name of ["kind", "minSupport", "minConfidence"]) {
    await page.keyboard.press("Tab");
    await expect(page.locator(`[name=${name}]`)).toBeFocused();
  }
  await page.keyboard.type("50");
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(listed);
});

test("values in the address that nobody knows fall back to all", async ({ page }) => {
  await page.goto(`${urlOf("sample", "affinity/")}?kind=planets&minLift=much&sort=-colour&search=`);
  await page.getByLabel("Product or trait").focus();
  await expect(rows(page)).toHaveCount(listed);
});

test("the rules come as a CSV file that starts no formula", async ({ page, request }) => {
  await page.goto(urlOf("sample", "affinity/"));
  const href = await page.getByRole("link", { name: /Download \d+ rules as CSV/ }).getAttribute("href");
  const response = await request.get(new URL(href ?? "", page.url()).href);
  expect(response.status()).toBe(200);
  const lines = (await response.text()).trimEnd().split("\r\n");
  expect(lines).toHaveLength(listed + 1);
  for (const site of ["sample", "hostile", "shopify"] as const) {
    const csv = filesOf(site).get("affinity-rules.csv")?.toString() ?? "";
    for (const line of csv.split("\r\n")) expect(line, site).not.toMatch(/(?:^|,)"?[=+@\t]/);
  }
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on a live explorer, ${scheme}, on a small phone`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${urlOf("sample", "affinity/")}?minLift=2`);
    await expect(page.locator(".explorer-count")).toContainText("match");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await context.close();
  });
}
