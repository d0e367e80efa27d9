import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { workFolder } from "../../src/cli/work-folder.ts";
import { withFolder } from "../support/folder.ts";

const cli = fileURLToPath(new URL("../../src/cli/cli.ts", import.meta.url));
const data = fileURLToPath(new URL("../fixtures/shopify", import.meta.url));
const old: Record<string, string> = { "index.html": "old", "report.json": '{"schemaVersion":1}' };

interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  err: string;
}

function start(
  program: string,
  args: readonly string[],
  cwd: string,
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(program, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let err = "";
  child.stderr.on("data", (text) => {
    err += String(text);
  });
  const ended = new Promise<Ended>((done) => {
    child.on("close", (status, signal) => done({ status, signal, err }));
  });
  return { child, ended };
}

const build = (cwd: string) =>
  start(process.execPath, [cli, "build", data, "--out", "dist", "--base", "/x"], cwd);

/** Waits until a build has begun to write pages. */
async function writing(out: string, { ended }: { ended: Promise<Ended> }): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!existsSync(join(workFolder(out), "root/src")) && !over)
    await new Promise((soon) => setTimeout(soon, 5));
  expect(over).toBe(false);
}

async function withOldReport(use: (folder: string, out: string) => Promise<void>): Promise<void> {
  await withFolder({}, async (folder) => {
    const out = join(folder, "dist");
    await mkdir(out);
    for (const [name, content] of Object.entries(old)) await writeFile(join(out, name), content);
    await use(folder, out);
  });
}

async function expectOld(out: string): Promise<void> {
  expect((await readdir(out)).sort()).toEqual(Object.keys(old).sort());
  expect(await readFile(join(out, "index.html"), "utf8")).toBe("old");
}

describe.skipIf(process.platform === "win32")("a build that ends midway", () => {
  test("should leave the old report whole and no litter when it is interrupted", async () => {
    await withOldReport(async (folder, out) => {
      const run = build(folder);
      await writing(out, run);
      run.child.kill("SIGINT");
      expect((await run.ended).signal).toBe("SIGINT");
      await expectOld(out);
      expect(await readdir(folder)).toEqual(["dist"]);
    });
  });

  test("should hold off a second one, and when it is killed leave the old report and not hinder the next", async () => {
    await withOldReport(async (folder, out) => {
      const run = build(folder);
      await writing(out, run);
      const second = await build(folder).ended;
      expect(second.status).toBe(1);
      expect(second.err).toMatch(
        new RegExp(
          `dist: another build \\(process ${run.child.pid}\\) is writing there\n {2}Wait until it ends`,
        ),
      );
      run.child.kill("SIGKILL");
      await run.ended;
      await expectOld(out);
      const next = await build(folder).ended;
      expect(next).toMatchObject({ status: 0 });
      expect(await readFile(join(out, "index.html"), "utf8")).toContain("<h1");
      expect(await readdir(folder)).toEqual(["dist"]);
    });
  });

  test("should leave the old report whole where a file cannot be written to its end", async () => {
    await withOldReport(async (folder, out) => {
      // Files end at 64 blocks of 1024 bytes, as on a disk that runs full.
      const run = start(
        "bash",
        ["-c", 'ulimit -f 64; exec "$0" "$@"', process.execPath, cli, "build", data, "--out", "dist"],
        folder,
      );
      const { status, err } = await run.ended;
      expect(err).toContain(
        "dist: the report cannot be written: a file would be larger than is allowed here\n",
      );
      expect(status).toBe(1);
      await expectOld(out);
      expect(await readdir(folder)).toEqual(["dist"]);
    });
  });

  test("should not begin where the target lies in a file", async () => {
    await withFolder({ dist: "a file" }, async (folder) => {
      const { status, err } = await build(folder).ended;
      expect(status).toBe(1);
      expect(err).toContain("dist: the report cannot be written: a part of the path is a file");
      expect(await readdir(folder)).toEqual(["dist"]);
    });
  });
});
