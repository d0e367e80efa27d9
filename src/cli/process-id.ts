import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { codeOf } from "./disk-fault.ts";

/**
 * A process that cannot be mistaken for a later one of the same number: its number, and when it started where the
 * system says so (null where it does not).
 */
export interface ProcessId {
  pid: number;
  start: string | null;
}

/** This process. */
export function thisProcess(): ProcessId {
  return { pid: process.pid, start: startOf(process.pid) };
}

/**
 * Whether a process is still there. Where nobody knows its start, its number alone decides, and whatever had the number
 * of this process before is taken for dead.
 */
export function isAlive({ pid, start }: ProcessId): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return false;
  }
  const found = startOf(pid);
  return start === null || found === null ? pid !== process.pid : start === found;
}

/** `4711-81516`, as part of a file's name. */
export function writeProcess({ pid, start }: ProcessId): string {
  return start === null ? `${pid}` : `${pid}-${start}`;
}

/** The process that a name names; null where it names none. */
export function readProcess(text: string): ProcessId | null {
  const [, pid, start] = /^(\d+)(?:-([\da-z]+))?$/.exec(text) ?? [];
  return pid === undefined ? null : { pid: Number(pid), start: start ?? null };
}

/**
 * When a process started, as a word that no other process of its number has: on Linux in clock ticks since the start of
 * the machine (field 22 of /proc/<pid>/stat), elsewhere in milliseconds, as `ps` prints it to the second. Null where
 * neither is there, as on Windows, and where the process is gone.
 */
function startOf(pid: number): string | null {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The second field is the command in parentheses; it may hold blanks and parentheses of its own.
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
    } catch {
      return null;
    }
  }
  if (process.platform === "win32") return null;
  try {
    const text = execFileSync("ps", ["-o", "lstart=", "-p", `${pid}`], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const time = Date.parse(`${text.trim()} UTC`);
    return Number.isNaN(time) ? null : `${time}`;
  } catch {
    return null;
  }
}
