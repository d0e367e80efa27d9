import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultConfig } from "../../src/config/config.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { withFolder } from "../support/folder.ts";
import { refusal } from "../support/refusal.ts";

test("should take the defaults where there is no file", async () => {
  await withFolder({}, async (folder) => {
    expect(await readConfig(join(folder, "report.yaml"))).toEqual(defaultConfig);
  });
});

test("should read the file, and name it where it is wrong", async () => {
  await withFolder({ "good.yaml": "title: Shop", "bad.yaml": "accent: red" }, async (folder) => {
    expect((await readConfig(join(folder, "good.yaml"))).title).toBe("Shop");
    expect(await refusal(() => readConfig(join(folder, "bad.yaml")))).toContain(
      `${join(folder, "bad.yaml")}: "accent" is "red"`,
    );
  });
});

test("should refuse a folder in its place", async () => {
  await withFolder({}, async (folder) => {
    expect(await refusal(() => readConfig(folder))).toContain("EISDIR");
  });
});
