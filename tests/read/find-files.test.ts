import { once } from "node:events";
import { mkdir, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findDataFiles, isReadable, unreadable } from "../../src/read/find-files.ts";
import { withFolder } from "../support/folder.ts";
import { refusal } from "../support/refusal.ts";

const files = {
  "b.csv": "",
  "a.tsv": "",
  "c.CSV.gz": "",
  "notes.txt": "",
  "report.yaml": "",
  "d.csv.bak": "",
  "e.gz": "",
  "f.xlsx": "",
  "g.zip": "",
  "h.txt.gz": "",
  "i.xls": "",
  ".hidden.csv": "",
};

describe("findDataFiles", () => {
  test("should find texts, workbooks and archives in code order and nothing else", async () => {
    await withFolder(files, async (folder) => {
      expect(await findDataFiles(folder, undefined)).toEqual({
        folder,
        names: ["a.tsv", "b.csv", "c.CSV.gz", "f.xlsx", "g.zip", "h.txt.gz", "notes.txt"],
      });
    });
  });

  test("should read the files alone that report.yaml names, each once", async () => {
    await withFolder(files, async (folder) => {
      expect((await findDataFiles(folder, ["notes.txt", "b.csv", "b.csv"])).names).toEqual([
        "b.csv",
        "notes.txt",
      ]);
    });
  });

  test("should take a file for its folder's only one", async () => {
    await withFolder(files, async (folder) => {
      expect(await findDataFiles(join(folder, "notes.txt"), undefined)).toEqual({
        folder,
        names: ["notes.txt"],
      });
    });
  });

  test("should refuse a file of report.yaml that is not there, and list those that are", async () => {
    await withFolder(files, async (folder) => {
      const message = await refusal(() => findDataFiles(folder, ["z.csv"]));
      expect(message).toContain(`${folder}: there is no file "z.csv", which report.yaml names`);
      expect(message).toContain("a.tsv, b.csv, c.CSV.gz, f.xlsx");
      expect(await refusal(() => findDataFiles(folder, ["../z.csv"]))).toContain('"../z.csv"');
    });
  });

  test("should refuse a folder without a data file, and say what is there and what to do", async () => {
    await withFolder({ "sales.ods": "" }, async (folder) => {
      const message = await refusal(() => findDataFiles(folder, undefined));
      expect(message).toMatch(/^no data file in /);
      expect(message).toContain(folder);
      expect(message).toMatch(/\n {2}The folder holds: sales\.ods\.$/);
      expect(message).toContain("shopper-report build ~/exports");
    });
    await withFolder({}, async (folder) => {
      const message = await refusal(() => findDataFiles(folder, undefined));
      expect(message).toMatch(/^no data file in /);
      expect(message).not.toContain("The folder holds");
    });
  });

  test("should name ten of the files of a folder without a data file, in code order", async () => {
    const names = ["b/0.ods", "b.ods", ...Array.from({ length: 9 }, (_, index) => `c${index}.ods`)];
    await withFolder(Object.fromEntries(names.map((name) => [name, ""])), async (folder) => {
      expect(await refusal(() => findDataFiles(folder, undefined))).toMatch(
        /The folder holds: b\.ods, b\/0\.ods, c0\.ods, .*, c7\.ods\.$/,
      );
    });
  });

  test("should read the folders of the folder in code order, but nothing hidden or installed", async () => {
    const nested = ["b/a.csv", "b.csv", "b-1.csv", "b/2024/c.tsv"];
    const others = [".cache/a.csv", "b/.git/a.csv", "node_modules/x/a.csv", "__MACOSX/a.csv", "b/~$z.xlsx"];
    await withFolder(Object.fromEntries([...nested, ...others].map((name) => [name, ""])), async (folder) => {
      expect((await findDataFiles(folder, undefined)).names).toEqual([
        "b-1.csv",
        "b.csv",
        "b/2024/c.tsv",
        "b/a.csv",
      ]);
    });
  });

  test("should leave a folder that holds an earlier report, and no other with one of its files", async () => {
    const report = ["dist/index.html", "dist/report.json", "dist/figure.csv", "dist/figures/a.csv"];
    const others = ["a/index.html", "a/a.csv", "b/report.json", "b/b.csv"];
    await withFolder(Object.fromEntries([...report, ...others].map((name) => [name, ""])), async (folder) => {
      expect((await findDataFiles(folder, undefined)).names).toEqual(["a/a.csv", "b/b.csv"]);
      expect((await findDataFiles(join(folder, "dist"), undefined)).names).toEqual([
        "figure.csv",
        "figures/a.csv",
      ]);
    });
  });

  test("should not say of a folder that it holds an earlier report, nor read what is hidden on request", async () => {
    await withFolder(
      { "dist/index.html": "", "dist/report.json": "", ".cache/a.csv": "" },
      async (folder) => {
        expect(await refusal(() => findDataFiles(folder, undefined))).not.toContain("The folder holds");
        expect(await refusal(() => findDataFiles(folder, [".cache/a.csv"]))).toContain(
          'there is no file ".cache/a.csv"',
        );
      },
    );
  });

  test("should follow a link within the folder, and refuse one that leads out", async () => {
    await withFolder({ "a.csv": "", "data/b.csv": "" }, async (outside) => {
      const folder = join(outside, "data");
      await symlink(join(folder, "b.csv"), join(folder, "c.csv"));
      expect((await findDataFiles(folder, ["c.csv"])).names).toEqual(["c.csv"]);
      for (const [name, target] of [
        ["out.csv", join(outside, "a.csv")],
        ["up.csv", outside],
      ] as const) {
        await symlink(target, join(folder, name));
        expect(await refusal(() => findDataFiles(folder, [name])), name).toContain(
          `${join(folder, name)}: the file is a link that leads out of the data folder`,
        );
      }
    });
  });

  test("should refuse a link to nowhere, to a folder, and what is neither a file nor a folder", async () => {
    await withFolder({ "b.csv": "" }, async (folder) => {
      await mkdir(join(folder, "below"));
      await symlink(join(folder, "below"), join(folder, "folder.csv"));
      await symlink(join(folder, "gone"), join(folder, "nowhere.csv"));
      expect(await refusal(() => findDataFiles(folder, ["nowhere.csv"]))).toMatch(
        /^there is no ".*nowhere\.csv"/,
      );
      expect(await refusal(() => findDataFiles(folder, ["folder.csv"]))).toMatch(
        /folder\.csv" is neither a file nor a folder\n/,
      );
    });
    expect(await refusal(() => findDataFiles("/dev/null", undefined))).toMatch(/^"\/dev\/null" is neither/);
  });

  test("should refuse a socket, which would never end", async () => {
    await withFolder({}, async (folder) => {
      const server = createServer().listen(join(folder, "b.csv"));
      await once(server, "listening");
      try {
        expect(await refusal(() => findDataFiles(folder, undefined))).toMatch(
          /b\.csv" is neither a file nor a folder\n/,
        );
      } finally {
        server.close();
      }
    });
  });

  test("should refuse a path that is not there", async () => {
    expect(await refusal(() => findDataFiles("/no/such/folder", undefined))).toMatch(
      /^there is no "\/no\/such\/folder"/,
    );
  });
});

test("isReadable should tell what holds data by its name, and by those of its folders", () => {
  expect(["a.csv", "b/c.xlsx", "b/c.TXT.gz"].filter(isReadable)).toHaveLength(3);
  expect(["a.csv.bak", "__MACOSX/a.csv", "b/.a.csv", ".b/a.csv", "~$a.xlsx"].filter(isReadable)).toEqual([]);
});

describe("unreadable", () => {
  test.each([
    ["EACCES", /^no permission to read "x"/],
    ["EPERM", /^no permission/],
    ["ENOENT", /^there is no "x"/],
    ["EIO", /^cannot read "x" \(EIO\)/],
  ])("should word %s", async (code, message) => {
    const text = await refusal(() => {
      throw unreadable("x", Object.assign(new Error(code), { code }));
    });
    expect(text).toMatch(message);
  });

  test.each([
    [new Error("no code"), /^cannot read "x" \(Error: no code\)/],
    ["a text", /^cannot read "x" \(a text\)/],
  ])("should word %s, which has no code", async (error, message) => {
    const text = await refusal(() => {
      throw unreadable("x", error);
    });
    expect(text).toMatch(message);
  });
});
