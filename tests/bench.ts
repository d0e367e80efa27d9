import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { defaultConfig } from "../src/config/config.ts";
import { Gate } from "../src/disclosure/gate.ts";
import { buildReport } from "../src/edition/build-report.ts";
import { buildFilters } from "../src/edition/filters/build-filters.ts";
import { openReport } from "../src/edition/open-report.ts";
import { type CustomerOrders, customerOrders } from "../src/questions/customer-orders.ts";
import { linePersons } from "../src/questions/persons.ts";
import { products } from "../src/questions/products.ts";
import { guestsGroup } from "../src/questions/traits.ts";
import { csvSource } from "../src/read/csv-source.ts";
import { silent } from "../src/read/progress.ts";
import { breakDown } from "../src/report/breakdowns.ts";
import { buildAffinity } from "../src/sections/affinity/part.ts";
import { mineRules } from "../src/sections/affinity/question/mine-rules.ts";
import { orderBaskets } from "../src/sections/affinity/question/product-baskets.ts";
import { tellableTables } from "../src/sections/coming-back/tellable.ts";
import { buildReviews } from "../src/sections/reviews/part.ts";
import { buildSegments } from "../src/sections/segments/part.ts";
import { fitModel } from "../src/sections/value/model.ts";
import { customerValue } from "../src/sections/value/part.ts";
import { watchedCustomers } from "../src/sections/value/question.ts";
import { basketsOf } from "../src/statistics/itemsets/baskets.ts";
import { frequentItemsets } from "../src/statistics/itemsets/frequent-itemsets.ts";
import { fractionOf, leastCount } from "../src/statistics/itemsets/itemset-thresholds.ts";
import { seededRandom } from "../src/statistics/random/random.ts";
import { type Dataset, openDataset } from "../src/store/open-dataset.ts";
import { simulateShop } from "./sections/value/simulated-orders.ts";

/**
 * Prints how long reading to Report takes, as ratios against something run beside it on the same machine.
 * A part runs in a process of its own, so that peak memory is its own.
 */
const parts: Record<string, (path: string) => Promise<void> | void> = {
  parse: measureParse,
  report: measureReport,
  segments: measureSegments,
  affinity: measureAffinity,
  filters: measureFilters,
  lines: measureBasketLines,
  mine: measureMining,
  mineTenfold: (path) => measureMining(path, 10),
  orders: measureOrderRules,
  cohorts: measureCohorts,
  fit: measureFit,
  value: measureValue,
  reviews: measureReviews,
  nothing: () => print(performance.now()),
};

const root = fileURLToPath(new URL("..", import.meta.url));
const data = process.env["BENCH_DATA"] ?? join(root, "../shared/data");
const [part, path] = process.argv.slice(2);
if (part !== undefined && path !== undefined) await parts[part]?.(path);
else await main();

async function main(): Promise<void> {
  const retail = join(data, "online_retail.csv.gz");
  const trends = join(data, "shopping_trends.csv");
  if (existsSync(retail)) {
    const folder = await mkdtemp(join(tmpdir(), "shopper-bench-"));
    const text = join(folder, "online_retail.csv");
    await writeFile(text, gunzipSync(readFileSync(retail)));
    const many = join(folder, "many.csv");
    await writeManyCustomers(many);
    const [parse = nothing, report = nothing, segments = nothing, affinity = nothing, filters = nothing] =
      middle(["parse", "report", "segments", "affinity", "filters"], text, 7);
    const rest = report.seconds - segments.seconds - affinity.seconds - filters.seconds;
    const synthetic = run("segments", many);
    await rm(folder, { recursive: true, force: true });
    line("online_retail.csv, 541,909 rows");
    line(`  papaparse alone          ${seconds(parse.seconds)}`);
    line(`  reading to Report        ${seconds(report.seconds)}`);
    line(
      `  without the three below  ${seconds(rest)}   ${(rest / parse.seconds).toFixed(2)} times papaparse (bound 4)`,
    );
    line(`  peak memory              ${report.megabytes.toFixed(0)} MB   (bound 700)`);
    line(
      `  segments and personas    ${seconds(segments.seconds)}   ${(segments.seconds / parse.seconds).toFixed(2)} times papaparse (bound 1), for 4,338 customers`,
    );
    line(
      `  the same of 100,000      ${seconds(synthetic.seconds)}   ${(synthetic.seconds / parse.seconds).toFixed(2)} times papaparse (bound 25), ${synthetic.megabytes.toFixed(0)} MB at the peak`,
    );
    line(
      `  rules of all baskets     ${seconds(affinity.seconds)}   ${(affinity.seconds / parse.seconds).toFixed(2)} times papaparse`,
    );
    line(
      `  tables of the filters    ${seconds(filters.seconds)}   ${(filters.seconds / parse.seconds).toFixed(2)} times papaparse`,
    );
  } else line(`skipped: no ${retail} (name a folder with BENCH_DATA)`);
  if (existsSync(trends)) {
    const [report = nothing, segments = nothing, affinity = nothing, filters = nothing] = middle(
      ["report", "segments", "affinity", "filters"],
      trends,
      5,
    );
    const rest = report.seconds - segments.seconds - affinity.seconds - filters.seconds;
    const started = performance.now();
    const out = await mkdtemp(join(tmpdir(), "shopper-bench-"));
    const build = spawnSync(process.execPath, ["src/cli/build.ts", "--out", join(out, "dist")], {
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
      `  reading to Report        ${seconds(report.seconds)}   ${(report.seconds / whole).toFixed(3)} of the build; without segments, rules and filters ${(rest / whole).toFixed(3)} (bound 0.1)`,
    );
  } else line(`skipped: no ${trends} (name a folder with BENCH_DATA)`);
  await benchValue();
  await benchReviews();
  await benchMining();
  await benchLargeFile();
}

/** Cohorts, one fit and all of customer value against papaparse, and 1,000,000 generated customers against 500,000. */
async function benchValue(): Promise<void> {
  const retail = join(data, "online_retail.csv.gz");
  if (!existsSync(retail)) return line(`skipped: no ${retail} (name a folder with BENCH_DATA)`);
  const folder = await mkdtemp(join(tmpdir(), "shopper-bench-"));
  const text = join(folder, "online_retail.csv");
  await writeFile(text, gunzipSync(readFileSync(retail)));
  const [parse = nothing, cohorts = nothing, fit = nothing, value = nothing] = middle(
    ["parse", "cohorts", "fit", "value"],
    text,
    3,
  );
  const ratio = (own: Measure, of: Measure) => `${(own.seconds / of.seconds).toFixed(2)} times papaparse`;
  line("online_retail.csv, who comes back and what they will be worth");
  line(`  cohorts                  ${seconds(cohorts.seconds)}   ${ratio(cohorts, parse)} (bound 0.5)`);
  line(`  one fit                  ${seconds(fit.seconds)}   ${ratio(fit, parse)} (bound 3)`);
  line(`  all of value             ${seconds(value.seconds)}   ${ratio(value, parse)} (bound 8)`);
  const million = join(folder, "million.csv");
  await writeManyBuyers(million, 1_000_000);
  const [parseMany, valueMany] = [run("parse", million), run("value", million)];
  await writeManyBuyers(million, 500_000);
  const half = run("value", million);
  await rm(folder, { recursive: true, force: true });
  line(
    `  of 1,000,000 customers   ${seconds(valueMany.seconds)}   ${ratio(valueMany, parseMany)} on their file (bound 30), ${(valueMany.seconds / half.seconds).toFixed(1)} times as long as half of them (2 is linear)`,
  );
}

/** Scores and themes of 100,000 texts of 60 words against papaparse reading them, and against half of them; memory of 200,000. */
async function benchReviews(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "shopper-bench-"));
  const [many, half, short] = [join(folder, "many.csv"), join(folder, "half.csv"), join(folder, "short.csv")];
  await writeManyReviews(many, 100_000, 60);
  await writeManyReviews(half, 50_000, 60);
  await writeManyReviews(short, 200_000, 47);
  const [parse, all, some] = [run("parse", many), run("reviews", many), run("reviews", half)];
  const [none, shorter] = [run("nothing", short), run("reviews", short)];
  await rm(folder, { recursive: true, force: true });
  line("100,000 reviews of 60 words, of 50,000 customers and 2,000 products");
  line(`  papaparse alone          ${seconds(parse.seconds)}`);
  line(
    `  scores and themes        ${seconds(all.seconds)}   ${(all.seconds / parse.seconds).toFixed(1)} times papaparse (bound 30 s), ${all.megabytes.toFixed(0)} MB at the peak (bound 1,000), ${(all.seconds / some.seconds).toFixed(1)} times as long as half of them (2 is linear)`,
  );
  line(
    `  200,000 of 300 letters   ${seconds(shorter.seconds)}   ${(shorter.megabytes - none.megabytes).toFixed(0)} MB at the peak, reading included, beyond the ${none.megabytes.toFixed(0)} MB of the program (bound 400)`,
  );
}

/** Itemsets of generated baskets against reading their file, and of ten times the baskets against once. */
async function benchMining(): Promise<void> {
  const baskets = join(data, "T10I4D100K.dat.gz");
  const retail = join(data, "online_retail.csv.gz");
  if (!existsSync(baskets) || !existsSync(retail))
    return line(`skipped: no ${baskets} or no ${retail} (name a folder with BENCH_DATA)`);
  const folder = await mkdtemp(join(tmpdir(), "shopper-bench-"));
  const text = join(folder, "baskets.dat");
  await writeFile(text, gunzipSync(readFileSync(baskets)));
  const csv = join(folder, "online_retail.csv");
  await writeFile(csv, gunzipSync(readFileSync(retail)));
  const [read = nothing, mine = nothing, tenfold = nothing] = middle(
    ["lines", "mine", "mineTenfold"],
    text,
    3,
  );
  const [parse = nothing, orders = nothing] = middle(["parse", "orders"], csv, 3);
  await rm(folder, { recursive: true, force: true });
  line("T10I4D100K.dat, 100,000 baskets, itemsets at 0.1 %");
  line(`  reading and parsing      ${seconds(read.seconds)}`);
  line(
    `  mining                   ${seconds(mine.seconds)}   ${(mine.seconds / read.seconds).toFixed(2)} times reading (bound 5)`,
  );
  line(
    `  of ten times the baskets ${seconds(tenfold.seconds)}   ${(tenfold.seconds / mine.seconds).toFixed(1)} times as long (bound 11), ${tenfold.megabytes.toFixed(0)} MB at the peak`,
  );
  line("online_retail.csv, rules of products in an order at 1 %");
  line(
    `  mining and testing       ${seconds(orders.seconds)}   ${(orders.seconds / parse.seconds).toFixed(2)} times papaparse alone (bound 1)`,
  );
}

/** Order lines of many customers, skewed as real ones are. */
async function writeManyCustomers(file: string): Promise<void> {
  const customers = 100_000;
  const random = seededRandom(100_000);
  const handle = await open(file, "w");
  await handle.write("Order ID,Customer ID,Order Date,Product,Quantity,Price\n");
  let order = 0;
  for (let block = 0; block < customers / 1000; block += 1) {
    const rows: string[] = [];
    for (let customer = block * 1000; customer < (block + 1) * 1000; customer += 1) {
      const orders = Math.ceil(Math.exp(random() ** 2 * 3));
      for (let each = 0; each < orders; each += 1) {
        order += 1;
        const date = new Date(Date.UTC(2025, 0, 1 + Math.floor(random() * 365))).toISOString().slice(0, 10);
        const price = Math.exp(1 + 4 * random()).toFixed(2);
        rows.push(`O${order},C${customer},${date},Product ${Math.floor(random() * 500)},1,${price}\n`);
      }
    }
    await handle.write(rows.join(""));
  }
  await handle.close();
}

/** Orders of many customers who come, buy and leave as the models of customer value say, so that all of it is worked out. */
async function writeManyBuyers(file: string, customers: number): Promise<void> {
  const random = seededRandom(18);
  const timing = { dropout: "bg", r: 0.25, alpha: 4.5, a: 0.8, b: 2.5 } as const;
  const handle = await open(file, "w");
  await handle.write("Order ID,Customer ID,Order Date,Amount\n");
  for (let block = 0; block < customers / 1000; block += 1) {
    const orders = simulateShop(
      timing,
      { p: 6, q: 4, v: 15 },
      { customers: 1000, days: 730, arriving: 365 },
      random,
    );
    const rows = orders.map(({ customer, day, revenue }, row) => {
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      return `O${block}-${row},C${block}-${customer},${date},${revenue.toFixed(2)}\n`;
    });
    await handle.write(rows.join(""));
  }
  await handle.close();
}

/** Reviews of skewed words, of which some tell of what is wrong and some of what is right. */
async function writeManyReviews(file: string, reviews: number, length: number): Promise<void> {
  const random = seededRandom(19);
  const pick = (count: number) => Math.floor(random() ** 3 * count);
  const wordOf = (place: number): string =>
    `${place < 21 ? "" : wordOf(Math.floor(place / 21) - 1)}${"bcdfghjklmnprstvwzaeo"[place % 21]}${"aeiou"[place % 5]}`;
  const topics = [
    ["zip", "broke", "seam"],
    ["tight", "runs", "small"],
    ["late", "parcel", "courier"],
    ["soft", "warm", "cosy"],
  ];
  const handle = await open(file, "w");
  await handle.write("Review ID,Customer ID,Date,Product,Category,Rating,Review Text\n");
  for (let block = 0; block < reviews / 1000; block += 1) {
    const rows: string[] = [];
    for (let review = block * 1000; review < (block + 1) * 1000; review += 1) {
      const topic = random() < 0.3 ? Math.floor(random() * 4) : -1;
      const isGood = topic === 3 || (topic < 0 && random() < 0.8);
      const words = Array.from({ length }, () => wordOf(pick(20_000)));
      for (const word of topics[topic] ?? []) words[Math.floor(random() * length)] = word;
      words[7] = random() < 0.3 ? (isGood ? "good" : "bad") : "it";
      const date = new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 730))).toISOString().slice(0, 10);
      const product = pick(2000);
      rows.push(
        `R${review},C${Math.floor(random() * 50_000)},${date},Product ${product},Kind ${product % 20},${isGood ? 4 + Math.round(random()) : 1 + Math.round(random())},${words.join(" ")}\n`,
      );
    }
    await handle.write(rows.join(""));
  }
  await handle.close();
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
  const report = run("report", file);
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

const nothing: Measure = { seconds: Number.NaN, megabytes: Number.NaN };

/** Runs parts in turns, so that what else the machine does meets them alike, and gives the middle of each. */
function middle(names: readonly string[], file: string, turns: number): Measure[] {
  const runs = Array.from({ length: turns }, () => names.map((name) => run(name, file)));
  return names.map((_, index) => {
    const own = runs.flatMap((turn) => turn[index] ?? []).sort((a, b) => a.seconds - b.seconds);
    return {
      seconds: own[Math.floor(own.length / 2)]?.seconds ?? Number.NaN,
      megabytes: Math.max(...own.map(({ megabytes }) => megabytes)),
    };
  });
}

function run(name: string, file: string): Measure {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), name, file],
    {
      encoding: "utf8",
    },
  );
  const [taken, memory] = stdout.trim().split(" ").map(Number);
  if (status !== 0 || taken === undefined || memory === undefined)
    throw new Error(`${name} of ${file} failed: ${stderr}`);
  return { seconds: taken, megabytes: memory };
}

function measureParse(file: string): void {
  const text = readFileSync(file, "utf8");
  const started = performance.now();
  Papa.parse(text);
  print(started);
}

async function measureReport(file: string): Promise<void> {
  const started = performance.now();
  await openReport(file);
  print(started);
}

function readBasketLines(file: string): number[][] {
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((text) => text.trim().split(" ").map(Number));
}

function measureBasketLines(file: string): void {
  const started = performance.now();
  readBasketLines(file);
  print(started);
}

function measureMining(file: string, times = 1): void {
  const lists = readBasketLines(file);
  const many = Array.from({ length: times }, () => lists).flat();
  const started = performance.now();
  const baskets = basketsOf(many);
  const mined = frequentItemsets(baskets, { minCount: leastCount(baskets.count, fractionOf(0.001)) });
  if (mined.kind !== "itemsets" || mined.itemsets.count !== 27_532)
    throw new Error("not the 27,532 itemsets");
  print(started);
}

/** Baskets, itemsets, rules and their tests, once the data are loaded. */
async function measureOrderRules(file: string): Promise<void> {
  const dataset = await openDataset([csvSource(dirname(file), basename(file))], defaultConfig, silent);
  const names = new Map((await products(dataset.store)).map(({ id, name }) => [id, name]));
  const started = performance.now();
  const source = orderBaskets(await dataset.store.lines(), names);
  if (source === null) throw new Error("no orders of two products");
  const { affinity, privacy } = defaultConfig;
  mineRules(
    source,
    {
      minSupport: affinity.minSupport.orders,
      minConfidence: affinity.minConfidence.orders,
      maxLength: affinity.maxLength,
      maxConsequent: affinity.maxConsequent,
      maxItemsets: affinity.maxItemsets,
      minCustomers: privacy.minimumGroup,
      searches: 4,
    },
    () => true,
  );
  print(started);
}

/** The gate with the fields folded, as a build has it before it looks for segments. */
async function foldedFields({ store, columns }: Dataset, all: Awaited<ReturnType<typeof products>>) {
  const gate = new Gate(defaultConfig.privacy.minimumGroup);
  const [customers = 0] = (await store.columns("SELECT COUNT(*) FROM customers"))[0] ?? [];
  const { ageBounds } = await breakDown(store, columns, all, new Set(), defaultConfig, gate, customers);
  const lines = gate.lines(await store.lines());
  return { gate, ageBounds, lines, guests: await guestsGroup(store, linePersons(lines)) };
}

/** What all baskets take, once the data are loaded; personas are not among the traits. */
async function measureAffinity(file: string): Promise<void> {
  const dataset = await openDataset([csvSource(dirname(file), basename(file))], defaultConfig, silent);
  const all = await products(dataset.store);
  const started = performance.now();
  const { gate, ageBounds } = await foldedFields(dataset, all);
  await buildAffinity(dataset.store, all, new Set(), null, defaultConfig, gate, ageBounds);
  print(started);
}

/** What the tables that narrow the Overview take, once the report is there. */
async function measureFilters(file: string): Promise<void> {
  const dataset = await openDataset([csvSource(dirname(file), basename(file))], defaultConfig, silent);
  const all = await products(dataset.store);
  const { gate, ageBounds, lines, guests } = await foldedFields(dataset, all);
  const { members, rfmOf, fields } = await buildSegments(dataset.store, all, defaultConfig, null, gate, {
    ageBounds,
    guests,
  });
  const { filters: _, ...report } = await buildReport(dataset, defaultConfig);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const started = performance.now();
  await buildFilters({
    store: dataset.store,
    lines,
    customerWords: fields,
    memberships: { personas: members, rfmOf },
    report,
    products: names,
    gate,
  });
  print(started);
}

/** What RFM, personas, their stability and their pages' numbers take, once the data are loaded. */
async function measureSegments(file: string): Promise<void> {
  const dataset = await openDataset([csvSource(dirname(file), basename(file))], defaultConfig, silent);
  const all = await products(dataset.store);
  const started = performance.now();
  const { gate, ageBounds, guests } = await foldedFields(dataset, all);
  await buildSegments(dataset.store, all, defaultConfig, null, gate, { ageBounds, guests });
  print(started);
}

/** Orders of a file, once loaded: what all that follows stands on. */
async function loadedOrders(file: string): Promise<CustomerOrders> {
  const dataset = await openDataset([csvSource(dirname(file), basename(file))], defaultConfig, silent);
  const orders = await customerOrders(dataset.store);
  if (orders === null) throw new Error("there are no dated orders");
  return orders;
}

function isFew(persons: number): boolean {
  return persons > 0 && persons < defaultConfig.privacy.minimumGroup;
}

async function measureCohorts(file: string): Promise<void> {
  const orders = await loadedOrders(file);
  const started = performance.now();
  tellableTables(orders, isFew);
  print(started);
}

async function measureFit(file: string): Promise<void> {
  const orders = await loadedOrders(file);
  const watched = watchedCustomers(orders, orders.last);
  const started = performance.now();
  fitModel(watched);
  print(started);
}

async function measureValue(file: string): Promise<void> {
  const orders = await loadedOrders(file);
  const started = performance.now();
  const { part } = customerValue({
    orders,
    isFew,
    discountRate: defaultConfig.value.discountRate,
    margin: null,
    acquisitionCost: null,
    holdoutFrom: null,
    personaThen: null,
    personas: null,
    segments: null,
    places: null,
  });
  print(started);
  if (part.kind === "none") console.error(`no forecast: ${part.why}`);
}

/** What is worked out of texts, once they are loaded. */
async function measureReviews(file: string): Promise<void> {
  const dataset = await openDataset([csvSource(dirname(file), basename(file))], defaultConfig, silent);
  if (dataset.reviews === null) throw new Error("there are no texts");
  const started = performance.now();
  const part = buildReviews(dataset.reviews, new Set(), new Gate(defaultConfig.privacy.minimumGroup));
  if ((part?.themes?.themes.length ?? 0) < 4) throw new Error("not the four themes");
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
