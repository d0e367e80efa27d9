import { InputError } from "../errors.ts";

/** What stands between the cells of a table. */
export type Delimiter = "," | ";" | "\t" | "|";

const signatures: readonly { bytes: readonly number[]; what: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: "an XLSX workbook or a ZIP archive by another name" },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF document" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an XLS workbook" },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: "a Parquet file" },
];

/** Throws an InputError where the first bytes are the signature of a format that is no text. */
export function refuseOtherFormats(head: Uint8Array, file: string): void {
  for (const { bytes, what } of signatures) {
    if (bytes.every((byte, index) => head[index] === byte)) {
      throw new InputError(
        `the file is ${what}, not CSV`,
        "Export the sheet as CSV (UTF-8) or XLSX, and put that file here instead.",
        { file },
      );
    }
  }
}

const delimiters = [",", ";", "\t", "|"] as const;

/**
 * The delimiter of a table by its first lines: the one that splits most of them into the same number of cells, and into
 * most cells; quoted parts aside, and whatever stands above the header. A single column counts as comma-separated.
 */
export function sniffDelimiter(head: string): Delimiter {
  const declared = /^\uFEFF?sep=([,;\t|])\r?\n/i.exec(head)?.[1];
  const found = delimiters.find((delimiter) => delimiter === declared);
  if (found !== undefined) return found;
  const lines = tableLines(head);
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const { width, share } = commonWidth(lines, delimiter);
    const score = width < 2 ? 0 : share * 1000 + width;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Whether the first lines of a text are those of a table of several columns. */
export function looksLikeTable(head: string): boolean {
  const { width, share } = commonWidth(tableLines(head), sniffDelimiter(head));
  return width > 1 && share > 0.6;
}

/** The first lines that are not blank, quoted parts taken out. */
function tableLines(head: string): string[] {
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 40);
  // The last one may be cut.
  return lines.length > 2 ? lines.slice(0, -1) : lines;
}

/** The number of cells that most lines have, of equals that of the first line, and the share of those lines. */
function commonWidth(lines: readonly string[], delimiter: Delimiter): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const width = line.split(delimiter).length;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let width = 1;
  let most = 0;
  for (const [each, count] of counts) {
    if (count > most) {
      width = each;
      most = count;
    }
  }
  return { width, share: lines.length === 0 ? 0 : most / lines.length };
}
