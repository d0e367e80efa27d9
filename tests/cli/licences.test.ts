import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageFolder, ShippedPackages } from "../../src/cli/licences.ts";
import { withFolder } from "../support/folder.ts";

/** A chunk of these modules, as the bundler hands it on. */
const chunk = (...ids: string[]) => ({
  "a.js": {
    type: "chunk" as const,
    modules: Object.fromEntries(ids.map((id) => [id, { renderedLength: id.includes("unused") ? 0 : 9 }])),
  },
});

const described = (name: string) => JSON.stringify({ name, version: "1.2.3", license: "MIT" });

describe("packageFolder", () => {
  test("should be that of the innermost package, with its scope", () => {
    expect(packageFolder("/a/node_modules/@kurkle/color/dist/color.js?x=1")).toBe(
      join("/a/node_modules/@kurkle/color"),
    );
    expect(packageFolder("/a/node_modules/b/node_modules/c/index.js")).toBe(
      join("/a/node_modules/b/node_modules/c"),
    );
    expect(packageFolder("C:\\a\\node_modules\\b\\index.js")).toBe(join("C:/a/node_modules/b"));
  });

  test("should be none of what the project wrote and of what the bundler made up", () => {
    expect(packageFolder("/a/src/charts/spec.ts")).toBeNull();
    expect(packageFolder("\0virtual:/node_modules/b/c.js")).toBeNull();
  });
});

describe("the licences of what is shipped", () => {
  const files = {
    "node_modules/one/package.json": described("one"),
    "node_modules/one/LICENSE.md": "Licence of one\r\n\n",
    "node_modules/unused/package.json": described("unused"),
    "node_modules/unused/LICENSE": "Licence of unused",
    "node_modules/bare/package.json": described("bare"),
    "node_modules/font/package.json": described("font"),
    "node_modules/font/LICENSE": "Licence of the font",
  };

  test("should be those of packages with code in the scripts, and of the font", async () => {
    await withFolder(files, async (folder) => {
      const shipped = new ShippedPackages();
      const at = (path: string) => join(folder, "node_modules", path);
      shipped.plugin.generateBundle({}, chunk(at("one/a.js"), at("one/b.js"), at("unused/a.js")));
      expect(await shipped.licences(async () => at("font"))).toBe(
        `font 1.2.3 (MIT)\n\nLicence of the font\n\n${"-".repeat(80)}\n\none 1.2.3 (MIT)\n\nLicence of one\n`,
      );
    });
  });

  test("should stop a build that ships a package without one", async () => {
    await withFolder(files, async (folder) => {
      const shipped = new ShippedPackages();
      shipped.plugin.generateBundle({}, chunk(join(folder, "node_modules/bare/a.js")));
      await expect(shipped.licences(async () => join(folder, "node_modules/font"))).rejects.toThrow(
        "bare is shipped with the report",
      );
    });
  });
});
