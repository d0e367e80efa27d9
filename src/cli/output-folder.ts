import { constants } from "node:fs";
import { access, readdir, readFile, realpath, rename, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import { InputError } from "../errors.ts";
import { isMissing, reachable, unwritable } from "./disk-fault.ts";

/**
 * Throws an InputError unless a report may be written to the folder: it is not there, is empty, or holds an
 * earlier report, and none of the paths to keep lies in it. Touches nothing.
 *
 * @param out the folder as the user named it
 * @param keep paths that must outlive the build, such as the project and the data
 */
export async function checkOutput(out: string, keep: readonly string[]): Promise<void> {
  const target = await real(out);
  for (const path of keep) {
    const way = relative(target, await real(path));
    if (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way)
      throw refused(out, `holds ${JSON.stringify(path)}, which the build would delete`);
  }
  const entries = await reachable(out, readdir(target)).catch(async (error: unknown) => {
    if (!isMissing(error)) throw error;
    await checkParent(out, dirname(target));
    return [];
  });
  if (entries.length > 0 && !(await holdsReport(target, entries)))
    throw refused(out, "is not empty and holds no earlier report");
}

/**
 * Puts a folder that was just written into the place of another on the same file system. The other comes back
 * where that fails; else it is left aside.
 *
 * @param old where the other stands meanwhile
 * @param put how the new folder takes its place; a test makes it fail
 */
export async function replaceFolder(
  written: string,
  out: string,
  old: string,
  put: typeof rename = rename,
): Promise<void> {
  const replaced = await reachable(out, rename(out, old)).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
  try {
    await reachable(out, put(written, out));
  } catch (error) {
    if (replaced) await rename(old, out);
    throw error;
  }
}

const reportShape = z.object({ schemaVersion: z.number() });

async function holdsReport(folder: string, entries: readonly string[]): Promise<boolean> {
  // A checkout's history is more than the report in it.
  if (!entries.includes("index.html") || !entries.includes("report.json") || entries.includes(".git"))
    return false;
  try {
    const content: unknown = JSON.parse(await readFile(join(folder, "report.json"), "utf8"));
    return reportShape.safeParse(content).success;
  } catch {
    return false;
  }
}

/** Whether the nearest folder that is there lets one be made in it. */
async function checkParent(out: string, parent: string): Promise<void> {
  try {
    if (!(await reachable(out, stat(parent))).isDirectory()) throw unwritable(out, `${parent} is no folder`);
    await reachable(out, access(parent, constants.W_OK | constants.X_OK));
  } catch (error) {
    if (!isMissing(error) || dirname(parent) === parent) throw error;
    await checkParent(out, dirname(parent));
  }
}

/** The path without symbolic links, as far as it is there. */
async function real(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    return dirname(whole) === whole ? whole : join(await real(dirname(whole)), basename(whole));
  }
}

function refused(out: string, reason: string): InputError {
  return new InputError(
    `the folder ${reason}`,
    "A build replaces all that is there. Name a new or empty folder with --out, or that of an earlier report.",
    { file: out },
  );
}
