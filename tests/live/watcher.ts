import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";

const program = fileURLToPath(new URL("../../src/cli/cli.ts", import.meta.url));

/** A watcher in a process of its own. */
export interface Watcher {
  child: ChildProcess;
  /** What it wrote so far. */
  text(): string;
  /** Waits until it wrote a text. */
  says(text: string): Promise<void>;
  /** Sends a signal, and gives its exit status when it has ended; null after a signal that nothing can catch. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Its exit status, once it has ended by itself. */
  ended: Promise<number | null>;
}

/** Starts `watch` on a folder; the environment comes beside that of this process. */
export function startWatcher(
  folder: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Watcher {
  const child = spawn(process.execPath, [program, "watch", folder, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece) => {
      text += String(piece);
    });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  return {
    child,
    ended,
    text: () => text,
    async says(wanted) {
      while (!text.includes(wanted)) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`it ended without saying "${wanted}":\n${text}`);
        await pause(20);
      }
    },
    async end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Writes a report.yaml with the keys of `ingest`. */
export function writeIngest(folder: string, ingest: object): Promise<void> {
  return writeFile(join(folder, "report.yaml"), stringify({ ingest }));
}

/** The address behind words that a watcher wrote. */
export function addressIn(text: string, words: string): string {
  return new RegExp(`${words} at (\\S+)`).exec(text)?.[1] ?? "";
}
