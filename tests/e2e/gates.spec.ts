import { longName } from "../fixtures/names.ts";
import { expect, test, urlOf } from "./test.ts";

test("the Data page shows the gates as they were passed, and why one could not be checked", async ({
  page,
}) => {
  await page.goto(urlOf("hostile", "data/"));
  const section = page.getByRole("region", { name: "Gates" }).first();
  const rows = await section
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? "")));
  expect(rows).toEqual([
    [
      "breakdowns.product.groups.<script>alert(1)</script>.customers",
      expect.stringMatching(/^\d+$/),
      "at least 5",
      "Passed",
    ],
    [
      `breakdowns.product.groups.${longName}.customers`,
      expect.stringMatching(/^\d+$/),
      "at most 1000",
      "Passed",
    ],
    [
      "metrics.revenue",
      expect.stringMatching(/^[\d.]+$/),
      "at most 50 % from the previous report",
      "Not checked",
    ],
    ["maxDroppedShare", "0 %", "at most 5 %", "Passed"],
  ]);
  await expect(
    page.getByText("metrics.revenue: change not checked, there is no previous report"),
  ).toBeVisible();
});

test("a report without gates has no section of them", async ({ page }) => {
  await page.goto(urlOf("shopify", "data/"));
  await expect(page.getByRole("heading", { name: "Findings" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Gates" })).toHaveCount(0);
});
