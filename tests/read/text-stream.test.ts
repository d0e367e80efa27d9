import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { BrokenEncoding, openText } from "../../src/read/text-stream.ts";
import { refusal } from "../support/refusal.ts";

/** Everything that a text stream says of bytes that come in pieces. */
async function read(pieces: readonly Uint8Array[], forced?: string) {
  const stream = openText(
    {
      name: "a.csv",
      size: async () => Buffer.concat(pieces).length,
      async *open() {
        yield* pieces;
      },
    },
    forced,
    () => {},
  );
  const chunks: string[] = [];
  for await (const chunk of stream.chunks) chunks.push(chunk);
  return {
    chunks,
    text: chunks.join(""),
    encoding: stream.encoding(),
    replaced: stream.replaced(),
    hash: stream.hash(),
  };
}

const latin = (text: string) => Buffer.from(text, "latin1");
const cutAt = (bytes: Buffer, at: number) => [bytes.subarray(0, at), bytes.subarray(at)];

describe("openText", () => {
  // RFC 3629 and RFC 2781: é has 2 bytes in either, the sock 4.
  const tricky = "Größe,naïve\r\né🧦\r\rwhite\r\n\nred\r";
  const unified = "Größe,naïve\né🧦\n\nwhite\n\nred\n";
  test.each([
    ["UTF-8", Buffer.from(tricky), undefined],
    ["UTF-8 that is known to be damaged", Buffer.from(tricky), "utf-8-damaged"],
    ["UTF-16", Buffer.from(tricky, "utf16le"), "utf-16le"],
  ])("should read the same text wherever its bytes are cut, in %s", async (_, bytes, forced) => {
    const hash = createHash("sha256").update(bytes).digest("hex");
    // What looks like UTF-16 is told by the first 8 bytes.
    const first = forced === "utf-16le" ? 8 : 0;
    for (let at = first; at <= bytes.length; at += 1) {
      const whole = await read(cutAt(bytes, at), forced);
      expect(whole, `cut after byte ${at}`).toMatchObject({ text: unified, hash, replaced: 0 });
    }
    const single = await read(
      [bytes.subarray(0, first), ...Array.from(bytes.subarray(first), (byte) => Uint8Array.of(byte))],
      forced,
    );
    expect(single).toMatchObject({ text: unified, hash, replaced: 0 });
  });

  test("should take an escape for that of Japanese mail only where nobody said the encoding", async () => {
    const bytes = latin("name\nCaf\xe9 \u001b$\n");
    await expect(read([bytes])).rejects.toThrow(/ISO-2022-JP/);
    expect(await read([bytes], "windows-1252")).toMatchObject({
      text: "name\nCafé \u001b$\n",
      encoding: "windows-1252",
    });
  });

  test("should hand over no empty piece, which would be taken for a file without a head", async () => {
    const bytes = Buffer.from("é\r\nb");
    for (let at = 0; at <= bytes.length; at += 1)
      expect((await read(cutAt(bytes, at))).chunks, `cut after byte ${at}`).not.toContain("");
    expect((await read([])).chunks).toEqual([]);
    expect((await read([Buffer.from("\uFEFF")])).chunks).toEqual([]);
  });

  test("should look for the signatures of other formats at the start alone", async () => {
    expect((await read([Buffer.from("a,"), Buffer.from("%PDF\n")])).text).toBe("a,%PDF\n");
    expect(await refusal(() => read([Buffer.from("%PDF\n")]))).toMatch(/^a\.csv: the file is a PDF/);
  });

  test.each([
    ["nothing else is known", latin("a\n"), undefined, "utf-8", "a\n"],
    ["a mark says UTF-8", Buffer.from("\uFEFFé\n"), undefined, "utf-8", "é\n"],
    ["a mark says UTF-16", Buffer.from("\uFEFFé\n", "utf16le"), undefined, "utf-16le", "é\n"],
    [
      "a mark says other than what is known",
      Buffer.from("\uFEFFé\n", "utf16le"),
      "windows-1252",
      "utf-16le",
      "é\n",
    ],
    ["it is known to be no UTF-8", latin("\u00e9\n"), "windows-1251", "windows-1251", "й\n"],
  ])("should read a text where %s", async (_, bytes, forced, encoding, text) => {
    expect(await read([bytes], forced)).toMatchObject({ encoding, text, replaced: 0 });
  });

  test("should trust a mark of UTF-8, and count the bytes that are none", async () => {
    const bytes = Buffer.concat([Buffer.from("\uFEFFé,"), latin("\u00e9,\u00e9\n")]);
    expect(await read([bytes], "windows-1252")).toMatchObject({
      encoding: "utf-8-damaged",
      text: "é,\uFFFD,\uFFFD\n",
      replaced: 2,
    });
  });

  test("should count what is cut off at the end of a damaged text", async () => {
    const bytes = Buffer.concat([latin("a\u00e9,b"), Buffer.from([0xc3])]);
    expect(await read([bytes], "utf-8-damaged")).toMatchObject({ text: "a\uFFFD,b\uFFFD", replaced: 2 });
  });

  test("should count no replacement character that the file itself holds", async () => {
    expect(await read([Buffer.from("a\uFFFD\n")])).toMatchObject({ text: "a\uFFFD\n", replaced: 0 });
  });

  test.each([
    ["within", [latin("Caf\u00e9,2\n")]],
    ["in a later piece", [latin("a,b\n"), latin("Caf\u00e9,2\n")]],
    ["cut off within a character", [Buffer.from("é").subarray(0, 1)]],
    ["and a mark says it is", [Buffer.concat([Buffer.from("\uFEFF"), latin("\u00e9\n")])]],
  ])("should say that a text is no UTF-8, %s, so that it is read anew", async (_, pieces) => {
    await expect(read(pieces)).rejects.toThrow(BrokenEncoding);
  });

  test.each([
    ["euc-kr", latin("\u00d0,2\n"), "EUC-KR"],
    // Of report.yaml: it is what the file was tried in before.
    ["utf-8", latin("\u00d0,2\n"), "UTF-8"],
    [undefined, Buffer.from("\uFEFFab", "utf16le").subarray(0, -1), "UTF-16"],
  ])("should refuse bytes that are none in %s, and name the file", async (forced, bytes, name) => {
    expect(await refusal(() => read([bytes], forced))).toMatch(
      new RegExp(`^a\\.csv: the file is damaged or cut off: it holds bytes that ${name} does not know\\n`),
    );
  });

  test.each([
    ["at the very start", ["\0a\n"], 1],
    ["with lines behind it", ["a\n\0\nb\nc\n"], 2],
    ["behind an empty first line", ["\n\0"], 2],
    ["in a later piece", ["a\nb\n", "c\n", "d\0\n"], 4],
    ["behind old Macintosh line ends", ["a\rb\r\0\r"], 3],
    ["where a line end is cut in two", ["a\r", "\nb\r", "\0"], 3],
  ])("should name the line of a NUL byte %s", async (_, pieces, line) => {
    expect(await refusal(() => read(pieces.map((piece) => Buffer.from(piece))))).toMatch(
      new RegExp(`^a\\.csv, line ${line}: the file holds a NUL byte`),
    );
  });
});
