import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkOutput, replaceFolder } from "../../src/cli/output-folder.ts";
import { withFolder } from "../support/folder.ts";
import { refusal } from "../support/refusal.ts";

const report: Record<string, string> = {
  "index.html": "<!doctype html>",
  "report.json": '{"schemaVersion":1}',
};

describe("checkOutput", () => {
  test("should allow a folder that is not there, is empty, or holds an earlier report", async () => {
    await withFolder({}, async (folder) => {
      await checkOutput(join(folder, "new/deep"), []);
      expect(await readdir(folder)).toEqual([]);
      await checkOutput(folder, []);
    });
    await withFolder(report, (folder) => checkOutput(folder, []));
  });

  test.each<[string, Record<string, string>]>([
    ["other files", { "thesis.txt": "years of work" }],
    ["a page alone", { "index.html": "" }],
    ["a report.json of something else", { "index.html": "", "report.json": '{"lint":[]}' }],
    ["a report.json that is no JSON", { "index.html": "", "report.json": "{" }],
    ["a checkout", { ...report, ".git": "gitdir: elsewhere" }],
  ])("should refuse a folder of %s and leave it", async (_, files) => {
    await withFolder(files, async (folder) => {
      expect(await refusal(() => checkOutput(folder, []))).toContain(
        `${folder}: the folder is not empty and holds no earlier report`,
      );
      expect((await readdir(folder)).sort()).toEqual(Object.keys(files).sort());
    });
  });

  test("should refuse a folder that is, or holds, what must be kept, by a link too", async () => {
    await withFolder({}, async (folder) => {
      await mkdir(join(folder, "site/data"), { recursive: true });
      await symlink(join(folder, "site"), join(folder, "link"));
      const kept = join(folder, "site/data");
      for (const out of [kept, join(folder, "site"), folder, join(folder, "link")])
        expect(await refusal(() => checkOutput(out, [kept]))).toContain("which the build would delete");
      await checkOutput(join(folder, "site/data-report"), [kept]);
      await checkOutput(join(folder, "site/data/report"), [kept]);
    });
  });

  test("should refuse a file, and a folder in a file, with a message", async () => {
    await withFolder({ file: "" }, async (folder) => {
      for (const out of ["file", "file/x", "file/x/y"])
        expect(await refusal(() => checkOutput(join(folder, out), []))).toContain("cannot be written");
    });
  });

  test.skipIf(process.platform === "win32")("should refuse a folder in a device", async () => {
    expect(await refusal(() => checkOutput("/dev/null/x", []))).toContain("/dev/null/x: ");
  });
});

describe("replaceFolder", () => {
  test("should put what was written into the place of the old, and leave the old aside", async () => {
    await withFolder({}, async (folder) => {
      const [written, out, old] = [join(folder, "work"), join(folder, "dist"), join(folder, "old")];
      for (const content of ["first", "second"]) {
        await mkdir(written);
        await writeFile(join(written, "index.html"), content);
        await replaceFolder(written, out, old);
        expect(await readFile(join(out, "index.html"), "utf8")).toBe(content);
      }
      expect(await readFile(join(old, "index.html"), "utf8")).toBe("first");
      expect((await readdir(folder)).sort()).toEqual(["dist", "old"]);
    });
  });

  test("should bring the old back where the new cannot take its place, and say so", async () => {
    await withFolder({}, async (folder) => {
      const [written, out, old] = [join(folder, "work"), join(folder, "dist"), join(folder, "old")];
      for (const path of [written, out]) await mkdir(path);
      await writeFile(join(out, "index.html"), "old");
      const fail = () => Promise.reject(Object.assign(new Error("busy"), { code: "EBUSY" }));
      expect(await refusal(() => replaceFolder(written, out, old, fail))).toBe(
        `${out}: the report cannot be written: it is in use\n  Name another folder with --out, or make room for this one.`,
      );
      expect(await readFile(join(out, "index.html"), "utf8")).toBe("old");
      expect((await readdir(folder)).sort()).toEqual(["dist", "work"]);
    });
  });
});
