import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** The name under which a file stands until it is whole. Nothing that reads the folder takes it for data. */
export function halfName(name: string): string {
  return `.${name}.tmp`;
}

/** The name that a half file is to get; null for any other file. */
export function nameOfHalf(name: string): string | null {
  return /^\.(.+)\.tmp$/.exec(name)?.[1] ?? null;
}

/**
 * Writes a file so that a crash at any moment leaves either the whole file or none: under another name, synced to the
 * disk, renamed, and the folder synced, without which the name could be lost. `write` fills the file.
 *
 * @throws what the file system throws; the half file is gone then
 */
export async function writeDurably(folder: string, name: string, write: Write): Promise<void> {
  await writeHalf(folder, name, write);
  await finishHalf(folder, name);
}

/** What fills a file. */
export type Write = string | ((file: FileHandle) => Promise<void>);

/** Writes a file under its half name, and syncs it to the disk. */
export async function writeHalf(folder: string, name: string, write: Write): Promise<void> {
  const half = join(folder, halfName(name));
  try {
    const file = await open(half, "w");
    try {
      if (typeof write === "string") await file.writeFile(write);
      else await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(half, { force: true }).catch(() => {});
    throw error;
  }
}

/** Gives a half file its name, and makes that outlast a crash. */
export async function finishHalf(folder: string, name: string): Promise<void> {
  await rename(join(folder, halfName(name)), join(folder, name));
  await syncFolder(folder);
}

/** Makes names that were given or taken in a folder outlast a crash. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows has no handle of a folder, and needs none.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
