import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));
const template = fileURLToPath(new URL("own-section/stars/", import.meta.url));

const scratch = mkdtempSync(join(tmpdir(), "shopper-report-section-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const makeFolder = () => mkdtempSync(join(scratch, "f-"));

/** What a build of the copied package wrote, and the summary of its job. */
interface Built {
  read(file: string): string;
  has(file: string): boolean;
  summary: string;
  report: unknown;
}

/** The package, copied, with one more section: a folder, and a line in the list. */
function copyWithSection(): string {
  const root = makeFolder();
  for (const part of ["src", "public", "astro.config.mjs", "package.json", "tsconfig.json"]) {
    cpSync(join(project, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"), "junction");
  const folder = join(root, "src/sections/stars");
  mkdirSync(folder);
  for (const name of readdirSync(template)) {
    writeFileSync(join(folder, name.replace(/\.txt$/, "")), readFileSync(join(template, name)));
  }
  const list = join(root, "src/sections/index.ts");
  const text = readFileSync(list, "utf8");
  const longer = `import { stars } from "./stars/index.ts";\n${text.replace("  customers,\n", "  customers,\n  stars,\n")}`;
  expect(longer.split("\n").length).toBe(text.split("\n").length + 2);
  writeFileSync(list, longer);
  return root;
}

function build(root: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): Built {
  const data = makeFolder();
  writeFileSync(join(data, "orders.csv"), [columns, ...rows].map((row) => row.join(",")).join("\n"));
  const out = join(data, "out");
  const summary = join(data, "summary.md");
  const command = ["src/cli/cli.ts", "build", data, "--out", out, "--site", "https://shop.example"];
  const env = { ...process.env, GITHUB_STEP_SUMMARY: summary, ASTRO_TELEMETRY_DISABLED: "1" };
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8", env });
  expect(status, stderr).toBe(0);
  const read = (file: string) => readFileSync(join(out, file), "utf8");
  return {
    read,
    has: (file) => existsSync(join(out, file)),
    summary: readFileSync(summary, "utf8"),
    report: JSON.parse(read("report.json")),
  };
}

describe("a section that is one folder and one line", () => {
  let rated: Built;
  let unrated: Built;
  beforeAll(() => {
    const root = copyWithSection();
    const rows = Array.from({ length: 40 }, (_, row) => [
      `c${row}`,
      row % 2 === 0 ? "Male" : "Female",
      10 + row,
    ]);
    rated = build(
      root,
      ["Customer ID", "Gender", "Amount", "Review Rating"],
      rows.map((row, index) => [...row, (index % 5) + 1]),
    );
    unrated = build(root, ["Customer ID", "Gender", "Amount"], rows);
  });

  test("should hold a part of report.json and offer what the Overview says first", () => {
    expect(rated.report).toMatchObject({ stars: { given: 40 } });
    expect(rated.read("index.html")).toContain("Stars were given.");
  });

  test("should have its pages, in the navigation, the sitemap and the document", () => {
    expect(rated.read("stars/index.html")).toContain("40 stars were given.");
    expect(rated.read("stars/index.html")).toMatch(
      /<a href="\/stars\/" aria-current="page">\s*Stars\s*<\/a>/,
    );
    expect(rated.read("stars/five/index.html")).toMatch(/<a href="\/stars\/" aria-current="true">/);
    expect(rated.read("customers/index.html")).toMatch(/<a href="\/stars\/">\s*Stars\s*<\/a>/);
    expect(rated.read("sitemap.xml")).toContain("<loc>https://shop.example/stars/five/</loc>");
    expect(rated.read("index.html")).toContain('<link rel="chapter" href="/stars/" title="Stars">');
    expect(rated.read("index.html")).toContain('<link rel="chapter" href="/stars/five/" title="Five stars">');
  });

  test("should have its figures to be embedded and its files to be downloaded", () => {
    expect(rated.read("embed/stars-given/index.html")).toContain("Stars given");
    expect(rated.read("figures/stars-given.csv")).toContain("All,40");
    expect(rated.read("stars.csv")).toBe("stars\r\n5\r\n");
  });

  test("should stand in Methods, under More, in the footer and in the summary of the job", () => {
    expect(rated.read("methods/index.html")).toContain("How stars are counted");
    expect(rated.read("methods/index.html")).toContain("one and one");
    expect(rated.read("methods/index.html")).toContain("Half of them would be too few.");
    expect(rated.read("index.html")).toMatch(/<a href="\/stars\/">Stars<\/a>: what was thought/);
    expect(rated.read("data/index.html")).toContain("<strong>Stars are counted.</strong>");
    expect(rated.summary).toContain("40 stars were given.");
  });

  test("should be absent everywhere where the data lack what it needs", () => {
    expect(unrated.report).toMatchObject({ stars: null });
    for (const file of [
      "stars/index.html",
      "embed/stars-given/index.html",
      "figures/stars-given.csv",
      "stars.csv",
    ])
      expect(unrated.has(file), file).toBe(false);
    for (const file of ["index.html", "customers/index.html", "methods/index.html", "sitemap.xml"])
      expect(unrated.read(file), file).not.toMatch(/[Ss]tars/);
    expect(unrated.summary).not.toMatch(/[Ss]tars/);
    expect(JSON.stringify(unrated.report)).not.toContain("Stars");
  });
});
