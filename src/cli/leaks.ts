import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { gunzipSync } from "node:zlib";
import type { LeakSearch } from "../disclosure/leak-search.ts";
import { InputError } from "../errors.ts";

const text = /\.(?:html|json|js|mjs|css|svg|csv|xml|txt|md|webmanifest)$/i;

/**
 * Searches every file of a built site, its name too, with what `searchOf` gives for its path. Throws an InputError
 * where an identifier stands in one. Its message does not repeat the identifier: who reads the log may be anybody.
 */
export async function refuseLeaks(folder: string, searchOf: (file: string) => LeakSearch): Promise<void> {
  const leaks: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    const search = searchOf(name);
    const found = new Set([...search.find(name), ...(await findInFile(path, search))]);
    if (found.size > 0)
      leaks.push(
        `${name}: ${[...found].slice(0, 3).map(masked).join(", ")}${found.size > 3 ? `, and ${found.size - 3} more` : ""}`,
      );
  }
  if (leaks.length === 0) return;
  throw new InputError(
    `${leaks.length} ${leaks.length === 1 ? "file" : "files"} of the report would show an identifier of a customer or an order`,
    `${leaks.sort().slice(0, 10).join("\n")}\nNothing was written. Look for the identifier in a column that is published, such as a product's name; leave it out of the data, or tell us if it is in none.`,
  );
}

async function findInFile(path: string, search: LeakSearch): Promise<string[]> {
  const bytes = await readFile(path);
  if (path.endsWith(".gz")) return search.find(gunzipSync(bytes).toString("utf8"));
  return text.test(path) ? search.find(bytes.toString("utf8")) : search.find(bytes.toString("latin1"), true);
}

/** The first two characters of an identifier, and how many follow. */
function masked(identifier: string): string {
  const characters = [...identifier];
  return `"${characters.slice(0, 2).join("")}…" (${characters.length} characters)`;
}
