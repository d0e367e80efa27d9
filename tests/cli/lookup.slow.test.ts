import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { canary } from "../fixtures/names.ts";
import { withFolder } from "../support/folder.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const orders = readFileSync(join(project, "tests/fixtures/shopify/orders.csv"));
const salt = "a secret of enough characters";
const lookupFiles = ["customers-lookup.csv", "lookup/index.html"];

/** The files of a report with a lookup, and what the build said. */
async function build(mode: string): Promise<{ files: Map<string, string>; said: string }> {
  return withFolder({ "orders.csv": orders, "report.yaml": `privacy: { customers: ${mode} }` }, (folder) => {
    const out = join(folder, "dist");
    const { status, stderr } = spawnSync(
      process.execPath,
      ["src/cli/build.ts", "--out", out, "--site", "https://shop.example"],
      {
        cwd: project,
        encoding: "utf8",
        env: { ...process.env, REPORT_DATA: folder, REPORT_SALT: salt, CI: "true" },
      },
    );
    expect(status, stderr).toBe(0);
    const files = new Map<string, string>();
    for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(relative(out, path).split(sep).join("/"), readFileSync(path, "latin1"));
    }
    return { files, said: stderr };
  });
}

function filesWith(files: ReadonlyMap<string, string>, text: string): string[] {
  return [...files].flatMap(([path, content]) => (content.includes(text) ? [path] : [])).sort();
}

function expectMarked({ files, said }: { files: ReadonlyMap<string, string>; said: string }, mode: string) {
  expect(said).toContain(`WARNING: privacy.customers is ${mode}.`);
  const page = files.get("lookup/index.html") ?? "";
  expect(page).toContain("This page is about single people");
  expect(page).toContain('name="robots" content="noindex"');
  expect(files.get("sitemap.xml")).not.toContain("lookup");
  for (const path of ["index.html", "data/index.html", "lookup/index.html"])
    expect(files.get(path), path).toContain("This report holds one row a customer");
}

describe("a report with a customers lookup", () => {
  test("should name customers by pseudonyms, and hold neither an identifier nor the salt", async () => {
    const built = await build("pseudonymous");
    expectMarked(built, "pseudonymous");
    expect(filesWith(built.files, canary)).toEqual([]);
    expect(filesWith(built.files, salt)).toEqual([]);
    // printf 'zqxcanary.0002@example.com' | openssl dgst -sha256 -hmac 'a secret of enough characters'
    expect(filesWith(built.files, "c-8395fd88e9865a0d")).toEqual(lookupFiles);
  });

  test("should name customers by identifiers where that is asked for, in the lookup and nowhere else", async () => {
    const built = await build("full");
    expectMarked(built, "full");
    expect(filesWith(built.files, `${canary}.0002@example.com`)).toEqual(lookupFiles);
    expect(filesWith(built.files, canary)).toEqual(lookupFiles);
  });
});
