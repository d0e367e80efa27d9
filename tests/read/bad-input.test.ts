import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openReport } from "../../src/edition/open-report.ts";
import { withFolder } from "../support/folder.ts";
import { refusal } from "../support/refusal.ts";

const good = "Customer,Amount\n1,2\n2,3\n";

/** The message for a folder with one file (and a report.yaml), the folder's name taken out. */
function refused(content: string | Uint8Array, yaml = "", name = "orders.csv"): Promise<string> {
  return withFolder({ [name]: content, "report.yaml": yaml }, async (folder) =>
    (await refusal(() => openReport(folder))).replaceAll(folder, "data"),
  );
}

// Every item of issue 2's list "Bad input", through the door that the build uses.
describe("openReport", () => {
  test("should refuse a folder without a data file", async () => {
    expect(await withFolder({}, (folder) => refusal(() => openReport(folder)))).toMatch(/^no data file in /);
  });

  test.each(["", "\uFEFF", "\n", "\r\n\r\n", "  \n \n"])("should refuse the empty file %j", async (text) => {
    expect(await refused(text)).toMatch(/^data\/orders\.csv: the file is empty\n/);
  });

  test("should refuse an empty gz", async () => {
    expect(await refused(gzipSync(""), "", "orders.csv.gz")).toMatch(
      /^data\/orders\.csv\.gz: the file is empty\n/,
    );
  });

  test.each(["Customer,Amount", "Customer,Amount\n", "Customer,Amount\n\n\n"])(
    "should refuse the header alone in %j",
    async (text) => {
      expect(await refused(text)).toMatch(/^data\/orders\.csv: the file has a header and no rows\n/);
    },
  );

  test("should refuse a table without a customer or an amount", async () => {
    expect(await refused("Product,Amount\nHat,2\n")).toMatch(
      /^data\/orders\.csv, line 1: no column holds the customer, nor the order\n.*"Product", "Amount"/,
    );
    expect(await refused("Customer,Product\n1,Hat\n")).toMatch(
      /^data\/orders\.csv, line 1: no column holds an amount or a price, nor the order\n/,
    );
  });

  test("should refuse two headers for one field that moves money, where their values differ", async () => {
    expect(await refused("Customer,Amount,AMOUNT\n1,2,3\n")).toMatch(
      /^data\/orders\.csv, line 1: the headers "Amount" and "AMOUNT" both mean amount\n/,
    );
  });

  test("should take the first of two headers that mean one field, where they hold the same or move no money", async () => {
    const rows = Array.from({ length: 6 }, (_, row) => `${row},2,2,red,blue\n`).join("");
    const file = `Customer,Amount,AMOUNT,Color,Colour\n${rows}`;
    const { report } = await withFolder({ "orders.csv": file }, (folder) => openReport(folder));
    expect(report.dataset.columns.map(({ header }) => header)).toEqual(["Customer", "Amount", "Color"]);
    expect(report.dataset.unmapped).toEqual(["AMOUNT", "Colour"]);
    expect(report.breakdowns.color?.groups.map(({ name }) => name)).toEqual(["red"]);
  });

  test.each([
    ["short", "1\n", 1],
    ["long", "1,2,3\n", 3],
  ])("should refuse a row that is too %s, with the line it begins in", async (_, row, cells) => {
    const message = await refused(`Customer,Amount\n"multi\nline",2\n\n1,2\n${row}`);
    expect(message).toMatch(
      new RegExp(`^data/orders\\.csv, line 6: the row has ${cells} cells?, the header has 2\n`),
    );
  });

  test("should let empty cells behind the last column pass", async () => {
    expect(await refused("Customer,Amount\n1,x,,\n")).toContain('"x" is not a number');
  });

  test("should refuse a quote never closed", async () => {
    expect(await refused('Customer,Amount\n1,2\n"3,4\n')).toMatch(
      /^data\/orders\.csv, line 3: a quote is opened and never closed\n/,
    );
  });

  test("should refuse a NUL byte", async () => {
    expect(await refused(`${good}\0`)).toMatch(/^data\/orders\.csv, line 4: the file holds a NUL byte/);
  });

  test.each([
    ["PK\u0003\u0004", "XLSX"],
    ["%PDF-1.7", "PDF"],
  ])("should refuse what begins with %j", async (head, what) => {
    expect(await refused(head + good)).toMatch(new RegExp(`^data/orders\\.csv: the file is .*${what}`));
  });

  test("should refuse a gz that was cut off", async () => {
    expect(await refused(gzipSync(good.repeat(99)).subarray(0, -9), "", "orders.csv.gz")).toMatch(
      /^data\/orders\.csv\.gz: the compressed file is damaged or cut off\n/,
    );
  });

  test("should refuse a folder or file without permission", async ({ skip }) => {
    if (process.getuid?.() === 0) skip("root may read everything: run the tests as another user to try this");
    await withFolder({ "orders.csv": good }, async (folder) => {
      await chmod(join(folder, "orders.csv"), 0o000);
      expect(await refusal(() => openReport(folder))).toMatch(/^no permission to read /);
      await chmod(folder, 0o000);
      expect(await refusal(() => openReport(folder))).toMatch(/^no permission to read /);
      await chmod(folder, 0o700);
    });
  });

  test("should refuse data of which every row is bad, and name the first", async () => {
    const message = await refused("Customer,Amount\n1,abc\n2,def\n", "onBadRows: { failFrom: 1 }");
    expect(message).toMatch(
      /^data\/orders\.csv, line 2, column "Amount": "abc" is not a number\n {2}2 of 2 rows \(100 %\)/,
    );
    expect(message).toContain("report.yaml");
  });

  test("should refuse data without a purchase, and say what the rows are", async () => {
    expect(await refused("Customer,Amount\n1,-5\n2,0\n")).toMatch(
      /^the data hold no purchase\n {2}Of 2 rows 1 are returns/,
    );
  });

  test("should refuse a report.yaml that is wrong before it reads data", async () => {
    expect(await refused("", "accent: red")).toMatch(/^data\/report\.yaml: "accent" is "red"/);
  });

  const bad = (rows: number, every: number) =>
    `Customer,Amount\n${Array.from({ length: rows }, (_, row) => `${row},${row % every === every - 1 ? "x" : "2"}\n`).join("")}`;

  test("should refuse the first bad row where report.yaml says fail", async () => {
    expect(await refused(bad(1000, 1000), "onBadRows: fail")).toMatch(
      /^data\/orders\.csv, line 1001, column "Amount": "x" is not a number\n {2}1 of 1,000 rows \(0\.1 %\) cannot be used, and onBadRows\.action is fail/,
    );
  });

  test.each([
    [20, ""],
    [10, "onBadRows: { failFrom: 0.1 }"],
  ])("should refuse one bad row in %d (%j): the share counts from it on", async (every, yaml) => {
    expect(await refused(bad(200, every), yaml)).toMatch(/ % on \(onBadRows\.failFrom\)/);
  });

  test("should quote a value of control characters safely", async () => {
    expect(await refused('Customer,Amount\n1,"\u001b[31mred"\n')).not.toContain("\u001b");
  });
});
