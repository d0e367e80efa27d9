import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import packageJson from "../../package.json" with { type: "json" };
import { withFolder } from "../support/folder.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const packed = z.array(
  z.object({ filename: z.string(), size: z.number(), files: z.array(z.object({ path: z.string() })) }),
);

function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      REPORT_DATA: "", // Where programs like to write on their own, and do so only outside CI.
      ...(cwd === project ? {} : { HOME: cwd, CI: "" }),
    },
  });
  if (status !== 0)
    throw new Error(`${program} ${args.join(" ")}: ${status ?? error?.message}\n${stdout}${stderr}`);
  return stdout;
}

/** Everything in a folder. */
async function pathsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.map((entry) => join(entry.parentPath, entry.name)).sort();
}

test.skipIf(process.platform === "win32")(
  "the packed package should build a report in another project, and write nothing into its own folder",
  async () => {
    await withFolder(
      { "orders.csv": await readFile(join(project, "tests/fixtures/shopify/orders.csv")) },
      async (folder) => {
        const [tarball] = packed.parse(
          JSON.parse(run("npm", ["pack", "--json", "--silent", "--pack-destination", folder], project)),
        );
        const paths = tarball?.files.map(({ path }) => path) ?? [];
        expect(tarball?.size).toBeLessThan(1_500_000);
        for (const path of [
          "README.md",
          "LICENSE",
          "astro.config.mjs",
          "tsconfig.json",
          "public/favicon.svg",
        ])
          expect(paths).toContain(path);
        expect(
          paths.filter((path) => /^(?:tests|data|node_modules)\/|^src\/sample\/|bench/.test(path)),
        ).toEqual([]);

        run("tar", ["xzf", tarball?.filename ?? ""], folder);
        const installed = join(folder, "node_modules/shopper-report");
        await mkdir(dirname(installed));
        await rename(join(folder, "package"), installed);
        for (const name of Object.keys(packageJson.dependencies)) {
          const link = join(folder, "node_modules", name);
          await mkdir(dirname(link), { recursive: true });
          await symlink(join(project, "node_modules", name), link);
        }
        const before = await pathsOf(installed);
        const bin = join(installed, packageJson.bin["shopper-report"]);
        expect(run(process.execPath, [bin, "--help"], folder)).toContain("Usage: shopper-report");
        expect(run(process.execPath, [bin, "check", "orders.csv"], folder)).toContain("79 rows read");
        expect(run(process.execPath, [bin, "init", "orders.csv"], folder)).toContain("Written: report.yaml");
        const args = [
          "build",
          "orders.csv",
          "--out",
          "dist",
          "--base",
          "/x",
          "--site",
          "https://shop.example",
        ];
        expect(run(process.execPath, [bin, ...args], folder)).toContain("Written to dist");
        const page = await readFile(join(folder, "dist/index.html"), "utf8");
        const assets = [...page.matchAll(/(?:src|href)="\/x\/(_astro\/[^"]+)"/g)].map(
          ([, path = ""]) => path,
        );
        expect(assets.length).toBeGreaterThan(0);
        for (const path of assets) expect(existsSync(join(folder, "dist", path)), path).toBe(true);
        const licences = await readFile(join(folder, "dist/licences.txt"), "utf8");
        expect([...licences.matchAll(/^(\S+) \d+\.\d+\.\d+ \(\S+\)$/gm)].map(([, name]) => name)).toEqual([
          "@astrojs/react",
          "@fontsource-variable/inter",
          "@kurkle/color",
          "astro",
          "chart.js",
          "preact",
          "react-chartjs-2",
        ]);
        expect(await pathsOf(installed)).toEqual(before);
        // Nothing beside: no cache, no record of having been here.
        const left = ["dist", "node_modules", "orders.csv", "report.yaml", ".github", tarball?.filename];
        expect((await readdir(folder)).sort()).toEqual(left.sort());
      },
    );
  },
  180_000,
);
