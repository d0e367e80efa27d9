import { describe, expect, test } from "vitest";
import { encodingName, sniffMark } from "../../src/read/encoding.ts";
import { looksLikeTable, refuseOtherFormats, sniffDelimiter } from "../../src/read/sniff.ts";
import { toCsv } from "../support/csv.ts";
import { refusal } from "../support/refusal.ts";

describe("sniffMark", () => {
  // Byte order marks: The Unicode Standard, table 23-4.
  test.each([
    [[0xef, 0xbb, 0xbf, 0x41], "utf-8"],
    [[0xff, 0xfe, 0x41, 0x00], "utf-16le"],
    [[0xfe, 0xff, 0x00, 0x41], "utf-16be"],
    [[...Buffer.from("Customer,Ämount", "utf16le")], "utf-16le"],
    [[...Buffer.from("Customer,Ämount", "utf16le").swap16()], "utf-16be"],
    [[...Buffer.from("a,\u001b$B4A;z\u001b(B", "latin1")], "iso-2022-jp"],
  ])("should take %j for %s", (bytes, encoding) => {
    expect(sniffMark(Uint8Array.from(bytes))).toBe(encoding);
  });

  test.each([[[0x41, 0x42]], [[]], [[...Buffer.from("Customer,Amount\n1,2\0\n")]]])(
    "should leave %j open",
    (bytes) => {
      expect(sniffMark(Uint8Array.from(bytes))).toBeNull();
    },
  );

  // Each of them is a letter in Windows-1252: "ï»" begins no mark, nor does "ÿ" alone.
  test.each([
    [[0xef, 0xbb, 0x41]],
    [[0xef, 0x41, 0xbf]],
    [[0x41, 0xbb, 0xbf]],
    [[0xff, 0x41]],
    [[0x41, 0xfe]],
    [[0xfe, 0x41]],
    [[0x41, 0xff]],
  ])("should take no part of a mark, %j, for a mark", (bytes) => {
    expect(sniffMark(Uint8Array.from(bytes))).toBeNull();
  });

  test("should not take what has zeros on both sides for UTF-16", () => {
    const utf32 = [..."Customer,Amount\n"].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0]);
    expect(sniffMark(Uint8Array.from(utf32))).toBeNull();
    expect(sniffMark(Uint8Array.from([...utf32].reverse()))).toBeNull();
  });

  test("should want four letters before it takes a text without a mark for UTF-16", () => {
    expect(sniffMark(Buffer.from("a,b", "utf16le"))).toBeNull();
    expect(sniffMark(Buffer.from("a,b\n", "utf16le"))).toBe("utf-16le");
  });
});

describe("encodingName", () => {
  test.each([
    ["utf-8", "UTF-8"],
    ["utf-8-damaged", "UTF-8"],
    ["windows-1254", "Windows-1254"],
    ["shift_jis", "Shift_JIS"],
    ["gb18030", "GBK"],
    ["euc-kr", "EUC-KR"],
    ["koi8-r", "KOI8-R"],
  ])("should call %s %s", (encoding, name) => {
    expect(encodingName(encoding)).toBe(name);
  });
});

describe("refuseOtherFormats", () => {
  // First bytes: PKWARE's APPNOTE 4.3.7, ISO 32000-1 7.5.2, [MS-CFB] 2.2, the Parquet file format.
  test.each([
    ["PK\u0003\u0004", /XLSX/],
    ["%PDF-1.7", /PDF/],
    ["\u00d0\u00cf\u0011\u00e0", /XLS/],
    ["PAR1", /Parquet/],
  ])("should refuse a file that begins with %j", async (head, what) => {
    const message = await refusal(() => refuseOtherFormats(Buffer.from(head, "latin1"), "a.csv"));
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

  test("should leave what stands in quotes aside", () => {
    const quoted = (text: string, amount: string) => `"${text};x;y;z",${amount}`;
    const lines = ["Item; as sold", "Hat", "Mug", "Pan"].map((text, index) => quoted(text, String(index)));
    expect(sniffDelimiter(`${lines.join("\n")}\n`)).toBe(",");
    expect(sniffDelimiter('"a ""b"";c;d",1\n"e;""f"";g",2\n"h;i;j",3\n')).toBe(",");
  });

  test("should find the delimiter below lines that are none of the table", () => {
    expect(
      sniffDelimiter("Report, of all shops, 2024\n\nCustomer;Amount;Item\n1;2,50;a\n2;3,75;b\n3;1,00;c\n"),
    ).toBe(";");
    expect(sniffDelimiter("sep=;\nCustomer;Amount\n")).toBe(";");
  });
});

test("sniffDelimiter should look at both of two lines, of equals at the first", () => {
  expect(sniffDelimiter("a;b,c\n1;2\n")).toBe(";");
  expect(sniffDelimiter("a;b\n1;2;3\n")).toBe(";");
});

test("sniffDelimiter should believe a file that says what stands between its cells", () => {
  expect(sniffDelimiter("sep=|\nCustomer,Amount\n1,2\n2,3\n")).toBe("|");
});

describe("looksLikeTable", () => {
  test("should take the width of most lines, and not count a last one that may be cut", () => {
    expect(looksLikeTable("a,b,c\n1,2,3\n4,5,6\nonly,two\n7,8")).toBe(true);
    expect(looksLikeTable("a,b\n1,2\n2,3\nnote\n4")).toBe(true);
    expect(looksLikeTable("a,b\n1,2\n2,3\nnote\nother\n4")).toBe(false);
    expect(looksLikeTable("a,b\n \n \n1,2\nx")).toBe(true);
  });

  test("should tell a table from prose", () => {
    expect(looksLikeTable("Customer\tAmount\n1\t2\n2\t3\n")).toBe(true);
    expect(
      looksLikeTable(
        "MIT License\n\nPermission is granted, free of charge, to any\nperson, who obtains a\ncopy of this.\n",
      ),
    ).toBe(false);
    expect(looksLikeTable("")).toBe(false);
  });
});
