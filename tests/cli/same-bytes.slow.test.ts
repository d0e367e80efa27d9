import { spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toCsv } from "../support/csv.ts";

const cli = fileURLToPath(new URL("../../src/cli/cli.ts", import.meta.url));
const fixture = fileURLToPath(new URL("../fixtures/hostile", import.meta.url));

interface Place {
  /** Data and output, in a new folder. */
  data: string;
  out: string;
  environment: Record<string, string>;
  /** In which order the files are put there. */
  order: (names: string[]) => string[];
}

const plain: Place = {
  data: "data",
  out: "dist",
  environment: { TZ: "UTC", LC_ALL: "C", LANG: "C" },
  order: (names) => names,
};

const elsewhere: Place = {
  data: "a longer/path with spaces/of ünits",
  out: "site/öffentlich",
  environment: { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
  order: (names) => names.toReversed(),
};

/** The fixture's files, its orders cut in three. */
async function fixtureFiles(): Promise<Map<string, string | Buffer>> {
  const text = await readFile(join(fixture, "orders.csv"), "utf8");
  const [header = [], ...rows] = Papa.parse<string[]>(text, { delimiter: ",", skipEmptyLines: true }).data;
  const third = Math.ceil(rows.length / 3);
  const files = new Map<string, string | Buffer>();
  for (const [index, name] of ["b.csv", "a.csv", "C.csv"].entries())
    files.set(name, toCsv([header, ...rows.slice(index * third, (index + 1) * third)]));
  for (const name of ["report.yaml", "logo.svg"]) files.set(name, await readFile(join(fixture, name)));
  return files;
}

async function build(folder: string, { data, out, environment, order }: Place): Promise<Map<string, Buffer>> {
  const files = await fixtureFiles();
  await mkdir(join(folder, data), { recursive: true });
  for (const name of order([...files.keys()]))
    await writeFile(join(folder, data, name), files.get(name) ?? "");
  const child = spawn(process.execPath, [cli, "build", data, "--out", out, "--base", "/x"], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text) => {
    said += String(text);
  });
  const status = await new Promise((ended) => child.on("close", ended));
  expect(status, said).toBe(0);
  const site = join(folder, out);
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const built = new Map<string, Buffer>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    built.set(relative(site, path).split(sep).join("/"), await readFile(path));
  }
  return built;
}

/** Where two files part, with what stands around. */
function firstDifference(one: Buffer, other: Buffer): string {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  const around = (bytes: Buffer) => JSON.stringify(bytes.subarray(Math.max(0, at - 40), at + 60).toString());
  return `byte ${at}: ${around(one)} and ${around(other)}`;
}

describe("the same data", () => {
  let folders: string[] = [];
  let sites: Map<string, Buffer>[] = [];
  beforeAll(async () => {
    folders = await Promise.all(
      ["shopper-report-", "shopper report elsewhere-"].map((prefix) => mkdtemp(join(tmpdir(), prefix))),
    );
    sites = await Promise.all([plain, elsewhere].map((place, index) => build(folders[index] ?? "", place)));
  });
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  test("should make the same files on another path, in another time zone, locale and order of files", () => {
    const [one = new Map(), other = new Map()] = sites;
    expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
    expect(one.size).toBeGreaterThan(20);
  });

  test("should make them of the same bytes", () => {
    const [one = new Map<string, Buffer>(), other = new Map<string, Buffer>()] = sites;
    const different = [...one].flatMap(([path, bytes]) => {
      const second = other.get(path);
      return second === undefined || second.equals(bytes)
        ? []
        : [`${path}, ${firstDifference(bytes, second)}`];
    });
    expect(different).toEqual([]);
  });

  test("should be held against a build that the environment could have changed", () => {
    // In 1970 Kiritimati was 10 hours 40 minutes behind. Else the switch of locale and zone had no effect, and the
    // test no meaning.
    const script = "[new Intl.NumberFormat().format(1234.5), new Date(0).getTimezoneOffset()].join()";
    const said = [plain, elsewhere].map(({ environment }) =>
      spawnSync(process.execPath, ["-p", script], {
        encoding: "utf8",
        env: { ...process.env, ...environment },
      }).stdout.trim(),
    );
    expect(said[1]).toBe("1.234,5,640");
    expect(said[0]).not.toBe(said[1]);
  });
});
