/**
 * Pictures of every page of a built report, to look at:
 *
 *     npm run screenshots -- --dist dist --base /shopper-report --out screenshots
 *
 * Each page on a desktop and a phone, in light and dark, without JavaScript, and as printed.
 */
import { mkdirSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseArgs } from "node:util";
import { type BrowserContextOptions, chromium } from "playwright";
import { findBrowser, launchArguments } from "../src/cli/browser.ts";
import { serve } from "../src/cli/serve.ts";

const { values } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    base: { type: "string", default: "/" },
    out: { type: "string", default: "screenshots" },
    /** Only pages whose path contains this; without it all but those of single figures under embed/. */
    only: { type: "string", default: "" },
  },
});

interface View {
  name: string;
  context: BrowserContextOptions;
  media?: "print";
  /** The live charts instead of the drawings. */
  touched?: true;
}

const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const views: View[] = [
  { name: "desktop-light", context: { ...desktop, colorScheme: "light" } },
  { name: "desktop-dark", context: { ...desktop, colorScheme: "dark" } },
  { name: "phone-light", context: { ...phone, colorScheme: "light" } },
  { name: "phone-dark", context: { ...phone, colorScheme: "dark" } },
  { name: "desktop-no-script", context: { ...desktop, javaScriptEnabled: false } },
  { name: "phone-no-script", context: { ...phone, javaScriptEnabled: false } },
  { name: "desktop-live", context: { ...desktop, colorScheme: "light" }, touched: true },
  // The width of A4 between margins of 12 mm at 96 dots an inch.
  { name: "print", context: { viewport: { width: 703, height: 1000 } }, media: "print" },
];

const executablePath = await findBrowser();
if (executablePath === null) {
  process.exitCode = 1;
} else {
  const site = await serve({ folder: values.dist, base: values.base });
  const browser = await chromium.launch({ executablePath, args: launchArguments });
  try {
    mkdirSync(values.out, { recursive: true });
    const wanted = pagesIn(values.dist).filter((path) =>
      values.only === "" ? !path.startsWith("embed/") : path.includes(values.only),
    );
    for (const view of views) {
      const context = await browser.newContext({ reducedMotion: "reduce", ...view.context });
      const page = await context.newPage();
      if (view.media !== undefined) await page.emulateMedia({ media: view.media });
      for (const path of wanted) {
        await page.goto(site.url + path.replace(/index\.html$/, ""), { waitUntil: "load" });
        await page.evaluate(() => document.fonts.ready.then(() => {}));
        if (view.touched) {
          const figures = page.locator("figure").filter({ has: page.locator("astro-island") });
          for (let place = 0; place < (await figures.count()); place++) {
            await figures.nth(place).locator(".chart-frame").hover();
            await figures.nth(place).locator("canvas").waitFor();
          }
          await page.mouse.move(0, 0);
          await page.evaluate(() => scrollTo(0, 0));
        }
        const name = path.replace(/\/?index\.html$|\.html$/, "").replaceAll("/", "-") || "overview";
        await page.screenshot({ path: join(values.out, `${name}-${view.name}.png`), fullPage: true });
      }
      await context.close();
      console.log(`${view.name}: done`);
    }
    console.log(`The pictures are in ${values.out}`);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** The HTML files of a built site, by their paths with forward slashes. */
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
