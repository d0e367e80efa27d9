import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { gunzipSync, inflateSync } from "node:zlib";

/**
 * The files of a folder in whose bytes or name a text stands, without regard to case: as it is, in UTF-16, compressed
 * with gzip, in a data address (base64 or escaped), in the text of a PNG, escaped as HTML, JSON or addresses do.
 */
export function filesWith(folder: string, text: string): string[] {
  const wanted = text.toLowerCase();
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const name = relative(folder, path);
      return [name, ...formsOf(readFileSync(path))].some((form) => form.toLowerCase().includes(wanted));
    })
    .map((path) => relative(folder, path).split(sep).join("/"))
    .sort();
}

/** What bytes say, in every form that a browser or a curious reader would make of them. */
function formsOf(bytes: Buffer): string[] {
  const text = bytes.toString("utf8");
  return [
    text,
    bytes.toString("latin1"),
    bytes.toString("utf16le"),
    unescaped(text),
    ...(bytes[0] === 0x1f && bytes[1] === 0x8b ? formsOf(gunzipSync(bytes)) : []),
    ...pngTexts(bytes).flatMap(formsOf),
    ...[...text.matchAll(/data:[\w/+.-]*(?:;[\w=-]+)*;base64,([\w+/=-]+)/g)].flatMap(([, body = ""]) =>
      formsOf(Buffer.from(body, "base64")),
    ),
  ];
}

/** Without the escapes of HTML, JSON and addresses. */
function unescaped(text: string): string {
  const character = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : "");
  return text
    .replace(/&#x([\da-f]{1,6});/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, decimal: string) => character(Number(decimal)))
    .replace(/\\u([\da-f]{4})/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/%([\da-f]{2})/gi, (_, hex: string) => character(Number.parseInt(hex, 16)));
}

/** The text chunks of a PNG, unpacked where they are packed. */
function pngTexts(bytes: Buffer): Buffer[] {
  if (bytes.subarray(1, 4).toString("latin1") !== "PNG") return [];
  const texts: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString("latin1");
    const data = bytes.subarray(at + 8, at + 8 + length);
    at += length + 12;
    // The keyword ends with a zero; zTXt has one more byte before what is packed, iTXt up to a few and two names.
    for (let from = data.indexOf(0) + 1; type === "zTXt" || type === "iTXt"; from += 1) {
      const packed = data.subarray(from);
      if (packed.length === 0) break;
      if (packed[0] !== 0x78) continue;
      try {
        texts.push(inflateSync(packed));
        break;
      } catch {}
    }
  }
  return texts;
}
