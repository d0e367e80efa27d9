/**
 * The figures of a built report, page by page, served with gzip on this machine:
 *
 *     npm run audit -- --dist dist --base /shopper-report
 *
 * Lighthouse with its mobile preset, transfers, and scripts before and after a chart is touched. A page whose
 * performance misses its bound is measured twice more, for the machine may have been busy: the median counts. The
 * exit status is 1 where a page misses a bound (tests/audit/bounds.ts). Pages that are not for search engines
 * (404, embed) are left out.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, relative, sep } from "node:path";
import { parseArgs } from "node:util";
import lighthouse from "lighthouse";
import { type Browser, chromium } from "playwright";
import { findBrowser, launchArguments } from "../src/cli/browser.ts";
import { serve } from "../src/cli/serve.ts";
import { median, misses, type PageFigures } from "./audit/bounds.ts";

const { values } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    base: { type: "string", default: "/" },
    runs: { type: "string", default: "3" },
    /** Only this page, by its path (`segments/gold`, `overview`); may stand several times. */
    only: { type: "string", multiple: true, default: [] },
    /** The least score for performance. */
    performance: { type: "string", default: "98" },
    /** A file for the number of pages that pass and fail, as JSON. */
    counts: { type: "string" },
  },
});

type Scores = Pick<PageFigures, "performance" | "accessibility" | "bestPractices" | "seo" | "layoutShift">;
type Transfers = Pick<PageFigures, "page" | "frameworkBefore" | "scriptTouched">;

const leastPerformance = Number(values.performance);

process.exitCode = await main();

async function main(): Promise<number> {
  const executablePath = await findBrowser();
  if (executablePath === null) return 1;
  const site = await serve({ folder: values.dist, base: values.base });
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: [...launchArguments, `--remote-debugging-port=${port}`],
  });
  const missed: string[] = [];
  const counts = { passed: 0, failed: 0 };
  try {
    for (const path of pagesToAudit()) {
      const figures = {
        ...(await scoresOf(site.url + path, port)),
        ...(await transfersOf(browser, site.url + path)),
      };
      console.log(lineOf(path, figures));
      const lines = misses(path || "Overview", figures, leastPerformance);
      missed.push(...lines);
      counts[lines.length === 0 ? "passed" : "failed"] += 1;
    }
  } finally {
    await browser.close();
    await site.close();
  }
  for (const line of missed) console.log(line);
  if (values.counts !== undefined) writeFileSync(values.counts, JSON.stringify(counts));
  return missed.length > 0 ? 1 : 0;
}

/** The pages asked for. Throws where one of them is not there. */
function pagesToAudit(): string[] {
  const found = pagesIn(values.dist);
  if (values.only.length === 0) return found;
  return values.only.map((name) => {
    const path = name === "overview" ? "" : `${name.replace(/\/$/, "")}/`;
    if (!found.includes(path)) throw new Error(`${values.dist} has no page ${name}`);
    return path;
  });
}

/** The median of each of Lighthouse's scores over the runs. */
async function scoresOf(url: string, port: number): Promise<Scores> {
  const runs = await lighthouseRuns(url, port, Number(values.runs));
  if (median(runs.map(({ performance }) => performance)) < leastPerformance) {
    const seen = runs.map(({ performance }) => performance).join(", ");
    console.log(`${url}: performance is ${seen}; measured twice more`);
    runs.push(...(await lighthouseRuns(url, port, 2)));
  }
  const of = (pick: (run: Scores) => number) => median(runs.map(pick));
  return {
    performance: of((run) => run.performance),
    accessibility: of((run) => run.accessibility),
    bestPractices: of((run) => run.bestPractices),
    seo: of((run) => run.seo),
    layoutShift: of((run) => run.layoutShift),
  };
}

async function lighthouseRuns(url: string, port: number, count: number): Promise<Scores[]> {
  const runs: Scores[] = [];
  for (let run = 0; run < count; run += 1) {
    const result = await lighthouse(url, { port, output: "json", logLevel: "error" });
    if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}`);
    const { categories, audits } = result.lhr;
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
    runs.push({
      performance: score("performance"),
      accessibility: score("accessibility"),
      bestPractices: score("best-practices"),
      seo: score("seo"),
      layoutShift: audits["cumulative-layout-shift"]?.numericValue ?? Number.NaN,
    });
  }
  return runs;
}

/** Compressed bytes by kind, before and after the first chart is touched. */
async function transfersOf(browser: Browser, url: string): Promise<Transfers> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const sizes: Promise<{ type: string; bytes: number; framework: boolean }>[] = [];
  page.on("requestfinished", (request) => {
    // The pages' own small scripts are called after the component and `astro_type_script`.
    const framework = /\/_astro\/(?![^/]*astro_type_script)[^/]+\.js$/.test(new URL(request.url()).pathname);
    sizes.push(
      request.sizes().then(({ responseBodySize }) => ({
        type: request.resourceType(),
        bytes: responseBodySize,
        framework,
      })),
    );
  });
  try {
    await page.goto(url, { waitUntil: "networkidle" });
    const before = await Promise.all(sizes);
    const total = (all: typeof before, holds: (each: (typeof before)[number]) => boolean) =>
      all.filter(holds).reduce((sum, { bytes }) => sum + bytes, 0);
    const isScript = ({ type }: { type: string }) => type === "script";
    const figure = page
      .locator("figure")
      .filter({ has: page.locator("astro-island") })
      .first();
    let scriptTouched: number | null = null;
    if ((await figure.count()) > 0) {
      await figure.locator("svg:visible").first().scrollIntoViewIfNeeded();
      await figure.locator(".chart-frame").focus();
      await figure.locator("canvas").waitFor();
      scriptTouched = total(await Promise.all(sizes), isScript);
    }
    return {
      page: total(before, (each) => !isScript(each)),
      frameworkBefore: total(before, ({ framework }) => framework),
      scriptTouched,
    };
  } finally {
    await page.close();
  }
}

function lineOf(path: string, figures: PageFigures): string {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;
  const {
    performance,
    accessibility,
    bestPractices,
    seo,
    layoutShift,
    page,
    frameworkBefore,
    scriptTouched,
  } = figures;
  const touched = scriptTouched === null ? "no chart" : `${kilobytes(scriptTouched)} of script once touched`;
  return `${path || "Overview"}: ${performance} performance, ${accessibility} accessibility, ${bestPractices} best practices, ${seo} SEO, shift ${layoutShift}; ${kilobytes(page)} page, ${kilobytes(frameworkBefore)} of framework before, ${touched}`;
}

/** The paths of the pages that search engines may list, the Overview's empty. */
function pagesIn(folder: string): string[] {
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name === "index.html")
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .map((path) => path.replace(/index\.html$/, ""))
      // Below affinity/ addresses of before only lead on.
      .filter((path) => !path.startsWith("embed/") && !/^affinity\/./.test(path))
      .sort()
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === "object" && address !== null ? address.port : 0;
}
