import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { z } from "zod";
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

test("a build masks a customer's address in a product's name, tells how many, and publishes it nowhere", async () => {
  const rows = Array.from({ length: 8 }, (_, index) => [
    `jane.doe${index}@example.com,Cup,5`,
    `jane.doe${index}@example.com,Gift for Jane.Doe1@example.com,5`,
  ]);
  const csv = ["Customer ID,Product,Amount", ...rows.flat()].join("\n");
  await withFolder({ "orders.csv": `${csv}\n` }, async (folder) => {
    const out = join(folder, "dist");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["src/cli/build.ts", "--out", out], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      encoding: "utf8",
      env: { ...process.env, REPORT_DATA: folder, CI: "true" },
    });
    expect(status).toBe(0);
    expect(stdout + stderr).not.toMatch(/jane/i);
    const report = reportFile.parse(JSON.parse(await readFile(join(out, "report.json"), "utf8")));
    expect(report.breakdowns.product.groups.map(({ name }) => name).sort()).toEqual([
      "Cup",
      "Gift for [e-mail]",
    ]);
    expect(report.dataset.findings).toContainEqual(
      expect.objectContaining({ kind: "names-masked", count: 1 }),
    );
    for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
      expect(entry.name).not.toMatch(/jane/i);
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      const text = (entry.name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("latin1");
      expect(text.search(/jane\W?doe/i), entry.name).toBe(-1);
    }
  });
});

const reportFile = z.object({
  breakdowns: z.object({ product: z.object({ groups: z.array(z.object({ name: z.string() })) }) }),
  dataset: z.object({ findings: z.array(z.looseObject({ kind: z.string() })) }),
});
