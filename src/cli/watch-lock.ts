import { open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { InputError } from "../errors.ts";
import { lockWords as words } from "../live/words.ts";
import { codeOf } from "./disk-fault.ts";
import { isAlive, thisProcess } from "./process-id.ts";

/** The file in a data folder that says which watcher lands there. */
export const lockName = ".watch.shopper-report.json";

/** How often the owner touches its lock, and after how long without a touch one of another machine is dead. In ms. */
const touched = 10_000;
const dead = 45_000;

const ownerShape = z.object({ pid: z.int(), start: z.string().nullable(), host: z.string() });

type Owner = z.output<typeof ownerShape>;

/** A folder that is one watcher's alone. */
export interface WatchLock {
  release(): Promise<void>;
}

/**
 * Takes a data folder for this process. What a killed watcher left is taken over: on this machine by whether the
 * process is there and began at that time, on others, such as containers on one volume, by whether it still touches
 * its lock.
 *
 * @throws an InputError where another watcher has it
 */
export async function takeFolder(folder: string): Promise<WatchLock> {
  const path = join(folder, lockName);
  const own: Owner = { ...thisProcess(), host: hostname() };
  const text = `${JSON.stringify(own)}\n`;
  while (!(await made(path, text))) {
    const found = await readFile(path, "utf8").catch(() => null);
    if (found === null) continue;
    const owner = ownerIn(found);
    // Somebody has made it this moment and not yet written into it.
    if (found === "" && (await youngerThan(path, 2000))) {
      await pause(50);
      continue;
    }
    if (owner !== null && (await isAtWork(owner, path))) {
      throw new InputError(words.taken(owner.pid, owner.host), words.takenAdvice(path), { file: folder });
    }
    await takeAway(path, found);
  }
  const timer = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, touched);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      const found = await readFile(path, "utf8").catch(() => null);
      if (found === text) await rm(path, { force: true });
    },
  };
}

/** Whether the file could be made: there was none. */
async function made(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Removes a dead watcher's lock, unless somebody else has taken it over in between. */
async function takeAway(path: string, seen: string): Promise<void> {
  const grave = `${path}.${process.pid}`;
  await rename(path, grave).catch(() => {});
  const found = await readFile(grave, "utf8").catch(() => null);
  if (found !== null && found !== seen && found !== "") await rename(grave, path);
  await rm(grave, { force: true });
}

function ownerIn(text: string): Owner | null {
  try {
    return ownerShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function isAtWork(owner: Owner, path: string): Promise<boolean> {
  return owner.host === hostname() ? isAlive(owner) : youngerThan(path, dead);
}

async function youngerThan(path: string, milliseconds: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs < milliseconds;
}
