import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../errors.ts";

const reasons: Readonly<Record<string, string>> = {
  EACCES: "there is no permission",
  EPERM: "there is no permission",
  EROFS: "the file system is read-only",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "a part of the path is a file",
  ENOSPC: "no space is left",
  EDQUOT: "the disk quota is used up",
  EFBIG: "a file would be larger than is allowed here",
  ENAMETOOLONG: "the name is too long",
  EBUSY: "it is in use",
};

/** The bundler's own words, with the number that Linux and macOS give the cause. */
const bundlerReasons: readonly [RegExp, string][] = [
  [/\(os error 28\)/, "ENOSPC"],
  [/\(os error (?:122|69)\)/, "EDQUOT"],
  [/\(os error 27\)/, "EFBIG"],
];

/** An InputError for a target that cannot be written. */
export function unwritable(out: string, reason: string): InputError {
  return new InputError(
    `the report cannot be written: ${reason}`,
    "Name another folder with --out, or make room for this one.",
    { file: out },
  );
}

/** A result of the file system; what it refuses becomes an InputError, and only a missing path stays as it was. */
export async function reachable<Result>(out: string, result: Promise<Result>): Promise<Result> {
  return result.catch((error: unknown) => {
    const code = codeOf(error);
    if (code === undefined || code === "ENOENT") throw error;
    throw unwritable(out, reasons[code] ?? code);
  });
}

/**
 * Makes a folder and those that it lies in. Node's own way never ends where the system finds nothing in a folder that is
 * there, as in /proc.
 *
 * @throws an InputError where it cannot be made
 */
export async function makeFolders(out: string, folder: string): Promise<void> {
  const isThere = await reachable(out, stat(folder)).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
  if (isThere) return;
  if (dirname(folder) !== folder) await makeFolders(out, dirname(folder));
  await madeFolder(
    out,
    mkdir(folder).catch((error: unknown) => {
      // Another build may have made it meanwhile.
      if (codeOf(error) !== "EEXIST") throw error;
    }),
  );
}

/** A folder that is being made; whatever the file system refuses becomes an InputError, a place that cannot be too. */
export async function madeFolder<Result>(out: string, result: Promise<Result>): Promise<Result> {
  return reachable(out, result).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    throw unwritable(out, "no folder can be made there");
  });
}

/** An InputError where a build failed for want of room, whoever wrote; the error itself where it did not. */
export function fullDisk(out: string, error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  const code = bundlerReasons.find(([words]) => words.test(message))?.[1] ?? codeOf(error);
  const reason = reasons[code ?? ""];
  return reason !== undefined && ["ENOSPC", "EDQUOT", "EFBIG"].includes(code ?? "")
    ? unwritable(out, reason)
    : error;
}

/** Whether the file system found nothing there. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

/** The name that Node gives to what the system refused. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
