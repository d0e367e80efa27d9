import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLogo } from "../../src/read/read-logo.ts";
import { withFolder } from "../support/folder.ts";
import { refusal } from "../support/refusal.ts";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="9" height="9"/></svg>';
// The smallest PNG: one transparent pixel.
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

describe("readLogo", () => {
  test("should read an SVG with the size of its viewBox", async () => {
    await withFolder({ "logo.svg": svg }, async (folder) => {
      expect(await readLogo(folder, "logo.svg")).toEqual({
        type: "svg",
        mediaType: "image/svg+xml",
        width: 120,
        height: 40,
        content: Buffer.from(svg).toString("base64"),
      });
    });
  });

  test("should know a picture by its content, whatever its name says", async () => {
    await withFolder({ "logo.jpg": png }, async (folder) => {
      expect(await readLogo(folder, "logo.jpg")).toMatchObject({ type: "png", width: 1, height: 1 });
    });
  });

  test("should refuse what is no picture, and say which are", async () => {
    await withFolder({ "logo.svg": "no picture" }, async (folder) => {
      const words = await refusal(() => readLogo(folder, "logo.svg"));
      expect(words).toContain('the logo "logo.svg" is no picture that can be shown');
      expect(words).toContain("svg, png, webp, jpg");
    });
  });

  test("should refuse a file that is too large for every page, with its size", async () => {
    await withFolder({ "big.svg": svg + " ".repeat(50 * 1024) }, async (folder) => {
      expect(await refusal(() => readLogo(folder, "big.svg"))).toMatch(
        /"big\.svg" has 51 KB\n.*at most 40 KB/,
      );
    });
  });

  test("should refuse a logo outside the data folder, by its path and by a link", async () => {
    await withFolder({ "logo.svg": svg }, async (folder) => {
      const data = join(folder, "data");
      await mkdir(data);
      await symlink(join(folder, "logo.svg"), join(data, "link.svg"));
      for (const name of ["../logo.svg", "link.svg", "sub/../../logo.svg"])
        expect(await refusal(() => readLogo(data, name)), name).toContain("lies outside the data folder");
    });
  });

  test("should refuse a pipe and a folder, and not wait for them", async () => {
    await withFolder({}, async (folder) => {
      const { spawnSync } = await import("node:child_process");
      expect(spawnSync("mkfifo", [join(folder, "pipe.svg")]).status).toBe(0);
      await mkdir(join(folder, "folder.png"));
      for (const name of ["pipe.svg", "folder.png"])
        expect(await refusal(() => readLogo(folder, name)), name).toContain(`"${name}" is no file`);
    });
  });

  test("should strip what is not drawn, and say what is no well-formed picture", async () => {
    const files = {
      "a.svg": svg.replace("<rect", "<script>x()</script><rect"),
      "b.svg": svg.replace("</svg>", "<g></svg>"),
    };
    await withFolder(files, async (folder) => {
      const { content } = await readLogo(folder, "a.svg");
      expect(Buffer.from(content, "base64").toString()).toBe(svg);
      expect(await refusal(() => readLogo(folder, "b.svg"))).toContain('"b.svg" is no well-formed SVG');
    });
  });

  test("should say where it looked for a file that is not there", async () => {
    await withFolder({}, async (folder) => {
      expect(await refusal(() => readLogo(folder, "logo.svg"))).toContain("logo.svg");
    });
  });
});
