import { rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "astro";
import { InputError } from "../dataset/input-error.ts";
import { dataPath, shareReport } from "../input/current-report.ts";
import { openReport } from "../input/open-report.ts";
import { Terminal } from "../input/terminal.ts";
import { type LeakSearch, leakSearch } from "../privacy/leak-search.ts";
import type { Report } from "../report/report.ts";
import { refuseLeaks } from "./leaks.ts";
import { type BuildOptions, readOptions, usage } from "./options.ts";
import { checkOutput, replaceFolder } from "./output-folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
process.exitCode = await main();

/** 0: written; 1: the data are bad or the target is, and one message says how; 2: wrong usage. */
async function main(): Promise<number> {
  let options: BuildOptions;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const terminal = new Terminal(process.stderr);
  try {
    await checkOutput(options.out, [root, process.cwd(), dataPath()]);
    const { report, identifiers } = await openReport(dataPath(), terminal);
    const search = leakSearch(identifiers.texts, identifiers.published);
    terminal.stage("Writing pages");
    shareReport(report);
    await writeSite(resolve(options.out), options, search);
    terminal.end();
    console.log(`${summary(report)}\n${searchSummary(search)}\nWritten to ${options.out}`);
    return 0;
  } catch (error) {
    terminal.end();
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/**
 * Builds in a folder of this process and swaps at the end, so that a failed build leaves the earlier report
 * whole and builds that run at once do not meet.
 */
async function writeSite(out: string, { base, site }: BuildOptions, search: LeakSearch): Promise<void> {
  const work = join(root, ".shopper-report", `build-${process.pid}`);
  const outDir = join(work, "site");
  // Outside the working directory Astro would prerender into one folder that all builds share.
  process.chdir(root);
  try {
    await build({
      root,
      base,
      outDir,
      cacheDir: join(work, "cache"),
      logLevel: "warn",
      ...(site === undefined ? {} : { site }),
    });
    await writeFile(join(outDir, ".nojekyll"), "");
    await refuseLeaks(outDir, search);
    await replaceFolder(outDir, out);
  } finally {
    await rm(work, { recursive: true, force: true });
    // Fails while another build is at work there.
    await rmdir(dirname(work)).catch(() => undefined);
  }
}

function summary({ dataset: { account }, metrics }: Report): string {
  const customers = metrics.find(({ metric }) => metric === "customers")?.value ?? 0;
  const people = customers === 0 ? "" : `${customers} customers. `;
  const parts = [
    `${account.purchases} purchases`,
    `${account.returns} returns`,
    `${account.unpriced} without a price`,
    `${account.excluded} excluded`,
    `${account.dropped} dropped`,
  ];
  return `${people}${account.read} rows read: ${parts.join(", ")}.`;
}

function searchSummary({ searched, leftOut }: LeakSearch): string {
  const rest =
    leftOut === 0
      ? ""
      : ` ${leftOut} that are short, a number or a plain word were not looked for: they cannot be told from the report's own.`;
  return searched === 0 && leftOut === 0
    ? "The data name no customer and no order."
    : `None of ${searched} identifiers of customers and orders stands in the report.${rest}`;
}
