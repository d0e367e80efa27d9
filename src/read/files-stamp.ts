import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** So deep in a data folder lies what a report reads, a logo for instance. */
const deepest = 3;

/**
 * Names, sizes and times of the files in a data folder, or beside a data file, as one text: another one where any of
 * them came, changed or went. Hidden folders and installed packages are no data.
 */
export async function filesStamp(path: string): Promise<string> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  const lines = isFile ? await stampsIn(dirname(path), deepest) : await stampsIn(path, 1);
  return lines.sort().join("\n");
}

async function stampsIn(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const isData = depth < deepest && !entry.name.startsWith(".") && entry.name !== "node_modules";
      return isData ? stampsIn(path, depth + 1) : [];
    }
    // Links are followed.
    const state = await stat(path, { bigint: true }).catch(() => null);
    return state === null ? [] : [`${path} ${state.ino} ${state.size} ${state.mtimeNs} ${state.ctimeNs}`];
  });
  return (await Promise.all(found)).flat();
}
