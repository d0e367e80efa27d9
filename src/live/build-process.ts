import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** What a build in a process of its own needs. */
export interface BuildProcess {
  /** Node's arguments: the script of the command line and what it is told. */
  args: readonly string[];
  /** Whether another build is writing to the same target. */
  isBusy: () => Promise<boolean>;
  /** Hears, once, that another build is waited for. */
  waits: () => void;
  /** Hears what the build wrote to stderr, where it failed. */
  failed: (text: string) => void;
}

/** How often it is looked whether the other build is done, in milliseconds. */
const looked = 500;
/** Of what a build writes the end is kept, in characters. */
const keptText = 16_000;

/**
 * Builds in a process of its own, so that events come in meanwhile, memory goes back, and a build that breaks breaks
 * nothing else. Waits for another build to the same target, before it starts and where that one was a moment quicker.
 * At the signal the build is told to end, which leaves the earlier report whole.
 *
 * @returns whether the build passed
 */
export async function buildInProcess(build: BuildProcess, signal: AbortSignal): Promise<boolean> {
  let hasWaited = false;
  while (!signal.aborted) {
    if (await build.isBusy()) {
      if (!hasWaited) build.waits();
      hasWaited = true;
      await pause(looked, undefined, { signal }).catch(() => {});
      continue;
    }
    const { status, text } = await run(build.args, signal);
    if (status === 0) return true;
    if (signal.aborted) return false;
    if (status === 1 && (await build.isBusy())) continue;
    build.failed(text);
    return false;
  }
  return false;
}

async function run(
  args: readonly string[],
  signal: AbortSignal,
): Promise<{ status: number | null; text: string }> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    text = (text + piece).slice(-keptText);
  });
  const end = () => child.kill("SIGTERM");
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  try {
    const status = await new Promise<number | null>((done, failed) => {
      child.on("error", failed);
      child.on("close", done);
    });
    return { status, text };
  } finally {
    signal.removeEventListener("abort", end);
  }
}
