import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { fileBytes } from "../../src/read/byte-source.ts";
import { workbookSource } from "../../src/read/workbook-source.ts";
import { withFolder } from "../support/folder.ts";
import { readSource } from "../support/read-source.ts";
import { refusal } from "../support/refusal.ts";
import { zipOf } from "../support/zip.ts";

type Sheets = Parameters<typeof writeXlsx>[0]["sheets"];

const read = async (sheets: Sheets, dateSystem: "1900" | "1904" = "1900") =>
  readBytes(await writeXlsx({ sheets, dateSystem }));

const readBytes = (bytes: Uint8Array) =>
  withFolder({ "a.xlsx": bytes }, (folder) => readSource(workbookSource(fileBytes(folder, "a.xlsx"))));

const day = new Date(Date.UTC(2024, 0, 31));
const moment = new Date(Date.UTC(2024, 0, 31, 13, 2, 3));

// Issue 13, Forms: "`.xlsx` (first sheet with a table, typed cells)".
describe("workbookSource", () => {
  test.each(["1900", "1904"] as const)(
    "should give cells as a CSV has them (date system %s)",
    async (system) => {
      const rows = [
        ["Date", "Customer", "Amount", "Price", "Gift", "Note"],
        [day, 123_456_789_012, 12.5, 1.234, true, "007"],
        [moment, "K1", -3, 1234.567, false, null],
      ];
      const heard = await read([{ name: "Orders", rows }], system);
      expect(heard.header).toEqual(rows[0]);
      expect(heard.rows).toEqual([
        ["2024-01-31", "123456789012", "12.5", "1.2340", "true", "007"],
        ["2024-01-31 13:02:03", "K1", "-3", "1234.567", "false", ""],
      ]);
      expect(heard.summary).toMatchObject({ encoding: "XLSX", delimiter: null, leftOut: [] });
    },
  );

  test("should take the first visible sheet with a table", async () => {
    const table = [
      ["Customer", "Amount"],
      ["c1", 2],
    ];
    const heard = await read([
      { name: "Cover", rows: [["Sales report"], ["of 2024"]] },
      {
        name: "Hidden",
        hidden: true,
        rows: [
          ["Secret", "Amount"],
          ["c9", 9],
        ],
      },
      { name: "Orders", rows: table },
      {
        name: "More",
        rows: [
          ["Other", "Amount"],
          ["c3", 3],
        ],
      },
    ]);
    expect(heard.header).toEqual(["Customer", "Amount"]);
    expect(heard.rows).toEqual([["c1", "2"]]);
  });

  test("should find the table between what stands above and below it, with the sheet's line numbers", async () => {
    const rows = [
      ["Sales of 2024", null, null, null],
      [],
      ["Customer", "Product", "City", "Amount", null],
      ...Array.from({ length: 5 }, (_, index) => [`c${index}`, "Mug", "Linz", index, null]),
      ["Total", null, null, 10],
    ];
    const heard = await read([{ name: "Orders", rows }]);
    expect(heard.header).toEqual(["Customer", "Product", "City", "Amount"]);
    expect(heard.headerLine).toBe(3);
    expect(heard.rows.filter((row) => row.length > 1)).toHaveLength(5);
    expect(heard.rows.every((row) => row.length === 1 || row.length === 4)).toBe(true);
    expect(heard.summary.leftOut).toEqual([
      { kind: "above", line: 1 },
      { kind: "total", line: 9 },
    ]);
  });

  test("should refuse a workbook without a table", async () => {
    expect(await refusal(() => read([{ name: "Empty", rows: [] }]))).toMatch(
      /^a\.xlsx: no sheet of the workbook holds a table\n/,
    );
  });

  test.each([
    ["no workbook", Buffer.from("hello")],
    ["an archive of something else", zipOf({ "a.csv": "a,b\n" })],
  ])("should refuse %s", async (_, bytes) => {
    expect(await refusal(() => readBytes(bytes))).toMatch(/^a\.xlsx: the workbook is damaged, locked/);
  });

  test("should refuse a workbook whose sheet is not the one that was packed", async () => {
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: "Orders", rows: [["a"], [1], [2]] }] }));
    await readBytes(bytes);
    // The checksum of a file in the directory (APPNOTE 4.3.12).
    const sheet = bytes.lastIndexOf("xl/worksheets/sheet1.xml") - 46 + 16;
    bytes.writeUInt32LE((bytes.readUInt32LE(sheet) ^ 1) >>> 0, sheet);
    expect(await refusal(() => readBytes(bytes))).toMatch(/^a\.xlsx: the workbook is damaged, locked/);
  });

  test("should refuse a workbook that unpacks to far more than a table does", async () => {
    const swelling = zipOf({ "xl/worksheets/sheet1.xml": "<row/>".repeat(8_000_000) });
    expect(await refusal(() => readBytes(swelling))).toMatch(/^a\.xlsx: the file unpacks to more than 32 MB/);
  });
});
