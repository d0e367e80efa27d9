import { type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { isReadable } from "../read/find-files.ts";
import { parseSegmentName } from "../read/segment-name.ts";

/** Watches a folder until it is closed. */
export interface FolderNews {
  close(): void;
}

/** Files that a build reads. Segments are the watcher's own: it knows when they change. */
const isRead = (name: string) =>
  (isReadable(name) && parseSegmentName(name) === null) || /^report\.ya?ml$/i.test(name);

/**
 * Tells when a file that the build reads comes, changes or goes. The system's own word is the quick way; looking again
 * every few seconds is the sure one, for folders that are mounted from elsewhere give no word.
 *
 * @param without a folder in it that is nobody's data
 * @param interval milliseconds between looks
 */
export async function folderNews(
  folder: string,
  without: string,
  changed: () => void,
  interval = 5000,
): Promise<FolderNews> {
  let known = await signature(folder, without);
  let looking = false;
  let soon: NodeJS.Timeout | undefined;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      const found = await signature(folder, without);
      if (found !== known) changed();
      known = found;
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), interval);
  const hear = () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      void look();
    }, 100);
  };
  const watcher = watched(folder, hear);
  return {
    close() {
      clearInterval(timer);
      clearTimeout(soon);
      watcher?.close();
    },
  };
}

function watched(folder: string, hear: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, hear);
    // There may be too many watches on this machine, or none on this file system.
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}

/** Names, sizes and times of the files that a build reads; empty where there is no such folder for the moment. */
async function signature(folder: string, without: string): Promise<string> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const lines = entries
      .filter((entry) => !entry.isDirectory() && isRead(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !isWithin(without, path))
      .sort()
      .map(async (path) => {
        const found = await stat(path).catch(() => null);
        return found === null ? "" : `${relative(folder, path)} ${found.size} ${found.mtimeMs}`;
      });
    return (await Promise.all(lines)).join("\n");
  } catch {
    return "";
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && !way.startsWith("..");
}
