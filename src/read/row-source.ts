import type { SourceFile } from "../dataset/account.ts";

/** An open table of text: its header, then its rows in batches. What comes before it touches the disk. */
export interface RowSource {
  /** Relative to the data folder. */
  name: string;
  /**
   * Calls `onHeader` once and then `onRows` for each batch; blank lines come as rows of one empty cell.
   * Calls `onRestart` and starts over where the text proves to be in another encoding than assumed.
   * Throws an InputError for what is no table of text.
   */
  read(handler: RowHandler): Promise<ReadSummary>;
}

export interface RowHandler {
  onHeader(header: readonly string[]): void;
  /** Gives the number of line breaks within the cells of the rows. */
  onRows(rows: readonly (readonly string[])[]): number;
  onRestart(): void;
}

/** What reading told about a file, rows aside. */
export interface ReadSummary extends Omit<SourceFile, "rows" | "name"> {
  /** SHA-256 of the text's bytes (uncompressed), in hexadecimal. */
  hash: string;
}
