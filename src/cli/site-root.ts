import { copyFile, mkdir, readdir, readFile, stat, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** The folder of this package: sources, public files and configuration stand in it. */
export const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

/** What a build of the pages reads of the package. */
const parts = ["src", "public", "astro.config.mjs", "package.json", "tsconfig.json"];

const packageShape = z.object({ dependencies: z.record(z.string(), z.string()) });

/**
 * Makes a folder from which Astro can build: the package's sources copied, its dependencies linked. Astro writes
 * into the folder that it builds from, and the package's own may be read-only or serve another build at the time.
 */
export async function makeSiteRoot(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const part of parts) await copy(join(packageRoot, part), join(folder, part));
  const content: unknown = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
  for (const name of Object.keys(packageShape.parse(content).dependencies)) {
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(await installed(name), link, "junction");
  }
}

/** Copies a file or a folder. The new folders can be written to, and removed, where those of the package cannot. */
async function copy(from: string, to: string): Promise<void> {
  if (!(await stat(from)).isDirectory()) return copyFile(from, to);
  await mkdir(to);
  for (const name of await readdir(from)) await copy(join(from, name), join(to, name));
}

/** The folder of a dependency, which may be installed with the package or in any folder above it. */
export async function installed(name: string): Promise<string> {
  for (let folder = packageRoot; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    const found = await stat(candidate).catch(() => undefined);
    if (found?.isDirectory()) return candidate;
    if (dirname(folder) === folder) throw new Error(`the package ${name} is not installed`);
  }
}
