import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { findDataFiles } from "../../src/read/find-files.ts";
import { openSources } from "../../src/read/open-sources.ts";
import { withFolder } from "../support/folder.ts";
import { readSource } from "../support/read-source.ts";
import { refusal } from "../support/refusal.ts";
import { zipOf } from "../support/zip.ts";

const table = (customer: string) => `Customer,Amount\n${customer},2\n`;

/** The rows of each source of a folder, by the source's name. */
function readAll(files: Record<string, string | Uint8Array>, prepare?: (folder: string) => Promise<void>) {
  return withFolder(files, async (folder) => {
    await prepare?.(folder);
    const sources = await openSources(await findDataFiles(folder, undefined), {}, () => {});
    const read: Record<string, string[][]> = {};
    for (const source of sources) {
      read[source.name] = (await readSource(source)).rows.filter((row) => row.length > 1);
    }
    return read;
  });
}

// Issue 13, Forms: "`.zip` (as Kaggle and shops deliver), `.gz`; subfolders".
describe("openSources", () => {
  test("should read the tables of an archive, in code order, and leave the rest", async () => {
    const archive = zipOf({
      "b/orders.csv": table("b"),
      "a.csv.gz": gzipSync(table("a")),
      "__MACOSX/b/._orders.csv": "\0\0",
      "picture.png": "PNG",
      "readme.txt": "These are the orders\nof a shop.\n",
      "tabs.txt": table("t").replaceAll(",", "\t"),
    });
    expect(await readAll({ "export.zip": archive, "c.csv": table("c") })).toEqual({
      "c.csv": [["c", "2"]],
      "export.zip/a.csv.gz": [["a", "2"]],
      "export.zip/b/orders.csv": [["b", "2"]],
      "export.zip/tabs.txt": [["t", "2"]],
    });
  });

  test("should tell how far it has come in an archive", async () => {
    await withFolder({ "a.zip": zipOf({ "a.csv": table("a").repeat(4_000) }) }, async (folder) => {
      const heard: number[] = [];
      const [source] = await openSources({ folder, names: ["a.zip"] }, {}, (read, size) =>
        heard.push(read / size),
      );
      if (source !== undefined) await readSource(source);
      expect(heard).toEqual([...heard].sort((a, b) => a - b));
      expect(heard.at(-1)).toBe(1);
    });
  });

  test("should read a text file that is no table where it is the only file", async () => {
    expect(Object.keys(await readAll({ "list.txt": "Customer\nc1\n" }))).toEqual(["list.txt"]);
  });

  test.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, -30)],
    ["no archive", () => Buffer.from("hello")],
  ])("should refuse an archive that is %s", async (_, damage) => {
    const bytes = damage(zipOf({ "a.csv": table("a") }));
    expect(await refusal(() => readAll({ "a.zip": bytes }))).toMatch(
      /^a\.zip: the compressed file is damaged/,
    );
  });

  test("should tell an archive, a workbook and a text by how their names end, in any case", async () => {
    const read = await readAll({
      "A.ZIP": zipOf({ "A.CSV": table("a") }),
      "B.XLSX": await writeXlsx({
        sheets: [
          {
            name: "Orders",
            rows: [
              ["Customer", "Amount"],
              ["b", 2],
            ],
          },
        ],
      }),
      "c.xlsx.csv": table("c"),
      "d.zip.csv": table("d"),
    });
    expect(read).toEqual({
      "A.ZIP/A.CSV": [["a", "2"]],
      "B.XLSX": [["b", "2"]],
      "c.xlsx.csv": [["c", "2"]],
      "d.zip.csv": [["d", "2"]],
    });
  });

  test("should pass over texts that are no table, however they are packed or encoded, where another file is one", async () => {
    const note = "These are the orders\nof a shop.\n";
    const files = {
      "a.txt": table("a"),
      "b.txt.gz": gzipSync(table("b")),
      "c.TXT": Buffer.from(`\uFEFF${table("c")}`, "utf16le"),
      "licence.txt": note,
      "licence.TXT.gz": gzipSync(note),
      "nothing.txt": "",
      "note.txt.csv": note,
    };
    expect(Object.keys(await readAll(files))).toEqual(["a.txt", "b.txt.gz", "c.TXT", "note.txt.csv"]);
    expect(Object.keys(await readAll({ "b.txt": note, "a.txt": note }))).toEqual(["a.txt", "b.txt"]);
  });

  test("should leave an archive within an archive", async () => {
    const archive = zipOf({
      "a.csv": table("a"),
      "b.zip": zipOf({ "b.csv": table("b") }),
      "c.zip.csv": table("c"),
    });
    expect(Object.keys(await readAll({ "a.zip": archive }))).toEqual(["a.zip/a.csv", "a.zip/c.zip.csv"]);
  });

  test("should refuse an archive without a table", async () => {
    expect(await refusal(() => readAll({ "a.zip": zipOf({ "b.zip": "", "c.pdf": "" }) }))).toMatch(
      /^a\.zip: the archive holds no table\n/,
    );
  });

  // Issue 15, Security: a file of 1 MB made 13 million rows.
  test.each([
    ["a.csv.gz", (content: string) => gzipSync(content)],
    ["a.zip", (content: string) => zipOf({ "a.csv": content })],
  ])("should refuse %s where it unpacks to far more than a table does", async (name, pack) => {
    const packed = pack(table("a") + `1,${"2".repeat(2000)}\n`.repeat(20_000));
    expect(packed.length).toBeLessThan(1 << 20);
    expect(await refusal(() => readAll({ [name]: packed }))).toMatch(
      new RegExp(`^${name}: the file unpacks to more than 32 MB, [\\d,]+ times its size\\n`),
    );
  });

  test("should read folders in the folder, but no earlier report and nothing hidden", async () => {
    const read = await readAll({ "z.csv": table("z") }, async (folder) => {
      for (const path of ["2024/q1", "dist", ".cache", "node_modules/x"])
        await mkdir(join(folder, path), { recursive: true });
      await writeFile(join(folder, "2024/q1/orders.csv"), table("q"));
      for (const name of ["index.html", "report.json", "figure.csv"])
        await writeFile(join(folder, "dist", name), table("d"));
      await writeFile(join(folder, ".cache/a.csv"), table("h"));
      await writeFile(join(folder, "node_modules/x/a.csv"), table("n"));
      await writeFile(join(folder, "~$z.xlsx"), "");
    });
    expect(Object.keys(read)).toEqual(["2024/q1/orders.csv", "z.csv"]);
  });

  test("should follow a link within the folder, and refuse one that leads out", async () => {
    const inside = await readAll({ "a.csv": table("a") }, (folder) =>
      symlink(join(folder, "a.csv"), join(folder, "b.csv")),
    );
    expect(Object.keys(inside)).toEqual(["a.csv", "b.csv"]);
    await withFolder({ "secret.csv": table("s") }, async (outside) => {
      const message = await refusal(() =>
        readAll({}, (folder) => symlink(join(outside, "secret.csv"), join(folder, "b.csv"))),
      );
      expect(message).toContain("a link that leads out of the data folder");
      expect(message).not.toContain("secret");
    });
  });
});
