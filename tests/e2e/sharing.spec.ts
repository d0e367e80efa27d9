import { readFileSync } from "node:fs";
import papaparse from "papaparse";
import type { Locator, Page } from "playwright/test";
import { withoutIsolates } from "../../src/report/isolates.ts";
import { axe } from "./axe.ts";
import { addressed, base, type SiteName, siteNames } from "./sites.ts";
import {
  charts,
  expect,
  filesOf,
  isPage,
  nameOf,
  pagesOf,
  personaPages,
  test,
  touch,
  urlOf,
} from "./test.ts";

/** Everything that is drawn: charts, the network, heatmaps. */
function figures(page: Page): Locator {
  return page.locator("figure").filter({ has: page.locator(".figure-tools") });
}

/** The pages of products and categories, each with figures of its own. */
function thingPages(site: SiteName): string[] {
  return [...filesOf(site).keys()].flatMap((file) => /^(products\/.+\/)index\.html$/.exec(file)?.[1] ?? []);
}

async function open(figure: Locator): Promise<void> {
  await figure.getByText("Data and downloads").click();
}

for (const site of siteNames) {
  test(`every figure of ${site} has its data as CSV and its page to be embedded`, async ({
    page,
    request,
  }) => {
    const used = new Set<string>();
    for (const path of [...pagesOf(site), ...thingPages(site)]) {
      await page.goto(urlOf(site, path));
      const drawn = await page.locator("figure:has(svg, .heat)").count();
      expect(await figures(page).count(), `figures with tools on /${path}`).toBe(drawn);
      for (const figure of await figures(page).all()) {
        const id = await figure.getAttribute("id");
        used.add(id ?? "");
        const name = await nameOf(figure);
        const link = figure.locator('a[href$=".csv"]');
        expect(await link.getAttribute("href")).toBe(`${base}/figures/${id}.csv`);
        const response = await request.get(urlOf(site, `figures/${id}.csv`));
        expect(response.headers()["content-type"]).toContain("text/csv");
        const { data, errors } = papaparse.parse<string[]>((await response.text()).trimEnd());
        expect(errors).toEqual([]);
        const table = await cellsOf(figure.locator("table").first());
        const width = table[0]?.length ?? 0;
        expect(width, `columns of "${name}"`).toBeGreaterThan(1);
        // Written cells first, plain numbers behind them; an apostrophe keeps text from being a formula.
        const written = data.map((row) =>
          row.slice(0, width).map((cell) => plain(cell).replace(/^'(?=[=+@-])/, "")),
        );
        // Names in capitals are softened, and those of another direction kept apart, on the page alone.
        const lower = (rows: string[][]) =>
          rows.map((row) => row.map((cell) => withoutIsolates(cell.toLowerCase())));
        expect(lower(written), `the CSV of "${name}"`).toEqual(lower(table));
        for (const cell of data.slice(1).flatMap((row) => row.slice(width)))
          expect(cell).toMatch(/^(-?[\d.e+-]+)?$/);
        await expect(figure.locator(".figure-embed a")).toHaveAttribute("href", `${base}/embed/${id}/`);
      }
    }
    const files = [...filesOf(site).keys()];
    expect(files.filter((file) => file.startsWith("figures/")).sort()).toEqual(
      [...used].map((id) => `figures/${id}.csv`).sort(),
    );
    expect(files.filter((file) => file.startsWith("embed/")).sort()).toEqual(
      [...used].map((id) => `embed/${id}/index.html`).sort(),
    );
  });
}

test("every page to be embedded has its figure alone, and leads to it in the report", async ({
  page,
  request,
}) => {
  for (const path of embeds("sample")) {
    await page.goto(urlOf("sample", path));
    await expect(page.locator("figure")).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("figure svg:visible:not(.map-legend svg), figure .heat")).toHaveCount(1);
    await expect(page.locator("nav, header, footer, details, button")).toHaveCount(0);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
    const target = await page.getByRole("link").evaluate((link) => (link as HTMLAnchorElement).href);
    const id = new URL(target).hash.slice(1);
    expect(`embed/${id}/`).toBe(path);
    const response = await request.get(target);
    expect(response.status()).toBe(200);
    expect(await response.text()).toContain(`id="${id}"`);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong with pages to be embedded in ${colorScheme} @everywhere`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const id of ["spend", "customer-cloud", "pair-network", "season-category", "rfm-grid"]) {
      await page.goto(urlOf("sample", `embed/${id}/`));
      const { violations } = await axe(page).analyze();
      expect(violations.map((fault) => `${id}, ${fault.id}: ${fault.nodes[0]?.html}`)).toEqual([]);
      const dark = await page.evaluate(() => {
        const [red = 0] = (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number);
        return red < 128;
      });
      expect(dark, `whether ${id} is dark`).toBe(colorScheme === "dark");
    }
  });
}

test("an embedded chart comes alive on touch", async ({ page }) => {
  await page.goto(urlOf("sample", "embed/spend/"));
  await touch(page, charts(page).first());
});

test("the frame of the snippet has room for every figure", async ({ page, request }) => {
  const tight: string[] = [];
  for (const path of pagesOf("sample")) {
    const html = await (await request.get(urlOf("sample", path))).text();
    for (const [, id, height] of html.matchAll(/embed\/([\w-]+)\/[^<]*? height=(?:"|&quot;|&#34;)(\d+)/g)) {
      await page.setViewportSize({ width: 600, height: Number(height) });
      await page.goto(urlOf("sample", `embed/${id}/`));
      const room = await page.evaluate(() => innerHeight - document.documentElement.scrollHeight);
      const empty = await page.evaluate(
        () => innerHeight - (document.querySelector(".embed-source")?.getBoundingClientRect().bottom ?? 0),
      );
      if (room < 0 || empty > 170) tight.push(`${id}: ${height} px, ${empty} px left`);
    }
  }
  expect(tight).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a chart is downloaded as PNG and SVG in the colours of the ${colorScheme} page @everywhere`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    for (const [path, id] of [
      ["sales/", "spend"],
      ["affinity/", "pair-network"],
      ["segments/", "customer-cloud"],
    ]) {
      await page.goto(urlOf("sample", path));
      const figure = page.locator(`#${id}`);
      await open(figure);

      const svg = (await downloaded(page, figure, "Download SVG", `${id}.svg`)).toString("utf8");
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(svg).not.toContain("var(");
      expect(svg).toContain(await nameOf(figure));
      expect(svg).toMatch(/font-family="Inter Variable, .*sans-serif"/);
      const [, red = ""] = /<rect [^>]*fill="rgb\((\d+),/.exec(svg) ?? [];
      expect(Number(red) < 128, "whether the ground is dark").toBe(colorScheme === "dark");
      const [, width = "", height = ""] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
      const faults = await page.evaluate(
        (text) =>
          new DOMParser().parseFromString(text, "image/svg+xml").querySelectorAll("parsererror").length,
        svg,
      );
      expect(faults, "faults of the XML").toBe(0);

      const png = await downloaded(page, figure, "Download PNG", `${id}.png`);
      expect(png.subarray(0, 8)).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
        Math.round(2 * Number(width)),
        Math.round(2 * Number(height)),
      ]);
      expect(png.length, "bytes of a picture with something on it").toBeGreaterThan(10_000);
    }
  });
}

test("a chart is copied as PNG and SVG, and the code that embeds it as text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(urlOf("sample", "sales/"));
  const figure = page.locator("#spend");
  await open(figure);
  await figure.getByRole("button", { name: "Copy PNG" }).click();
  await expect(figure.getByRole("status")).toHaveText("Copied.");
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap((item) => item.types),
  );
  expect(types).toEqual(["image/png"]);

  await figure.getByRole("button", { name: "Copy SVG" }).click();
  await expect.poll(() => clipboard(page)).toMatch(/^<svg /);

  await figure.getByRole("button", { name: "Copy embed code" }).click();
  await expect.poll(() => clipboard(page)).toMatch(/^<iframe /);
  const snippet = await clipboard(page);
  expect(snippet).toContain(`src="${urlOf("sample", "embed/spend/")}"`);
  expect(snippet).toMatch(
    /^<iframe src="[^"]+" title="[^"]+" width="600" height="\d+" loading="lazy"><\/iframe>$/,
  );
});

test("where the browser does not copy, the file is downloaded and the code selected", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto(urlOf("sample", "sales/"));
  const figure = page.locator("#spend");
  await open(figure);
  await downloaded(page, figure, "Copy PNG", "spend.png");
  await expect(figure.getByRole("status")).toContainText("downloaded instead");
  await downloaded(page, figure, "Copy SVG", "spend.svg");
  await figure.getByRole("button", { name: "Copy embed code" }).click();
  await expect(figure.getByRole("status")).toContainText("selected");
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^<iframe /);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a figure offers its data and its own page, and nothing that does nothing", async ({ page }) => {
    for (const site of ["sample", addressed.site] as const) {
      await page.goto(urlOf(site));
      const figure = figures(page).first();
      await open(figure);
      await expect(figure.getByRole("link", { name: "Download CSV" })).toBeVisible();
      await expect(figure.getByRole("link", { name: "Show it alone" })).toBeVisible();
      await expect(figure.locator("button:visible")).toHaveCount(0);
      const code = figure.locator(".figure-embed pre");
      if (site === addressed.site)
        await expect(code).toContainText(`src="${addressed.address}${base}/embed/`);
      else await expect(code).toBeHidden();
    }
  });
});

test("every page of a site with an address says what a link to it shows", async ({ page }) => {
  const { site, address } = addressed;
  for (const path of htmlOf(site).filter((file) => !file.startsWith("embed/") && file !== "404.html")) {
    await page.goto(urlOf(site, path));
    const own = `${address}${base}/${path}`;
    const title = await page.title();
    const description = await contentOf(page, 'meta[name="description"]');
    expect(title).not.toBe("");
    expect(description).not.toBe("");
    expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toBe(own);
    const expected = {
      "og:title": title,
      "og:description": description,
      "og:type": "website",
      "og:url": own,
      "og:image": `${address}${base}/share.png`,
      "og:image:width": "1200",
      "og:image:height": "630",
    };
    for (const [property, content] of Object.entries(expected)) {
      expect(await contentOf(page, `meta[property="${property}"]`), `${property} of /${path}`).toBe(content);
    }
    expect(await contentOf(page, 'meta[property="og:image:alt"]')).toMatch(/Customers: \d/);
    expect(await contentOf(page, 'meta[name="twitter:card"]')).toBe("summary_large_image");
    await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
  }
});

test("a site without an address has no tag that would need one", async ({ page }) => {
  for (const path of [...pagesOf("sample"), ...personaPages]) {
    await page.goto(urlOf("sample", path));
    expect(await contentOf(page, 'meta[property="og:title"]')).toBe(await page.title());
    await expect(
      page.locator(
        'link[rel="canonical"], link[rel="sitemap"], meta[property="og:url"], meta[property^="og:image"]',
      ),
    ).toHaveCount(0);
  }
});

test("the page for what is not there and the pages to be embedded are not listed", async ({ page }) => {
  await page.goto(urlOf(addressed.site, "404.html"));
  expect(await contentOf(page, 'meta[name="robots"]')).toBe("noindex");
  await expect(page.locator('link[rel="canonical"], meta[property^="og:"]')).toHaveCount(0);
  for (const path of embeds(addressed.site)) {
    await page.goto(urlOf(addressed.site, path));
    const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
    const link = await page.getByRole("link").evaluate((element) => (element as HTMLAnchorElement).href);
    expect(canonical).toBe(`${addressed.address}${new URL(link).pathname}`);
  }
});

test("the sitemap has every page to be listed and no other, where the address is known", () => {
  const { site, address } = addressed;
  const xml = filesOf(site).get("sitemap.xml")?.toString("utf8") ?? "";
  const listed = Array.from(xml.matchAll(/<loc>([^<]*)<\/loc>/g), ([, url]) => url);
  const built = htmlOf(site).filter((path) => !path.startsWith("embed/") && path !== "404.html");
  expect(listed.toSorted()).toEqual(built.map((path) => `${address}${base}/${path}`).toSorted());
  for (const other of siteNames.filter((name) => name !== site)) {
    expect(filesOf(other).has("sitemap.xml"), `a sitemap of ${other}`).toBe(false);
  }
});

test("the picture of a report is 1200 by 630 pixels", () => {
  for (const site of siteNames) {
    const png = filesOf(site).get("share.png");
    expect([png?.readUInt32BE(16), png?.readUInt32BE(20)], site).toEqual([1200, 630]);
  }
});

test("the script of the tools is at most 2 KB, and the only one before a touch besides the page's own", async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
  });
  await page.goto(urlOf("sample"), { waitUntil: "networkidle" });
  const tools = scripts.filter((path) => /FigureTools/.test(path));
  expect(tools).toHaveLength(1);
  const { gzipSync } = await import("node:zlib");
  const file = filesOf("sample").get((tools[0] ?? "").slice(base.length + 1));
  expect(gzipSync(file ?? "", { level: 9 }).length).toBeLessThanOrEqual(2048);
});

/** The cells of a table as they read, row by row. */
function cellsOf(table: Locator): Promise<string[][]> {
  return table.evaluate((element) =>
    [...(element as HTMLTableElement).rows].map((row) =>
      [...row.cells].map((cell) =>
        // Two words in a cell stand apart on the page.
        (cell.children.length > 0 ? [...cell.childNodes] : [cell])
          .map((part) => part.textContent?.trim() ?? "")
          .filter((part) => part !== "")
          .join(" ")
          .replace(/\s+/g, " "),
      ),
    ),
  );
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Presses a button and gives the file that the browser is handed. */
async function downloaded(page: Page, figure: Locator, button: string, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", { name: button }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  return readFileSync(await download.path());
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

async function contentOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).getAttribute("content")) ?? "";
}

/** The addresses within the site of every page that was built. */
function htmlOf(site: SiteName): string[] {
  return [...filesOf(site).keys()].filter(isPage).map((path) => path.replace(/(^|\/)index\.html$/, "$1"));
}

function embeds(site: SiteName): string[] {
  return htmlOf(site).filter((path) => path.startsWith("embed/"));
}
