import { spawn } from "node:child_process";
import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { lockName, takeFolder } from "../../src/cli/watch-lock.ts";
import { withFolder } from "../support/folder.ts";
import { refusal } from "../support/refusal.ts";

const source = fileURLToPath(new URL("../../src/cli/watch-lock.ts", import.meta.url));
const holder = `
import { takeFolder } from ${JSON.stringify(source)};
await takeFolder(process.argv[1]);
console.log("taken");
setTimeout(() => {}, 60_000);`;

/** A process that takes a folder. */
async function hold(folder: string) {
  const child = spawn(process.execPath, ["--input-type=module", "-e", holder, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = new Promise((done) => child.on("close", done));
  await new Promise((ready) => child.stdout.once("data", ready));
  return {
    id: child.pid ?? 0,
    kill() {
      child.kill("SIGKILL");
      return closed;
    },
  };
}

const lock = (folder: string, owner: object) =>
  writeFile(join(folder, lockName), `${JSON.stringify(owner)}\n`);

describe("a folder", () => {
  test("should be refused to a second watcher, by the number of the first", async () => {
    await withFolder({}, async (folder) => {
      const first = await hold(folder);
      try {
        const message = await refusal(() => takeFolder(folder));
        expect(message).toContain(
          `another watcher (process ${first.id} on ${hostname()}) lands events there`,
        );
        expect(message).toContain(lockName);
      } finally {
        await first.kill();
      }
      const taken = await takeFolder(folder);
      expect(await refusal(() => takeFolder(folder))).toContain(`process ${process.pid}`);
      await taken.release();
      expect(await readdir(folder)).toEqual([]);
    });
  });

  test("should be taken over where the number lives again and is another process", async () => {
    await withFolder({}, async (folder) => {
      const other = await hold(folder);
      try {
        const owner = JSON.parse(await readFile(join(folder, lockName), "utf8"));
        await lock(folder, { ...owner, start: "1" });
        if (process.platform !== "linux") return;
        await (await takeFolder(folder)).release();
      } finally {
        await other.kill();
      }
    });
  });

  test("should be another machine's as long as that one touches its lock", async () => {
    await withFolder({}, async (folder) => {
      await lock(folder, { pid: process.pid, start: null, host: "a-container" });
      expect(await refusal(() => takeFolder(folder))).toContain("on a-container");
      const earlier = new Date(Date.now() - 60_000);
      await utimes(join(folder, lockName), earlier, earlier);
      await (await takeFolder(folder)).release();
    });
  });

  test.each(["", "half", "{}"])("should be taken over from a lock that holds %j", async (text) => {
    await withFolder({ [lockName]: text }, async (folder) => {
      const earlier = new Date(Date.now() - 60_000);
      await utimes(join(folder, lockName), earlier, earlier);
      await (await takeFolder(folder)).release();
      expect(await readdir(folder)).toEqual([]);
    });
  });

  test("should be one's alone, though four reach for what a killed one left", async () => {
    await withFolder({}, async (folder) => {
      await lock(folder, { pid: 2 ** 22 + 1, start: "1", host: hostname() });
      const tries = await Promise.allSettled(Array.from({ length: 4 }, () => takeFolder(folder)));
      expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });
  });
});
