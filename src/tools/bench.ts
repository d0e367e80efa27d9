import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { openReport } from "../input/open-report.ts";

/**
 * Prints how long reading to Report takes, as ratios against something run beside it on the same machine.
 * A part runs in a process of its own, so that peak memory is its own.
 */
const parts: Record<string, (path: string) => Promise<void> | void> = {
  parse: measureParse,
  report: measureReport,
};

const root = fileURLToPath(new URL("../..", import.meta.url));
const data = process.env["BENCH_DATA"] ?? join(root, "../shared/data");
const [part, path] = process.argv.slice(2);
if (part !== undefined && path !== undefined) await parts[part]?.(path);
else await main();

async function main(): Promise<void> {
  const retail = join(data, "online_retail.csv.gz");
  const trends = join(data, "shopping_trends.csv");
  if (existsSync(retail)) {
    const parse = best("parse", retail);
    const report = best("report", retail);
    line("online_retail.csv, 541,909 rows");
    line(`  papaparse alone          ${seconds(parse.seconds)}`);
    line(
      `  reading to Report        ${seconds(report.seconds)}   ${(report.seconds / parse.seconds).toFixed(2)} times papaparse (bound 4)`,
    );
    line(`  peak memory              ${report.megabytes.toFixed(0)} MB   (bound 700)`);
  } else line(`skipped: no ${retail} (name a folder with BENCH_DATA)`);
  if (existsSync(trends)) {
    const report = best("report", trends);
    const started = performance.now();
    const out = await mkdtemp(join(tmpdir(), "shopper-bench-"));
    const build = spawnSync(process.execPath, ["src/tools/build.ts", "--out", join(out, "dist")], {
      cwd: root,
      env: { ...process.env, REPORT_DATA: trends },
      encoding: "utf8",
    });
    const whole = (performance.now() - started) / 1000;
    await rm(out, { recursive: true, force: true });
    line("shopping_trends.csv, 3,900 rows");
    if (build.status !== 0) line(`  the build failed: ${build.stderr}`);
    line(`  the whole build          ${seconds(whole)}`);
    line(
      `  reading to Report        ${seconds(report.seconds)}   ${(report.seconds / whole).toFixed(3)} of the build (bound 0.1)`,
    );
  } else line(`skipped: no ${trends} (name a folder with BENCH_DATA)`);
  await benchLargeFile();
}

/** A file larger than a string can be: memory must follow rows, not text. */
async function benchLargeFile(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "shopper-bench-"));
  const file = join(folder, "large.csv");
  const handle = await open(file, "w");
  const filler = "lorem ipsum dolor sit amet ".repeat(40);
  await handle.write("Customer ID,Amount,Category,Comment\n");
  let bytes = 0;
  for (let block = 0; block < 600; block += 1) {
    const rows = Array.from(
      { length: 1000 },
      (_, row) =>
        `K${(block * 37 + row) % 5000},${(row % 90) + 10},Cat ${row % 7},${block}-${row} ${filler}\n`,
    ).join("");
    bytes += (await handle.write(rows)).bytesWritten;
  }
  await handle.close();
  const report = best("report", file, 1);
  await rm(folder, { recursive: true, force: true });
  line(`a file of ${(bytes / 1e6).toFixed(0)} MB, 600,000 rows`);
  line(
    `  reading to Report        ${seconds(report.seconds)}   ${report.megabytes.toFixed(0)} MB at the peak`,
  );
}

interface Measure {
  seconds: number;
  megabytes: number;
}

/** The fastest of some runs, and the most memory that any took. */
function best(name: string, file: string, runs = 3): Measure {
  const measures = Array.from({ length: runs }, (): Measure => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), name, file],
      { encoding: "utf8" },
    );
    const [taken, memory] = stdout.trim().split(" ").map(Number);
    if (status !== 0 || taken === undefined || memory === undefined)
      throw new Error(`${name} of ${file} failed: ${stderr}`);
    return { seconds: taken, megabytes: memory };
  });
  return {
    seconds: Math.min(...measures.map((measure) => measure.seconds)),
    megabytes: Math.max(...measures.map((measure) => measure.megabytes)),
  };
}

function measureParse(file: string): void {
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  const started = performance.now();
  Papa.parse(text, { delimiter: "," });
  print(started);
}

async function measureReport(file: string): Promise<void> {
  const started = performance.now();
  await openReport(file);
  print(started);
}

function print(started: number): void {
  const taken = (performance.now() - started) / 1000;
  line(`${taken} ${process.resourceUsage().maxRSS / 1024}`);
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`.padStart(8);
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}
