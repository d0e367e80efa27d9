import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findDataFiles, unreadable } from "../../src/read/find-files.ts";
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
      expect(message).toContain('"z.csv"');
      expect(message).toContain("a.tsv, b.csv, c.CSV.gz, f.xlsx");
      expect(await refusal(() => findDataFiles(folder, ["../z.csv"]))).toContain('"../z.csv"');
    });
  });

  test("should refuse a folder without a data file, and say what is there and what to do", async () => {
    await withFolder({ "sales.ods": "" }, async (folder) => {
      const message = await refusal(() => findDataFiles(folder, undefined));
      expect(message).toMatch(/^no data file in /);
      expect(message).toContain(folder);
      expect(message).toContain("sales.ods");
      expect(message).toContain("shopper-report build ~/exports");
    });
    await withFolder({}, async (folder) => {
      expect(await refusal(() => findDataFiles(folder, undefined))).toMatch(/^no data file in /);
    });
  });

  test("should refuse a path that is not there", async () => {
    expect(await refusal(() => findDataFiles("/no/such/folder", undefined))).toMatch(
      /^there is no "\/no\/such\/folder"/,
    );
  });
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
});
