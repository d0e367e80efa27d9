import { spawn, spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { thisProcess, writeProcess } from "../../src/cli/process-id.ts";
import { refuseSecond, withWorkFolder, workFolder } from "../../src/cli/work-folder.ts";
import { withFolder } from "../support/folder.ts";
import { refusal } from "../support/refusal.ts";
import { fight, leftovers } from "./work-folder/fights.ts";
import { RivalBuilds } from "./work-folder/rival-builds.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** A process that takes the work folder of a target, sets the report there aside, and waits. */
const holder = `
import { rename, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { aside, withWorkFolder } from ${JSON.stringify(join(project, "src/cli/work-folder.ts"))};
const out = process.argv[1];
await withWorkFolder(out, async (work) => {
  await mkdir(join(work, "root/deep"), { recursive: true });
  await writeFile(join(work, "root/deep/half"), "half");
  await rename(out, aside(work));
  console.log("waiting");
  await new Promise((done) => setTimeout(done, 60_000));
});`;

async function hold(out: string) {
  const child = spawn(process.execPath, ["--input-type=module", "-e", holder, out], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.on("close", (_, signal) => done(signal)));
  await new Promise((ready) => child.stdout.once("data", ready));
  return { child, ended };
}

async function withReport(use: (folder: string, out: string) => Promise<void>): Promise<void> {
  await withFolder({}, async (folder) => {
    const out = join(folder, "dist");
    await mkdir(out);
    await writeFile(join(out, "index.html"), "old");
    await use(folder, out);
  });
}

describe("withWorkFolder", () => {
  test("should give a folder beside the target, whose parents it makes, and leave nothing of it", async () => {
    await withFolder({}, async (folder) => {
      const out = join(folder, "deep/dist");
      await withWorkFolder(out, async (work) => {
        expect(work).toBe(join(folder, "deep/.dist.shopper-report"));
        await writeFile(join(work, "file"), "");
      });
      expect(await readdir(join(folder, "deep"))).toEqual([]);
    });
  });

  test.skipIf(process.platform !== "linux")("should say so where no folder can be made", async () => {
    for (const out of ["/proc/nowhere/report", "/proc/report"])
      await expect(
        withWorkFolder(out, () => Promise.resolve()),
        out,
      ).rejects.toThrow("the report cannot be written: no folder can be made there");
  });

  test("should leave nothing where the build fails, and pass the error on", async () => {
    await withReport(async (folder, out) => {
      const fail = withWorkFolder(out, () => Promise.reject(new Error("torn")));
      await expect(fail).rejects.toThrow("torn");
      expect(await readdir(folder)).toEqual(["dist"]);
    });
  });

  test.each([
    Object.assign(new Error("write"), { code: "ENOSPC" }),
    new Error("Could not write: No space left on device (os error 28)"),
  ])("should say that the disk is full, whoever finds out: %s", async (error) => {
    await withReport(async (_, out) => {
      expect(await refusal(() => withWorkFolder(out, () => Promise.reject(error)))).toContain(
        `${out}: the report cannot be written: no space is left`,
      );
    });
  });

  test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM"] as const)(
    "should bring the old report back and leave nothing when %s ends the build",
    async (signal) => {
      await withReport(async (folder, out) => {
        const { child, ended } = await hold(out);
        child.kill(signal);
        expect(await ended).toBe(signal);
        expect(await readdir(folder)).toEqual(["dist"]);
        expect(await readFile(join(out, "index.html"), "utf8")).toBe("old");
      });
    },
  );

  test("should refuse a second build while one is at work, and clear up after one that was killed", async () => {
    await withReport(async (folder, out) => {
      const { child, ended } = await hold(out);
      for (const second of [() => refuseSecond(out), () => withWorkFolder(out, async () => undefined)])
        expect(await refusal(second)).toContain(`another build (process ${child.pid}) is writing there`);
      child.kill("SIGKILL");
      await ended;
      expect(await readdir(folder)).toEqual([".dist.shopper-report"]);
      await refuseSecond(out);
      await withWorkFolder(out, async (work) => {
        expect(await readdir(work)).toEqual([`process-${writeProcess(thisProcess())}`]);
        expect(await readFile(join(out, "index.html"), "utf8")).toBe("old");
      });
      expect(await readdir(folder)).toEqual(["dist"]);
    });
  });

  test("should clear what a build left that was killed while it took or left the folder", async () => {
    await withFolder({}, async (folder) => {
      const dead = spawnSync(process.execPath, ["-e", ""]).pid;
      const out = join(folder, "dist");
      await mkdir(`${workFolder(out)}-${dead}-1`);
      await mkdir(`${workFolder(out)}-other`);
      await withWorkFolder(out, async () => undefined);
      expect(await readdir(folder)).toEqual([".dist.shopper-report-other"]);
    });
  });

  test("should refuse a second build of the same process", async () => {
    await withFolder({}, async (folder) => {
      const out = join(folder, "dist");
      await withWorkFolder(out, async () => {
        expect(await refusal(() => withWorkFolder(out, async () => undefined))).toContain(
          `another build (process ${process.pid}) is writing there`,
        );
      });
      expect(await readdir(folder)).toEqual([]);
    });
  });

  test.skipIf(process.platform === "win32")(
    "should tell a dead build from a later process of its number",
    async () => {
      await withFolder({}, async (folder) => {
        const out = join(folder, "dist");
        // The parent of this process lives, but did not start then.
        await mkdir(workFolder(out));
        await writeFile(join(workFolder(out), `process-${process.ppid}-1`), "");
        await refuseSecond(out);
        await withWorkFolder(out, async (work) => {
          expect(await readdir(work)).toEqual([`process-${writeProcess(thisProcess())}`]);
        });
      });
    },
  );

  test("should let one of many builds that begin at once to work, whatever was left, and refuse the others", async () => {
    await withFolder({}, async (folder) => {
      const rivals = new RivalBuilds(4);
      const wrong: string[] = [];
      for (const leftover of [...leftovers, ...leftovers])
        wrong.push(...(await fight(rivals, join(folder, "dist"), leftover)));
      rivals.close();
      expect(wrong).toEqual([]);
    });
  });
});
