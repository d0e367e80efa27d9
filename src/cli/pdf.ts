/**
 * `npm run pdf`: the whole built report as one document, `report.pdf` in its folder. Its chapters are what the Overview
 * names as such: the pages of single products and categories, and of single customers, are none.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { z } from "zod";
import { sourceDate } from "../edition/current-report.ts";
import { InputError } from "../errors.ts";
import { printWords } from "../report/words/print.ts";
import { findBrowser, launchArguments } from "./browser.ts";
import { baseOf } from "./commands/preview.ts";
import { type Chapter, combinePages } from "./pdf/combine-pages.ts";
import { pageNumbers } from "./pdf/page-numbers.ts";
import { steadyPdf } from "./pdf/steady-pdf.ts";
import { serve } from "./serve.ts";
import { status } from "./status.ts";
import { usage } from "./words/pdf.ts";

const values = valuesOf(process.argv.slice(2));

/** What the document needs of report.json. */
const reportSchema = z.object({ period: z.object({ last: z.string() }).nullable() });

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  return 1;
});

/** The options; null where they are not to be understood. */
function valuesOf(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        dist: { type: "string", default: "dist" },
        out: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return null;
  }
}

async function main(): Promise<number> {
  if (values === null) return status.usage;
  if (values.help) {
    process.stdout.write(usage);
    return status.done;
  }
  const out = values.out ?? join(values.dist, "report.pdf");
  const index = await readFile(join(values.dist, "index.html"), "utf8").catch(() => null);
  if (index === null) {
    console.error(`there is no report in ${JSON.stringify(values.dist)}\n  Build it first: npm run build.`);
    return 1;
  }
  const executablePath = await findBrowser();
  if (executablePath === null) return 1;
  const report = reportSchema.parse(JSON.parse(await readFile(join(values.dist, "report.json"), "utf8")));
  const date = dateOf(report.period);
  const site = await serve({ folder: values.dist, base: baseOf(index) });
  const browser = await chromium.launch({ executablePath, args: launchArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 703, height: 1000 }, colorScheme: "light" });
    await page.goto(site.url);
    const chapters = await page
      .locator('link[rel="chapter"]')
      .evaluateAll((links) =>
        links.flatMap((link): Chapter[] =>
          link instanceof HTMLLinkElement ? [{ path: new URL(link.href).pathname, name: link.title }] : [],
        ),
      );
    await page.evaluate(combinePages, { chapters, words: printWords });
    // Said here, the scale is the same for every report: where something is too wide, a browser shrinks all it prints.
    const print = () =>
      page.pdf({
        preferCSSPageSize: true,
        format: "A4",
        scale: 0.84,
        printBackground: true,
        outline: true,
        tagged: true,
      });
    // A browser knows on which page a chapter lies only once it has laid the document out.
    const numbers = pageNumbers(await print());
    await page.locator(".pdf-number").evaluateAll(
      (places, known) => {
        for (const place of places)
          if (place instanceof HTMLElement)
            place.textContent = String(new Map(known).get(place.dataset["place"] ?? "") ?? "");
      },
      [...numbers],
    );
    const pdf = await print();
    await writeFile(out, steadyPdf(pdf, date));
    console.log(`${chapters.length} pages of the report, written to ${out}`);
    return 0;
  } finally {
    await browser.close();
    await site.close();
  }
}

/**
 * Seconds since 1970: SOURCE_DATE_EPOCH, or the last day in the data, or the first day that PDF readers take for one.
 */
function dateOf(period: { last: string } | null): number {
  return sourceDate() ?? Date.parse(`${period?.last ?? "1980-01-01"}T00:00:00Z`) / 1000;
}
