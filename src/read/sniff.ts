import type { SourceFile } from "../dataset/account.ts";
import { InputError } from "../errors.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Names an encoding as the report does. */
export function encodingName(encoding: Encoding): SourceFile["encoding"] {
  if (encoding === "utf-8") return "UTF-8";
  return encoding === "windows-1252" ? "Windows-1252" : "UTF-16";
}

const signatures: readonly { bytes: readonly number[]; what: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: "an XLSX workbook or a ZIP archive" },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF document" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an XLS workbook" },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: "a Parquet file" },
];

/**
 * The encoding that the first bytes of a text tell: by its mark, else UTF-8. Throws an InputError for
 * the signature of a format that is no text.
 */
export function sniffEncoding(head: Uint8Array, file: string): Encoding {
  for (const { bytes, what } of signatures) {
    if (bytes.every((byte, index) => head[index] === byte)) {
      throw new InputError(
        `the file is ${what}, not CSV`,
        "Export the sheet as CSV (UTF-8) and put that file here instead.",
        { file },
      );
    }
  }
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return "utf-8";
}

const delimiters = [",", ";", "\t", "|"] as const;

/**
 * The delimiter of a table by its first lines: the one that splits them most evenly into most cells,
 * quoted parts aside. A single column counts as comma-separated.
 */
export function sniffDelimiter(head: string): SourceFile["delimiter"] {
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const sample = lines.length > 2 ? lines.slice(0, -1) : lines;
  const first = sample[0] ?? "";
  let best: SourceFile["delimiter"] = ",";
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const width = first.split(delimiter).length;
    if (width < 2) continue;
    const even = sample.filter((line) => line.split(delimiter).length === width).length / sample.length;
    const score = even * 1000 + width;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}
