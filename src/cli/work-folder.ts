import { existsSync, renameSync, rmSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../errors.ts";
import { codeOf, fullDisk, isMissing, madeFolder, makeFolders, reachable } from "./disk-fault.ts";
import { isAlive, type ProcessId, readProcess, thisProcess, writeProcess } from "./process-id.ts";

/** What the name of the file begins with that says whose the work folder is. */
const ownerPrefix = "process-";
/** The owner of a folder that nobody owns: a name that all who find it agree on. */
const nobody = `${ownerPrefix}none`;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The folder beside a target in which its report is built. As long as it is there, nobody else builds to that
 * target: it is the lock as well.
 */
export function workFolder(out: string): string {
  return join(dirname(resolve(out)), `.${basename(resolve(out))}.shopper-report`);
}

/** Where the earlier report stands while the new one takes its place. */
export function aside(work: string): string {
  return join(work, "old");
}

/** Throws an InputError while another build writes to the target. */
export async function refuseSecond(out: string): Promise<void> {
  refuseLiving(await ownersOf(workFolder(out)), out);
}

function refuseLiving(owners: readonly Owner[], out: string): void {
  for (const { id } of owners) {
    if (id === null || !isAlive(id)) continue;
    throw new InputError(
      `another build (process ${id.pid}) is writing there`,
      `Wait until it ends, or name another folder with --out. If no build is running, remove ${workFolder(out)}`,
      { file: out },
    );
  }
}

/**
 * Runs a build in the work folder of its target, alone, and removes the folder however that ends: on SIGINT,
 * SIGTERM and SIGHUP too. What a killed build left is cleared first, and the report that it had set aside comes back.
 *
 * @throws an InputError while another build writes to the target, and where there is no room
 */
export async function withWorkFolder<Result>(
  out: string,
  use: (work: string) => Promise<Result>,
): Promise<Result> {
  const work = workFolder(out);
  const own = thisProcess();
  await makeFolders(out, dirname(resolve(work)));
  await take(work, out, own);
  const stop = (signal: NodeJS.Signals) => {
    leave(work, out, own);
    for (const each of signals) process.off(each, stop);
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    return await use(work);
  } catch (error) {
    throw fullDisk(out, error);
  } finally {
    leave(work, out, own);
    for (const signal of signals) process.off(signal, stop);
  }
}

/**
 * Makes the work folder this process's own. It is renamed into its place with its owner in it, so that nobody sees it
 * without; renaming over a folder that holds files fails. Of a dead build's folder the owner's file is renamed: the name
 * says whose it was, so that only one can, and only as long as it is still his.
 */
async function take(work: string, out: string, own: ProcessId): Promise<void> {
  await clearLitter(work, out);
  const made = besides(work, own);
  const name = ownerPrefix + writeProcess(own);
  try {
    await madeFolder(out, mkdir(made));
    await reachable(out, writeFile(join(made, name), ""));
    while (!(await succeeds(rename(made, work), ["ENOTEMPTY", "EEXIST", "EPERM", "EACCES"]))) {
      const owners = await ownersOf(work);
      refuseLiving(owners, out);
      const [owner] = owners;
      if (owner === undefined) {
        await succeeds(writeFile(join(work, nobody), ""), ["ENOENT"]);
      } else if (await succeeds(rename(join(work, owner.file), join(work, name)), ["ENOENT"])) {
        if (await isAlone(work, name)) {
          await clear(work, out, name);
          break;
        }
        await rm(join(work, name), { force: true });
      }
    }
    await rm(made, { recursive: true, force: true });
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw fullDisk(out, error);
  }
}

/** Whether nobody else took the folder: one that nobody owned may have been named so once more after it was taken. */
async function isAlone(work: string, name: string): Promise<boolean> {
  const owners = await ownersOf(work);
  return owners.every(({ file, id }) => file === name || id === null || !isAlive(id));
}

/** Brings back the report that a dead build had set aside, and removes all that it left. */
async function clear(work: string, out: string, name: string): Promise<void> {
  restore(work, out);
  for (const left of await readdir(work)) {
    if (left !== name) await rm(join(work, left), { recursive: true, force: true });
  }
}

/** Removes what builds left that were killed while they took or left a work folder. */
async function clearLitter(work: string, out: string): Promise<void> {
  const prefix = `${basename(work)}-`;
  for (const name of await reachable(out, readdir(dirname(work)))) {
    const id = name.startsWith(prefix) ? readProcess(name.slice(prefix.length)) : null;
    if (id !== null && !isAlive(id)) await rm(join(dirname(work), name), { recursive: true, force: true });
  }
}

/** Gives the work folder up and removes it. At once, for a signal. */
function leave(work: string, out: string, own: ProcessId): void {
  restore(work, out);
  const left = besides(work, own);
  try {
    // Removed in its place it would lose its owner before it is gone, and another build could begin in it meanwhile.
    renameSync(work, left);
  } catch (error) {
    if (isMissing(error)) return;
    // Windows does not rename what is in use.
    rmSync(work, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
  // The bundler's threads may still be writing.
  rmSync(left, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** Brings back the report that was set aside, if none took its place. */
function restore(work: string, out: string): void {
  if (existsSync(aside(work)) && !existsSync(out)) renameSync(aside(work), out);
}

/** Whose a work folder is: the file that says so, and the process it names; null for nobody. */
interface Owner {
  file: string;
  id: ProcessId | null;
}

/** Where a process makes its work folder, and where it puts it to remove it. */
function besides(work: string, own: ProcessId): string {
  return `${work}-${writeProcess(own)}`;
}

/** The owners of a work folder by the names of their files: one, unless two take the same at once. */
async function ownersOf(work: string): Promise<Owner[]> {
  const files = await readdir(work).catch(() => []);
  return files
    .filter((file) => file.startsWith(ownerPrefix))
    .sort()
    .map((file) => ({ file, id: readProcess(file.slice(ownerPrefix.length)) }));
}

/** Whether the file system did it; false for some reasons why it did not, and any other is thrown. */
async function succeeds(done: Promise<void>, refusals: readonly string[]): Promise<boolean> {
  return done.then(
    () => true,
    (error: unknown) => {
      if (refusals.includes(codeOf(error) ?? "")) return false;
      throw error;
    },
  );
}
