import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { writeNaughty } from "../fixtures/naughty.ts";

/** The base path under which every site of the tests stands. */
export const base = "/shopper-report";

/** The sites that the tests look at, and the data each is built from. */
export const sites = {
  /** The project's own sample: everything that the report can show. */
  sample: "data",
  /** Names that do harm where they are not shown as text, and people who must not be named. */
  hostile: "tests/fixtures/hostile",
  /** Order lines without gender, age or rating. */
  shopify: "tests/fixtures/shopify",
  /** Order lines without a date: nobody can be told to have bought recently. */
  undated: "tests/fixtures/undated",
  /** The Big List of Naughty Strings, as names and headers; written when it is built. */
  naughty: "tests/fixtures/naughty.ts",
  /** Order lines that followed others: the report is held against an earlier one. */
  changed: "tests/fixtures/shopify",
} as const;

/** The site that is built for an address, with all that takes a whole one. */
export const addressed = { site: "shopify", address: "https://shop.example" } as const satisfies {
  site: keyof typeof sites;
  address: string;
};

export type SiteName = keyof typeof sites;

/** Sites whose reports are held against that of another, which stands before them in the list. */
const previousSite: Partial<Record<SiteName, SiteName>> = { changed: "hostile" };

export const siteNames = Object.keys(sites) as SiteName[];

const project = fileURLToPath(new URL("../..", import.meta.url));

/** The folder of built sites, set by the run (see `tests/run.ts`) or by the global set-up. */
export const sitesFolder = "REPORT_TEST_SITES";

/** Where a site was built. */
export function folderOf(site: SiteName): string {
  const folder = process.env[sitesFolder];
  if (folder === undefined) throw new Error(`${sitesFolder} is not set: the sites have not been built`);
  return join(folder, site);
}

/** Builds every site into a folder of its own. The first failure is thrown, with the build's output. */
export function buildSites(folder: string, say: (line: string) => void = () => {}): void {
  for (const site of siteNames) {
    const out = join(folder, site);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const started = performance.now();
    const previous = previousSite[site];
    const previousReport = previous === undefined ? "" : relatedReport(folder, previous);
    const data = site === "naughty" ? writeNaughty(join(folder, "naughty-data")) : sites[site];
    const { status, stdout, stderr, error } = spawnSync(
      process.execPath,
      [
        "src/cli/build.ts",
        ...["--base", base, "--out", out],
        ...(site === addressed.site ? ["--site", addressed.address] : []),
        ...(site === "sample" ? ["--single-file"] : []),
      ],
      {
        cwd: project,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
        env: {
          ...process.env,
          REPORT_DATA: data,
          REPORT_PREVIOUS: previousReport,
          CI: "true",
          TZ: "UTC",
        },
      },
    );
    if (status !== 0) {
      throw new Error(
        `The site "${site}" was not built from ${sites[site]} (status ${status ?? error?.message}):\n${stdout}${stderr}`,
      );
    }
    // A search of files that are not there finds nothing, and proves nothing.
    for (const file of ["index.html", "data/index.html", "report.json"]) {
      if (!existsSync(join(out, file)))
        throw new Error(`The build of "${site}" ended well but wrote no ${file}`);
    }
    say(`built ${site} from ${sites[site]} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

const productsOf = z.looseObject({
  breakdowns: z.looseObject({
    product: z.looseObject({
      groups: z.array(z.looseObject({ name: z.string(), other: z.boolean().optional() })).min(1),
    }),
  }),
});

/**
 * The report of a site, one of whose products bears the name of one of the shop with an address, written beside the
 * sites: without a product in common two reports are of two shops, and not compared.
 */
function relatedReport(folder: string, site: SiteName): string {
  const read = (of: SiteName) =>
    productsOf.parse(JSON.parse(readFileSync(join(folder, of, "report.json"), "utf8")));
  const [report, other] = [read(site), read(addressed.site)];
  const [renamed, shared] = [report, other].map(({ breakdowns }) =>
    breakdowns.product.groups.findLast((group) => group.other !== true),
  );
  if (renamed !== undefined && shared !== undefined) renamed.name = shared.name;
  const path = join(folder, `${site}-related.json`);
  writeFileSync(path, JSON.stringify(report));
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error("usage: node tests/e2e/sites.ts FOLDER");
  try {
    buildSites(folder, (line) => console.log(line));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
