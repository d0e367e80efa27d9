import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesStamp } from "../../src/read/files-stamp.ts";
import { withFolder } from "../support/folder.ts";

test("the stamp of a folder changes with what is in it, and with nothing else", async () => {
  await withFolder({ "orders.csv": "a,b\n", "report.yaml": "title: A\n" }, async (folder) => {
    await mkdir(join(folder, "logos"));
    const stamps = [await filesStamp(folder)];
    expect(await filesStamp(folder)).toBe(stamps[0]);
    const change = async (how: () => Promise<unknown>) => {
      await how();
      const stamp = await filesStamp(folder);
      expect(stamps).not.toContain(stamp);
      stamps.push(stamp);
    };
    await change(() => writeFile(join(folder, "orders.csv"), "a,b\n1,2\n"));
    // As many bytes as before.
    await change(() => writeFile(join(folder, "report.yaml"), "title: B\n"));
    await change(() => writeFile(join(folder, "logos/logo.svg"), "<svg/>"));
    await change(() => writeFile(join(folder, "more.csv"), ""));
    await change(() => rename(join(folder, "more.csv"), join(folder, "other.csv")));
    await change(() => rm(join(folder, "orders.csv")));
    await mkdir(join(folder, "node_modules/package"), { recursive: true });
    await writeFile(join(folder, "node_modules/package/index.js"), "");
    expect(await filesStamp(folder)).toBe(stamps.at(-1));
  });
});

test("the stamp of a file is that of what lies beside it, and of nothing below", async () => {
  await withFolder({ "orders.csv": "a,b\n" }, async (folder) => {
    const file = join(folder, "orders.csv");
    const first = await filesStamp(file);
    await mkdir(join(folder, "below"));
    await writeFile(join(folder, "below/file"), "");
    expect(await filesStamp(file)).toBe(first);
    await writeFile(join(folder, "report.yaml"), "title: A\n");
    expect(await filesStamp(file)).not.toBe(first);
  });
});

test("where there is nothing, there is a stamp as well", async () => {
  await withFolder({ "orders.csv": "a,b\n" }, async (folder) =>
    expect(await filesStamp(join(folder, "nowhere"))).toBe(""),
  );
});

test("the stamp of a folder is of three folders' depth, and of none that is hidden", async () => {
  await withFolder({ "orders.csv": "a,b\n", "a/b/file": "" }, async (folder) => {
    const first = await filesStamp(folder);
    expect(first).toContain("a/b/file");
    for (const below of ["a/b/c", ".git"]) {
      await mkdir(join(folder, below));
      await writeFile(join(folder, below, "file"), "");
    }
    expect(await filesStamp(folder)).toBe(first);
  });
});

test("a link to nowhere is passed over", async () => {
  await withFolder({ "orders.csv": "a,b\n" }, async (folder) => {
    const first = await filesStamp(folder);
    await symlink(join(folder, "gone"), join(folder, "link.csv"));
    expect(await filesStamp(folder)).toBe(first);
  });
});
