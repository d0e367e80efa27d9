import { hostileNames, longName } from "../fixtures/names.ts";
import { expect, filesOf, test, urlOf } from "./test.ts";

// The previous report of this site is that of the hostile one.
const changes = urlOf.bind(null, "changed", "changes/");

test("what changed stands on a page that the navigation leads to, with Data and Methods", async ({
  page,
}) => {
  await page.goto(urlOf("changed", "data/"));
  const links = page.getByRole("navigation", { name: "Pages of About the data" }).getByRole("link");
  await expect(links).toHaveText(["Data", "Methods", "Changes"]);
  await links.getByText("Changes").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What changed since the previous report");
  await expect(page.getByRole("navigation").locator('a[aria-current="page"]')).toHaveText("Changes");
});

test("both numbers of a headline and a verdict stand side by side", async ({ page }) => {
  const read = (site: "changed" | "hostile") =>
    JSON.parse(filesOf(site).get("report.json")?.toString() ?? "null") as {
      metrics: { metric: string; value: number }[];
    };
  const customers = (site: "changed" | "hostile") =>
    read(site)
      .metrics.find(({ metric }) => metric === "customers")
      ?.value.toLocaleString("en-US") ?? "";
  await page.goto(changes());
  const row = page
    .getByRole("table", { name: "Headline numbers before and now" })
    .getByRole("row", { name: /^Customers / });
  await expect(row.getByRole("cell").nth(0)).toHaveText(customers("hostile"));
  await expect(row.getByRole("cell").nth(1)).toHaveText(customers("changed"));
  await expect(row.getByRole("cell").nth(3)).toHaveText(/noise|judged|same/);
});

test("names of the previous report that do harm stand there as text", async ({ page }) => {
  await page.goto(changes());
  const cells = await page.locator("tbody th").allTextContents();
  const shown = [...hostileNames, longName].filter((name) => cells.includes(name));
  expect(shown.length).toBeGreaterThan(3);
  await expect(
    page.locator('main img, main script, main [onerror], main [onclick], main a[href^="javascript" i]'),
  ).toHaveCount(0);
});

test("a report without a previous one has no such page", () => {
  expect(filesOf("sample").has("changes/index.html")).toBe(false);
  expect(JSON.parse(filesOf("sample").get("report.json")?.toString() ?? "{}")).toMatchObject({
    changes: null,
    gates: [],
  });
});
