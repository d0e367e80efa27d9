import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "astro";
import { InputError } from "../dataset/input-error.ts";
import { dataPath, shareReport } from "../input/current-report.ts";
import { openReport } from "../input/open-report.ts";
import { Terminal } from "../input/terminal.ts";
import type { Report } from "../report/report.ts";

const usage = `npm run build -- [--base /name] [--site https://host] [--out folder]
  --base  the path under which the site is served, such as the repository's name on GitHub Pages
  --site  the address of the host, for canonical links
  --out   where the report is written (default: dist)
REPORT_DATA=path names another data folder or file than data/.`;

const root = fileURLToPath(new URL("../..", import.meta.url));
process.exitCode = await main();

/** 0: written; 1: the data are bad, and one message says how; 2: wrong usage. */
async function main(): Promise<number> {
  const options = readOptions();
  if (options === undefined) return 2;
  const terminal = new Terminal(process.stderr);
  try {
    const report = await openReport(dataPath(), terminal);
    terminal.stage("Writing pages");
    shareReport(report);
    await writeSite(resolve(options.out), options);
    terminal.end();
    console.log(`${summary(report)}\nWritten to ${options.out}`);
    return 0;
  } catch (error) {
    terminal.end();
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    return 1;
  }
}

function readOptions(): { base: string; site: string | undefined; out: string } | undefined {
  try {
    const { values } = parseArgs({
      options: {
        base: { type: "string", default: "/" },
        site: { type: "string" },
        out: { type: "string", default: "dist" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help === true) {
      console.log(usage);
      process.exit(0);
    }
    if (values.site !== undefined && !URL.canParse(values.site))
      throw new Error(`--site ${JSON.stringify(values.site)} is no address; write https://host`);
    return { base: `/${values.base.replace(/^\/+|\/+$/g, "")}`, site: values.site, out: values.out };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return undefined;
  }
}

/** Builds beside the target and swaps at the end, so that a failed build leaves the earlier report whole. */
async function writeSite(
  out: string,
  { base, site }: { base: string; site: string | undefined },
): Promise<void> {
  const beside = join(dirname(out), `.${basename(out)}.new`);
  const old = join(dirname(out), `.${basename(out)}.old`);
  await rm(beside, { recursive: true, force: true });
  await mkdir(dirname(out), { recursive: true });
  try {
    await build({ root, base, outDir: beside, logLevel: "warn", ...(site === undefined ? {} : { site }) });
    await writeFile(join(beside, ".nojekyll"), "");
    await rm(old, { recursive: true, force: true });
    await rename(out, old).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    await rename(beside, out);
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

function summary({ dataset: { account }, metrics }: Report): string {
  const customers = metrics.find(({ metric }) => metric === "customers")?.value ?? 0;
  const parts = [
    `${account.purchases} purchases`,
    `${account.returns} returns`,
    `${account.unpriced} without a price`,
    `${account.excluded} excluded`,
    `${account.dropped} dropped`,
  ];
  return `${customers} customers. ${account.read} rows read: ${parts.join(", ")}.`;
}
