import { describe, expect, test } from "vitest";
import { sniffDelimiter, sniffEncoding } from "../../src/read/sniff.ts";
import { toCsv } from "../support/csv.ts";
import { refusal } from "../support/refusal.ts";

describe("sniffEncoding", () => {
  // Byte order marks: The Unicode Standard, table 23-4.
  test.each([
    [[0xef, 0xbb, 0xbf, 0x41], "utf-8"],
    [[0xff, 0xfe, 0x41, 0x00], "utf-16le"],
    [[0xfe, 0xff, 0x00, 0x41], "utf-16be"],
    [[0x41, 0x42], "utf-8"],
    [[], "utf-8"],
  ])("should take %j for %s", (bytes, encoding) => {
    expect(sniffEncoding(Uint8Array.from(bytes), "a.csv")).toBe(encoding);
  });

  // First bytes: PKWARE's APPNOTE 4.3.7, ISO 32000-1 7.5.2, [MS-CFB] 2.2, the Parquet file format.
  test.each([
    ["PK\u0003\u0004", /XLSX/],
    ["%PDF-1.7", /PDF/],
    ["\u00d0\u00cf\u0011\u00e0", /XLS/],
    ["PAR1", /Parquet/],
  ])("should refuse a file that begins with %j", async (head, what) => {
    const message = await refusal(() => sniffEncoding(Buffer.from(head, "latin1"), "a.csv"));
    expect(message).toMatch(/^a\.csv: /);
    expect(message).toMatch(what);
    expect(message).toContain("Export");
  });
});

describe("sniffDelimiter", () => {
  const table = [
    ["Customer ID", "Purchase Amount (USD)", "Item, as sold; or | not"],
    ["1", "20,50", "Shirt, blue; size \t M | L"],
    ["2", "1.300,00", 'A "good" one'],
    ["3", "3", "line\nbreak, and more, and more"],
  ];
  test.each([",", ";", "\t", "|"] as const)("should find %j, whatever stands in quotes", (delimiter) => {
    expect(sniffDelimiter(toCsv(table, delimiter))).toBe(delimiter);
  });

  test("should not be led astray by decimal commas", () => {
    expect(sniffDelimiter("Customer;Amount\n1;2,50\n2;3,75\n")).toBe(";");
  });

  test("should not be led astray by a delimiter in some of the cells", () => {
    expect(sniffDelimiter("id,amount,note\n1,2,a;b;c;d\n2,3,e;f;g;h\n")).toBe(",");
  });

  test.each(["", "\n", "one column\n1\n", "a"])("should take %j for comma-separated", (text) => {
    expect(sniffDelimiter(text)).toBe(",");
  });
});
