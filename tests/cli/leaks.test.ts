import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { refuseLeaks } from "../../src/cli/leaks.ts";
import { leakSearch } from "../../src/disclosure/leak-search.ts";
import { withFolder } from "../support/folder.ts";
import { refusal } from "../support/refusal.ts";

const search = leakSearch(["C-88449", "jane.doe@example.com"]);

describe("refuseLeaks", () => {
  test("should let a site through that names nobody", async () => {
    await withFolder(
      { "index.html": "<p>3,900 customers</p>", "font.woff2": Buffer.from([0, 1, 2]) },
      (folder) => refuseLeaks(folder, () => search),
    );
  });

  test.each<[string, Record<string, string | Uint8Array>]>([
    ["a page", { "index.html": "<p>C-88449</p>" }],
    ["a file of data", { "report.json": '{"id":"C-88449"}' }],
    ["a compressed file", { "cube.json.gz": gzipSync('{"id":"C-88449"}') }],
    ["a picture", { "chart.png": Buffer.from("\u0000jane.doe@example.com\u0000") }],
    ["a file's name", { "c-88449.csv": "" }],
  ])("should refuse an identifier in %s, and not repeat it", async (_, files) => {
    await withFolder(files, async (folder) => {
      const words = await refusal(() => refuseLeaks(folder, () => search));
      expect(words).toContain("1 file of the report would show an identifier");
      expect(words).toContain(Object.keys(files)[0]);
      if (!Object.keys(files)[0]?.includes("88449")) expect(words).not.toMatch(/88449|jane\.doe/i);
    });
  });
});

test("a build stops where a product's name holds a customer's address, and writes nothing", async () => {
  const rows = Array.from({ length: 8 }, (_, index) => [
    `jane.doe${index}@example.com,Cup,5`,
    `jane.doe${index}@example.com,Gift for Jane.Doe1@example.com,5`,
  ]);
  const csv = ["Customer ID,Product,Amount", ...rows.flat()].join("\n");
  await withFolder({ "orders.csv": `${csv}\n` }, async (folder) => {
    const out = join(folder, "dist");
    const { status, stderr } = spawnSync(process.execPath, ["src/cli/build.ts", "--out", out], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      encoding: "utf8",
      env: { ...process.env, REPORT_DATA: folder, CI: "true" },
    });
    expect(stderr).toContain("would show an identifier of a customer");
    expect(stderr).not.toContain("jane.doe1@");
    expect(status).toBe(1);
    expect(existsSync(out)).toBe(false);
  });
});
