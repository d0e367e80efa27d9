import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError } from "../errors.ts";

const readable = /\.(?:csv|tsv|csv\.gz)$/i;

/** The data folder and the names of the files in it that are to be read, in code order. */
export interface DataFiles {
  folder: string;
  names: string[];
}

/**
 * The `*.csv`, `*.tsv` and `*.csv.gz` of a folder, or the one file that a path names; `chosen` (file names
 * from report.yaml) narrows a folder. Throws an InputError where there is nothing to read.
 */
export async function findDataFiles(path: string, chosen: readonly string[] | undefined): Promise<DataFiles> {
  const kind = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (kind.isFile()) return { folder: dirname(path), names: [basename(path)] };
  const all = await readdir(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const found = all.filter((name) => readable.test(name)).sort();
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
      `Put a CSV with customers and purchases there (*.csv, *.tsv or *.csv.gz), or name another folder or file, such as shopper-report build ~/exports.${all.length === 0 ? "" : `\nThe folder holds: ${all.sort().slice(0, 10).join(", ")}.`}`,
    );
  }
  return { folder: path, names };
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
