import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvSource } from "../../src/read/csv-source.ts";
import { toCsv } from "../support/csv.ts";
import { withFolder } from "../support/folder.ts";
import { type Heard, readSource } from "../support/read-source.ts";
import { refusal } from "../support/refusal.ts";

const readBytes = (content: string | Uint8Array, name = "a.csv"): Promise<Heard> =>
  withFolder({ [name]: content }, (folder) => readSource(csvSource(folder, name)));

const table = [
  ["Customer ID", "Item", "Amount"],
  ["1", "Größe, naïve", "1"],
  ["2", 'say "yes"\nor no; 🧦', "2"],
  ["3", "", ""],
];
const csv = toCsv(table);

function utf16(text: string, littleEndian: boolean): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return littleEndian ? bytes : bytes.swap16();
}

/** Bytes are read by the mebibyte: a text with this much before it is cut where the test wants. */
const chunk = 1 << 20;

describe("csvSource", () => {
  test.each([
    ["UTF-8", Buffer.from(csv), "UTF-8"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${csv}`), "UTF-8"],
    ["UTF-16 LE with a mark", utf16(csv, true), "UTF-16"],
    ["UTF-16 BE with a mark", utf16(csv, false), "UTF-16"],
    ["Windows line ends", Buffer.from(toCsv(table, ",", "\r\n")), "UTF-8"],
    ["old Macintosh line ends", Buffer.from(toCsv(table, ",", "\r")), "UTF-8"],
    ["no line end at the end", Buffer.from(csv.trimEnd()), "UTF-8"],
  ])("should read %s", async (_, bytes, encoding) => {
    const { header, rows, summary } = await readBytes(bytes);
    expect([header, ...rows.filter((row) => row.length > 1)]).toEqual(table);
    expect(summary).toEqual({
      bytes: bytes.length,
      encoding,
      delimiter: ",",
      hash: createHash("sha256").update(bytes).digest("hex"),
      leftOut: [],
      replaced: 0,
    });
  });

  test("should read broken UTF-8 as Windows-1252, from the start", async () => {
    // 0x80 is the euro sign, 0xE9 é, 0x92 ’: Microsoft's code page 1252.
    const bytes = Buffer.from("Customer,Item,Amount\n1,Caf\u00e9 \u0092s,\u00803\n", "latin1");
    const { rows, restarts, summary } = await readBytes(bytes);
    expect(rows[0]).toEqual(["1", "Café ’s", "€3"]);
    expect([restarts, summary.encoding]).toEqual([1, "Windows-1252"]);
  });

  test("should start over where UTF-8 breaks late in the file", async () => {
    const lines = `1,${"é".repeat(50)},2\n`.repeat(15_000);
    const bytes = Buffer.concat([
      Buffer.from(`Customer,Item,Amount\n${lines}`),
      Buffer.from("2,\u00e9,3\n", "latin1"),
    ]);
    const { rows, restarts, summary } = await readBytes(bytes);
    expect(restarts).toBe(1);
    const full = rows.filter((row) => row.length === 3);
    expect(full.length).toBe(15_001);
    // A single bad byte does not flip a UTF-8 file: one cell suffers.
    expect(full[0]?.[1]).toBe("é".repeat(50));
    expect(full.at(-1)?.[1]).toBe("\uFFFD");
    expect(summary).toMatchObject({ encoding: "UTF-8", replaced: 1 });
  });

  test("should read a UTF-8 text that ends within a character as Windows-1252", async () => {
    const { summary } = await readBytes(
      Buffer.concat([Buffer.from("Customer,Amount\n1,2"), Buffer.from([0xc3])]),
    );
    expect(summary.encoding).toBe("Windows-1252");
  });

  test("should unpack gz, and hash what was packed", async () => {
    const packed = await readBytes(gzipSync(csv), "a.csv.gz");
    const plain = await readBytes(csv);
    expect(packed.rows).toEqual(plain.rows);
    expect(packed.summary.hash).toBe(plain.summary.hash);
    expect(packed.summary.bytes).toBe(gzipSync(csv).length);
  });

  test("should read a gz of several parts", async () => {
    const parts = Buffer.concat([gzipSync(csv.slice(0, 30)), gzipSync(csv.slice(30))]);
    expect((await readBytes(parts, "a.csv.gz")).rows).toEqual((await readBytes(csv)).rows);
  });

  test.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, -12)],
    ["cut off at its head", (bytes: Buffer) => bytes.subarray(0, 5)],
    [
      "damaged",
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 20), Buffer.alloc(20, 7), bytes.subarray(40)]),
    ],
    ["no gz at all", () => Buffer.from(csv)],
  ])("should refuse a gz that is %s", async (_, damage) => {
    const bytes = damage(gzipSync(csv.repeat(50)));
    expect(await refusal(() => readBytes(bytes, "a.csv.gz"))).toMatch(
      /^a\.csv\.gz: the compressed file is damaged or cut off/,
    );
  });

  test("should give back any table, in every delimiter and line end", async () => {
    const cell = fc
      .string({
        unit: fc.constantFrom("a", "é", "🧦", '"', ",", ";", "\t", "|", "\n", " ", "1"),
        maxLength: 6,
        // Rows with gaps may be no rows of the table: table-rows.test.ts.
      })
      .map((text) => (text.trim() === "" ? "a" : text));
    const tables = fc.integer({ min: 2, max: 4 }).chain((width) =>
      fc
        .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 })
        .map((rows) => [
          Array.from({ length: width }, (_, index) => `column ${index}`),
          // A quote that is not at the cell's start would be literal; toCsv quotes every cell that holds one.
          ...rows,
        ]),
    );
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom("\n", "\r\n"),
        async (rows, delimiter, lineEnd) => {
          const heard = await readBytes(toCsv(rows, delimiter, lineEnd));
          expect(heard.summary.delimiter).toBe(delimiter);
          expect([heard.header, ...heard.rows.slice(0, rows.length - 1)]).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("should not mind where the bytes are cut", async () => {
    // Cuts within é (2 bytes), 🧦 (4), \r\n, a doubled quote, a quoted line break, and between all of them.
    const tricky = '2,"é🧦""x"",\r\ny",5\r\n3,"",6\r\n4,"a""",7\r\n5,🧦é,8\r\n';
    const length = Buffer.byteLength(tricky);
    const expected = [
      ["2", 'é🧦"x",\ny', "5"],
      ["3", "", "6"],
      ["4", 'a"', "7"],
      ["5", "🧦é", "8"],
    ];
    const head = "Customer,Item,Amount\r\n1,";
    for (let cut = 0; cut <= length; cut += 1) {
      const padding = "p".repeat(chunk - cut - Buffer.byteLength(`${head},9\r\n`));
      const text = `${head}${padding},9\r\n${tricky}`;
      const { rows, summary } = await readBytes(text);
      expect(rows.slice(1, 5), `cut after byte ${cut}`).toEqual(expected);
      expect(summary.encoding).toBe("UTF-8");
    }
  });

  test("should not take a long cell for a quote that was never closed", async () => {
    const long = "word, ".repeat(500_000);
    expect(
      (
        await readBytes(
          toCsv([
            ["Customer", "Amount"],
            ["1", long],
            ["2", "3"],
          ]),
        )
      ).rows[0]?.[1],
    ).toBe(long);
  });

  test("should tell how far it has come", async () => {
    const heard: number[] = [];
    await withFolder({ "a.csv": csv.repeat(20_000) }, async (folder) => {
      await readSource(csvSource(folder, "a.csv", (read, size) => heard.push(read / size)));
    });
    expect(heard.length).toBeGreaterThan(1);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBe(1);
  });

  test.each([
    ["in the last line", 'Customer,Amount\n1,2\n3,"4\n5,6\n', 3],
    ["behind a quoted line break", 'Customer,Amount\n"1\n1",2\n3,"4\n', 4],
    ["in the header", 'Customer,"Amount\n1,2\n', 1],
  ])("should refuse a quote never closed %s and name its line", async (_, text, line) => {
    expect(await refusal(() => readBytes(text))).toMatch(
      new RegExp(`^a\\.csv, line ${line}: a quote is opened and never closed`),
    );
  });

  test("should refuse a quoted cell that goes on behind its quote", async () => {
    expect(await refusal(() => readBytes('Customer,Amount\n1,2\n"3"x,4\n'))).toMatch(
      /^a\.csv, line 3: a quoted cell goes on/,
    );
  });

  test("should refuse a quote never closed early in a big file without reading it all", async () => {
    const bytes = Buffer.from(
      `Customer,Item,Amount\n0,a,1\n1,"a,2\n${"3,some more text to fill the file,4\n".repeat(1_500_000)}`,
    );
    await withFolder({ "big.csv": bytes }, async (folder) => {
      let read = 0;
      const source = csvSource(folder, "big.csv", (count) => {
        read = count;
      });
      expect(await refusal(() => readSource(source))).toMatch(
        /^big\.csv, line 3: a quote is opened and never closed/,
      );
      expect(read).toBeLessThan(bytes.length / 2);
    });
  });

  test.each([
    ["Customer,Amount\n1,2\n3,\0\n", 3],
    ["Customer,Amount\r\n1,2\r\n\0", 3],
    ["\0Customer,Amount\n", 1],
  ])("should refuse a NUL byte in %j and name its line", async (text, line) => {
    expect(await refusal(() => readBytes(text))).toMatch(
      new RegExp(`^a\\.csv, line ${line}: the file holds a NUL byte`),
    );
  });

  test("should name the line of a NUL byte far into the file", async () => {
    const text = `Customer,Amount\r\n${"1,2\r\n".repeat(300_000)}1,\0\r\n`;
    expect(await refusal(() => readBytes(text))).toMatch(/^a\.csv, line 300002: the file holds a NUL byte/);
  });

  test.each([true, false])("should read UTF-16 without a mark (little endian: %s)", async (littleEndian) => {
    const { header, summary } = await readBytes(utf16(csv, littleEndian).subarray(2));
    expect(header).toEqual(table[0]);
    expect(summary.encoding).toBe("UTF-16");
  });

  test("should trust a mark of UTF-8 whatever follows", async () => {
    const marked = Buffer.concat([
      Buffer.from("\uFEFFCustomer,Amount\n"),
      Buffer.from("Caf\u00e9,2\n", "latin1"),
    ]);
    const { rows, summary } = await readBytes(marked);
    expect(rows[0]).toEqual(["Caf\uFFFD", "2"]);
    expect(summary).toMatchObject({ encoding: "UTF-8", replaced: 1 });
  });

  test("should take the encoding that report.yaml names for what is no UTF-8", async () => {
    const bytes = Buffer.from("Customer,Amount\n\u00d0,2\n", "latin1");
    const read = (encoding: string, content: string | Uint8Array) =>
      withFolder({ "a.csv": content }, (folder) =>
        readSource(csvSource(folder, "a.csv", undefined, { encoding })),
      );
    expect((await read("windows-1254", bytes)).rows[0]).toEqual(["Ğ", "2"]);
    expect((await read("windows-1251", bytes)).rows[0]).toEqual(["Р", "2"]);
    expect((await read("windows-1251", "Customer,Amount\nÐ,2\n")).rows[0]).toEqual(["Ð", "2"]);
    expect(await refusal(() => read("euc-kr", bytes))).toMatch(/^a\.csv: the file is damaged.*EUC-KR/);
  });

  test("should ask for an encoding that cannot be told, with a line for report.yaml", async () => {
    // "Polštář" in Windows-1250 is "Polštáø" in Windows-1252, and nothing else in the file tells.
    const message = await refusal(() =>
      readBytes(Buffer.from("Item,Amount\nPol\u009at\u00e1\u00f8,2\n", "latin1")),
    );
    expect(message).toMatch(
      /^a\.csv: the file is no UTF-8, and its encoding cannot be told: it may be [\w-]+ or [\w-]+\n/,
    );
    expect(message).toMatch(/\n {2}encoding: [\w-]+$/);
  });

  test("should refuse UTF-16 that is cut off", async () => {
    expect(await refusal(() => readBytes(utf16(csv, true).subarray(0, -1)))).toMatch(/^a\.csv: .*UTF-16/);
  });

  test.each([
    ["PK\u0003\u0004…", "XLSX"],
    ["%PDF-1.4\n…", "PDF"],
  ])("should refuse %j as %s", async (text, what) => {
    expect(await refusal(() => readBytes(Buffer.from(text, "latin1")))).toMatch(
      new RegExp(`^a\\.csv: the file is .*${what}.*not CSV`),
    );
  });

  test("should refuse a file that is not there", async () => {
    await withFolder({}, async (folder) => {
      expect(await refusal(() => readSource(csvSource(folder, "no.csv")))).toContain("no.csv");
    });
  });
});
