import { rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "astro";
import type { LeakSearch } from "../disclosure/leak-search.ts";
import { steadyIslands } from "./islands.ts";
import { refuseLeaks } from "./leaks.ts";
import { ShippedPackages } from "./licences.ts";
import type { BuildOptions } from "./options.ts";
import { replaceFolder } from "./output-folder.ts";
import { writeSingleFile } from "./single-file/write-single-file.ts";
import { installed, makeSiteRoot } from "./site-root.ts";
import { aside, withWorkFolder } from "./work-folder.ts";

/** Types for an editor and collections of content, which a build of the report has no use for, are not made. */
const withoutSync: Parameters<typeof build>[1] & { sync: boolean } = { sync: false };

/**
 * Builds the pages of the shared report beside the target and swaps at the end, so that a failed build leaves the
 * earlier report whole. Throws an InputError where the target cannot be written, another build is at work there, or
 * an identifier would leave.
 */
export async function writeSite(
  { out, base, site, singleFile }: Pick<BuildOptions, "out" | "base" | "site" | "singleFile">,
  searchOf: (file: string) => LeakSearch,
): Promise<void> {
  const target = resolve(out);
  const from = process.cwd();
  await withWorkFolder(target, async (work) => {
    const root = join(work, "root");
    const outDir = join(root, "site");
    await makeSiteRoot(root);
    // Outside the working directory Astro would prerender into a folder of the user's.
    process.chdir(root);
    // With another value, as test runners set it, scripts for development would be written, paths of this machine in
    // them.
    process.env["NODE_ENV"] = "production";
    const shipped = new ShippedPackages();
    try {
      await build(
        {
          root,
          base,
          outDir,
          cacheDir: join(work, "cache"),
          logLevel: "warn",
          vite: { cacheDir: join(work, "vite"), plugins: [shipped.plugin] },
          ...(site === undefined ? {} : { site }),
        },
        withoutSync,
      );
    } finally {
      process.chdir(from);
    }
    await steadyIslands(outDir);
    await writeFile(join(outDir, ".nojekyll"), "");
    if (singleFile) await writeSingleFile(outDir, base === "/" ? base : `${base}/`);
    await refuseLeaks(outDir, searchOf);
    // Nothing of it comes from the data, and the texts hold numbers that might be somebody's.
    await writeFile(join(outDir, "licences.txt"), await shipped.licences(installed));
    await replaceFolder(outDir, target, aside(work));
    await rm(aside(work), { recursive: true, force: true });
  });
}
