import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { extractText, getDocumentProxy } from "unpdf";
import type { Report } from "../../src/report/report.ts";
import { folderOf, siteNames } from "./sites.ts";
import { charts, expect, filesOf, pagesOf, test, touch, urlOf } from "./test.ts";

for (const site of siteNames) {
  test(`on paper every page of ${site} is light, open, and without what only a screen can do`, async ({
    page,
  }) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const path of pagesOf(site)) {
      await page.goto(urlOf(site, path));
      for (const navigation of await page.locator(":is(.nav, .subnav)").all()) {
        await expect(navigation, path).toBeHidden();
      }
      await expect(page.locator(".print-button"), path).toBeHidden();
      expect(await page.evaluate(() => getComputedStyle(document.body).color), path).toBe("rgb(27, 34, 48)");
      // A closed disclosure shows what it holds.
      for (const table of await page.locator("main details > .chart-table").all()) {
        await expect(table, `${path}: a table under a chart`).toBeVisible();
      }
    }
  });
}

test("a live chart is a vector on paper", async ({ page }) => {
  await page.goto(urlOf("sample"));
  const figure = charts(page).first();
  await touch(page, figure);
  await page.emulateMedia({ media: "print" });
  await expect(figure.locator("svg:visible").first()).toBeVisible();
  await expect(figure.locator("canvas")).toBeHidden();
});

test("each page can be printed by its button", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "yes");
  });
  for (const path of pagesOf("sample")) {
    await page.goto(urlOf("sample", path));
    await page.getByRole("button", { name: "Print", exact: true }).click();
    await expect(page.locator("html"), path).toHaveAttribute("data-printed", "yes");
  }
});

test("the whole report is one document: a summary with contents, every chapter, the same bytes twice", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shopper-report-pdf-"));
  try {
    const [first, second] = ["first.pdf", "second.pdf"].map((name) => {
      const out = join(folder, name);
      const { status, stderr, stdout } = spawnSync(
        process.execPath,
        ["src/cli/pdf.ts", "--dist", folderOf("sample"), "--out", out],
        {
          cwd: fileURLToPath(new URL("../..", import.meta.url)),
          encoding: "utf8",
          env: { ...process.env, SOURCE_DATE_EPOCH: "1769904000" },
        },
      );
      expect(status, stdout + stderr).toBe(0);
      return readFileSync(out);
    });
    if (first === undefined || second === undefined) throw new Error("no document was written");
    expect(first.equals(second), "the two documents are equal").toBe(true);
    expect(first.toString("latin1")).toContain("/CreationDate (D:20260201000000");
    const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(first)), {
      mergePages: false,
    });
    const report = JSON.parse(filesOf("sample").get("report.json")?.toString() ?? "null") as Report;
    const plain = (words: string) => words.replace(/\s+/g, "");
    const [cover = "", ...others] = text.map(plain);
    expect(cover).toContain(plain(report.title));
    expect(cover).toContain("Keyfindings");
    const rest = others.join("\n");
    const leads = report.insights.map(({ lead }) => plain(lead));
    expect(leads.filter((lead) => cover.includes(lead)).length).toBe(Math.min(3, leads.length));
    for (const lead of leads) expect(cover + plain(rest)).toContain(lead);
    expect(cover).toContain("Contents");
    const titles = {
      Segments: "Customersfallintofourgroups",
      Products: "26products",
      Places: "50places",
      Methods: "Howeverynumberisdefined",
    };
    for (const [name, title] of Object.entries(titles)) {
      const sheet = others.findIndex((words) => words.includes(title)) + 2;
      expect(sheet, title).toBeGreaterThan(1);
      expect(cover, `the page of ${name} in the contents`).toMatch(new RegExp(`${name}${sheet}`));
    }
    for (const title of ["Platinum", "Bronze"]) expect(rest).toContain(title);
    expect(rest).toContain(`${totalPages}/${totalPages}`);
    // A summary on one page, and at most fifteen sheets.
    expect(totalPages).toBeLessThanOrEqual(16);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("on paper no sheet ends with a heading or in the sentences that introduce its charts", async ({
  page,
}) => {
  const plain = (text: string) => text.replace(/\s+/g, "");
  for (const path of ["", "customers/", "segments/"]) {
    await page.goto(urlOf("sample", path));
    const introductions = (await page.locator("section > h2, section > .lead").allTextContents()).map(plain);
    const sheets = await textOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(sheets.length, path).toBeGreaterThan(2);
    for (const [index, sheet] of sheets.entries()) {
      // The margin at the foot holds the sheet's number.
      const body = plain(sheet).replace(/\d+\/\d+$/, "");
      const last = introductions.filter((text) => {
        const at = body.lastIndexOf(text.slice(0, 30));
        return text.length > 3 && at >= 0 && at + text.length >= body.length;
      });
      expect(last, `sheet ${index + 1} of /${path}`).toEqual([]);
    }
  }
});

/** The text of each sheet of a document. */
async function textOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text;
}
