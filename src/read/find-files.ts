import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { InputError } from "../errors.ts";

const readable = /\.(?:csv|tsv|txt)(?:\.gz)?$|\.(?:xlsx|zip)$/i;
/** What operating systems and editors leave beside data; what begins with a dot is left alone, too. */
const leavings = /^(?:\.|__MACOSX$|node_modules$|~\$)/;

/** Whether a file, by its name, is one that holds data. */
export function isReadable(path: string): boolean {
  return readable.test(path) && !path.split("/").some((part) => leavings.test(part));
}

/** The data folder and the names of the files in it that are to be read, in code order. */
export interface DataFiles {
  folder: string;
  /** With forward slashes where a file lies in a folder of the folder. */
  names: string[];
}

/**
 * The data files of a folder and of its folders, or the one file that a path names; `chosen` (file names from report.yaml)
 * narrows a folder. Throws an InputError where there is nothing to read, and for what is no file or leads out of the folder.
 */
export async function findDataFiles(path: string, chosen: readonly string[] | undefined): Promise<DataFiles> {
  const kind = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (kind.isFile()) return { folder: dirname(path), names: [basename(path)] };
  if (!kind.isDirectory()) throw noFile(path);
  const all = await list(path, path);
  const found = all.filter(isReadable).sort();
  for (const name of chosen ?? []) {
    if (!all.includes(name)) {
      throw new InputError(
        `there is no file "${name}", which report.yaml names under files`,
        `The folder holds: ${found.join(", ") || "no data file"}.`,
        { file: path },
      );
    }
  }
  const names = chosen === undefined ? found : [...new Set(chosen)].sort();
  if (names.length === 0) {
    throw new InputError(
      `no data file in ${JSON.stringify(path)}`,
      `Put a table with customers and purchases there (*.csv, *.tsv, *.txt, *.xlsx, *.zip or *.gz of a text), or name another folder or file, such as shopper-report build ~/exports.${all.length === 0 ? "" : `\nThe folder holds: ${all.sort().slice(0, 10).join(", ")}.`}`,
    );
  }
  for (const name of names) await refuseStrange(path, name);
  return { folder: path, names };
}

/** Every file below a folder, by its path from the root; folders that hold an earlier report are not data. */
async function list(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw unreadable(folder, error);
  });
  if (folder !== root && isReport(entries)) return [];
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) found.push(relative(root, path).split(sep).join("/"));
    else if (!leavings.test(entry.name)) found.push(...(await list(root, path)));
  }
  return found;
}

function isReport(entries: readonly Dirent[]): boolean {
  return ["index.html", "report.json"].every((name) => entries.some((entry) => entry.name === name));
}

/** Throws an InputError for what is no file, and for a link that leads out of the folder. */
async function refuseStrange(folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  const target = await realpath(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const way = relative(await realpath(folder), target);
  if (way === ".." || way.startsWith(`..${sep}`)) {
    throw new InputError(
      "the file is a link that leads out of the data folder",
      "Put the file itself there, or build from the folder that holds it.",
      { file: path },
    );
  }
  if (!(await stat(path)).isFile()) throw noFile(path);
}

function noFile(path: string): InputError {
  return new InputError(
    `${JSON.stringify(path)} is neither a file nor a folder`,
    "Pipes and devices are not read: put the data into a file.",
  );
}

/** The path of the configuration beside the data. */
export function configPath({ folder }: Pick<DataFiles, "folder">): string {
  return join(folder, "report.yaml");
}

/** An InputError for what the file system refused. */
export function unreadable(path: string, error: unknown): InputError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT")
    return new InputError(
      `there is no ${JSON.stringify(path)}`,
      "Name a folder or a file that exists, such as shopper-report build ~/exports.",
    );
  if (code === "EACCES" || code === "EPERM")
    return new InputError(
      `no permission to read ${JSON.stringify(path)}`,
      "Give the user who builds the report the right to read it.",
    );
  return new InputError(`cannot read ${JSON.stringify(path)} (${code})`, "Check the path and the disk.");
}
