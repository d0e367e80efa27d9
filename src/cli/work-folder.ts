import { existsSync, renameSync, rmSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../errors.ts";
import { codeOf, fullDisk, reachable } from "./disk-fault.ts";

/** The file that holds the number of the process that builds. */
const owner = "process";
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

/** Throws an InputError while another process builds to the target. */
export async function refuseSecond(out: string): Promise<void> {
  const work = workFolder(out);
  const other = await ownerOf(work);
  if (other !== undefined && isAlive(other)) {
    throw new InputError(
      `another build (process ${other}) is writing there`,
      `Wait until it ends, or name another folder with --out. If no build is running, remove ${work}`,
      { file: out },
    );
  }
}

/**
 * Runs a build in the work folder of its target, alone, and removes the folder however that ends: on SIGINT,
 * SIGTERM and SIGHUP too. What a killed build left is cleared first, and the report that it had set aside comes back.
 *
 * @throws an InputError while another process builds to the target, and where there is no room
 */
export async function withWorkFolder<Result>(
  out: string,
  use: (work: string) => Promise<Result>,
): Promise<Result> {
  const work = workFolder(out);
  await reachable(out, mkdir(dirname(work), { recursive: true }));
  await take(work, out);
  const stop = (signal: NodeJS.Signals) => {
    restore(work, out);
    for (const each of signals) process.off(each, stop);
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    return await use(work);
  } catch (error) {
    throw fullDisk(out, error);
  } finally {
    restore(work, out);
    for (const signal of signals) process.off(signal, stop);
  }
}

/** Makes the work folder. It is renamed into its place with its owner in it, so that nobody sees it without. */
async function take(work: string, out: string): Promise<void> {
  await clearLitter(work, out);
  const own = `${work}-${process.pid}`;
  try {
    await reachable(out, mkdir(own));
    await reachable(out, writeFile(join(own, owner), `${process.pid}\n`));
    while (!(await isFree(rename(own, work)))) {
      await refuseSecond(out);
      await takeAway(work, out);
    }
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw fullDisk(out, error);
  }
}

/** Whether a folder could be renamed to a place where nothing was; renaming over a folder that holds files fails. */
async function isFree(renamed: Promise<void>): Promise<boolean> {
  return renamed.then(
    () => true,
    (error: unknown) => {
      if (["ENOTEMPTY", "EEXIST", "EPERM", "EACCES"].includes(codeOf(error) ?? "")) return false;
      throw error;
    },
  );
}

/** Removes the work folder of a build that was killed. */
async function takeAway(work: string, out: string): Promise<void> {
  const dead = await ownerOf(work);
  const grave = `${work}-${process.pid}-dead`;
  try {
    await rename(work, grave);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  // In between, another build may have cleared it and begun.
  if ((await ownerOf(grave)) === dead) restore(grave, out);
  else await rename(grave, work);
}

/** Removes what builds left that were killed while they took or cleared a work folder. */
async function clearLitter(work: string, out: string): Promise<void> {
  const prefix = `${basename(work)}-`;
  for (const name of await reachable(out, readdir(dirname(work)))) {
    const [, left] = name.startsWith(prefix)
      ? (/^(\d+)(?:-dead)?$/.exec(name.slice(prefix.length)) ?? [])
      : [];
    if (left !== undefined && !isAlive(Number(left))) restore(join(dirname(work), name), out);
  }
}

/** Brings back the report that was set aside, if none took its place, and removes the folder. At once, for a signal. */
function restore(work: string, out: string): void {
  if (existsSync(aside(work)) && !existsSync(out)) renameSync(aside(work), out);
  // The bundler's threads may still be writing.
  rmSync(work, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

async function ownerOf(work: string): Promise<number | undefined> {
  const text = await readFile(join(work, owner), "utf8").catch(() => "");
  return /^\d+\n$/.test(text) ? Number(text) : undefined;
}

/** Whether another process of this number is there. What this one left by its number, an earlier one of it left. */
function isAlive(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
