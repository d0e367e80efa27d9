import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { type Locator, type Page, test as plain } from "playwright/test";
import { folderOf, type SiteName } from "./sites.ts";

export { expect } from "playwright/test";

/** The first pages of the sample's sections, place by place; each is a folder with an `index.html`. */
export const pagesOfPlaces = {
  Overview: [""],
  Sales: ["sales/"],
  Customers: ["customers/", "segments/", "coming-back/", "value/"],
  Products: ["products/", "affinity/", "reviews/"],
  Places: ["locations/"],
  "About the data": ["data/", "methods/"],
} as const;

/** Those pages in the order of the document. */
export const pages = Object.values(pagesOfPlaces).flat();

/** The pages of the four personas, which the Segments page leads to. */
export const personaPages = ["platinum", "gold", "silver", "bronze"].map((name) => `segments/${name}/`);

/** What the browser complained about while a test ran. */
export interface Complaints {
  readonly list: readonly string[];
  /** Complaints that a test provokes on purpose. */
  expect(pattern: RegExp): void;
}

/** Every test fails on a word in the console, a failed request, a request elsewhere, a dialog. */
export const test = plain.extend<{ complaints: Complaints }>({
  complaints: [
    async ({ context }, use) => {
      const list: string[] = [];
      const expected: RegExp[] = [];
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") {
          list.push(`console ${message.type()} on ${message.location().url}: ${message.text()}`);
        }
      });
      context.on("weberror", (error) =>
        list.push(`uncaught on ${error.page()?.url()}: ${error.error().message}`),
      );
      context.on("dialog", (dialog) => {
        list.push(`dialog "${dialog.message()}"`);
        dialog.dismiss().catch(() => {});
      });
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.hostname !== "127.0.0.1")
          list.push(`request to ${url.href}`);
      });
      context.on("requestfailed", (request) => {
        // A request that a navigation cuts short is not the page's fault.
        const reason = request.failure()?.errorText ?? "";
        if (reason !== "net::ERR_ABORTED") list.push(`request failed (${reason}): ${request.url()}`);
      });
      context.on("response", (response) => {
        if (response.status() >= 400) list.push(`status ${response.status()}: ${response.url()}`);
      });
      await use({ list, expect: (pattern) => expected.push(pattern) });
      const unexpected = list.filter((line) => !expected.some((pattern) => pattern.test(line)));
      plain.expect(unexpected, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
});

/** The address of a page of a site: `urlOf("sample", "customers/")`. */
export function urlOf(site: SiteName, page = ""): string {
  const url = process.env[`REPORT_TEST_URL_${site}`];
  if (url === undefined) throw new Error(`The site "${site}" is not served`);
  return url + page;
}

/** Every file of a built site, by its path with forward slashes. */
export function filesOf(site: SiteName): Map<string, Buffer> {
  const folder = folderOf(site);
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(
      path
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
      readFileSync(path),
    );
  }
  return files;
}

/**
 * Whether a file is a page of the report: not the one file that holds them all, nor one that only leads on from an
 * address of before.
 */
export function isPage(file: string): boolean {
  return file.endsWith(".html") && file !== "report.html" && !/^affinity\/.+\//.test(file);
}

/** The pages that a site has: all of the list that were built. */
export function pagesOf(site: SiteName): string[] {
  const files = filesOf(site);
  return pages.filter((page) => files.has(`${page}index.html`));
}

/** The charts of a page that come alive on touch. */
export function charts(page: Page): Locator {
  return page.locator("figure").filter({ has: page.locator("astro-island") });
}

/** Moves the pointer to the middle of a chart, or taps it; the live chart must then be there. */
export async function touch(
  page: Page,
  figure: Locator,
  how: "pointer" | "finger" = "pointer",
): Promise<Locator> {
  // Not `hover()`: it waits for the drawing to stay what the pointer stands on, and the drawing gives way.
  const drawing = figure.locator("svg:visible, canvas:visible").first();
  await drawing.scrollIntoViewIfNeeded();
  const box = await drawing.boundingBox();
  if (box === null) throw new Error("The chart's drawing has no box");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (how === "finger") await page.touchscreen.tap(x, y);
  else {
    await page.mouse.move(x - 1, y);
    await page.mouse.move(x, y);
  }
  const canvas = figure.locator("canvas");
  await plain.expect(canvas, `the live chart of "${await nameOf(figure)}"`).toBeVisible();
  return canvas;
}

/** A chart's title. */
export async function nameOf(figure: Locator): Promise<string> {
  return (await figure.getByRole("heading").first().innerText()).trim();
}
