import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Numbers the islands of every page of a built site. Astro names each by a hash of, among other things, the path of
 * its component on this machine, and the same report would not have the same bytes elsewhere. Nothing refers to it.
 */
export async function steadyIslands(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const path = join(entry.parentPath, entry.name);
    const html = await readFile(path, "utf8");
    const steady = numberIslands(html);
    if (steady !== html) await writeFile(path, steady);
  }
}

/** The page with its islands named 1, 2 and so on. */
export function numberIslands(html: string): string {
  let count = 0;
  return html.replace(/(<astro-island uid=")\w*(")/g, (_, before: string, after: string) => {
    count += 1;
    return `${before}${count}${after}`;
  });
}
