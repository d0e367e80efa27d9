import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { folderOf } from "./sites.ts";
import { expect, filesOf, isPage, pagesOf, test } from "./test.ts";

const address = () => pathToFileURL(join(folderOf("sample"), "report.html")).href;

test.use({ javaScriptEnabled: false });

test("the one file shows a page at a time from the disk, and asks for nothing else", async ({ page }) => {
  const asked: string[] = [];
  const said: string[] = [];
  page.on("request", (request) => asked.push(request.url().slice(0, 80)));
  page.on("console", (message) => said.push(message.text()));
  await page.goto(address());
  const shown = page.locator(".sheet:visible");
  await expect(shown).toHaveCount(1);
  await expect(shown.getByRole("heading", { level: 1 })).toContainText("2025 brought");
  await page.locator(".nav").getByRole("link", { name: "Customers" }).click();
  await shown.locator(".subnav").getByRole("link", { name: "Segments" }).click();
  await expect(shown).toHaveCount(1);
  await expect(shown.getByRole("heading", { level: 1 })).toHaveText("Customers fall into four groups");
  await expect(shown.locator("svg:visible").first()).toBeVisible();
  await shown.getByRole("link", { name: "Platinum" }).first().click();
  await expect(shown.getByRole("heading", { level: 1 })).toHaveText("Platinum");
  expect(asked.filter((url) => !url.startsWith("data:") && !url.startsWith("file:"))).toEqual([]);
  expect(new Set(asked.filter((url) => url.startsWith("file:"))).size).toBe(1);
  expect(said).toEqual([]);
});

test("the one file holds every page, each id once, and no link into nothing", async ({ page }) => {
  await page.goto(address());
  await expect(page.locator(".sheet")).toHaveCount(
    [...filesOf("sample").keys()].filter(
      (path) => isPage(path) && path !== "404.html" && !path.startsWith("embed/"),
    ).length,
  );
  expect(await page.locator(".sheet").count()).toBeGreaterThanOrEqual(pagesOf("sample").length);
  const html = filesOf("sample").get("report.html")?.toString() ?? "";
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(100);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = ""]) => href);
  const known = new Set(ids);
  expect(targets.filter((href) => !/^(https?|data):/.test(href) && !known.has(href.slice(1)))).toEqual([]);
  expect(html).not.toMatch(/<script|\sstyle="|\son[a-z]+="/);
  expect(html).toMatch(
    /content="default-src 'none'; style-src 'sha256-[^']+'; img-src data:; font-src data:/,
  );
});
