import type { Delimiter } from "./sniff.ts";

/** An open table of text: its header, then its rows in batches. What comes before it touches the disk. */
export interface RowSource {
  /** Relative to the data folder. */
  name: string;
  /**
   * Calls `onHeader` once and then `onRows` for each batch; blank lines, and lines that are no rows of the table, come as rows of
   * one empty cell. Calls `onRestart` and starts over where the text proves to be in another encoding than assumed.
   * Throws an InputError for what is no table of text.
   */
  read(handler: RowHandler): Promise<ReadSummary>;
}

export interface RowHandler {
  /** @param line where the header stands in the file, from 1 */
  onHeader(header: readonly string[], line: number): void;
  /** Gives the number of line breaks within the cells of the rows. */
  onRows(rows: readonly (readonly string[])[]): number;
  onRestart(): void;
}

/** What reading told about a file, rows aside. */
export interface ReadSummary {
  /** As it lies on the disk. */
  bytes: number;
  encoding: string;
  /** Null for a workbook. */
  delimiter: Delimiter | null;
  /** SHA-256 of the text's bytes (uncompressed), in hexadecimal. */
  hash: string;
  /** Lines that are no rows of the table. */
  leftOut: LeftOut[];
  /** Bytes that are no UTF-8 and show as a replacement character. */
  replaced: number;
}

/** A line that is no row: above the table, below it, a total at its end, or the header once more. */
export interface LeftOut {
  kind: "above" | "below" | "total" | "header";
  line: number;
}
