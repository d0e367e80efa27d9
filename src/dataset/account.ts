import type { ReadSummary } from "../read/row-source.ts";

/** One input file. Its name is relative to the data folder; no machine path. */
export interface SourceFile extends Pick<ReadSummary, "bytes" | "encoding" | "delimiter"> {
  name: string;
  rows: number;
}

/** A header of the input and the field that took it. */
export interface MappedColumn {
  field: string;
  /** The field's name in words, such as "Purchase amount". */
  label: string;
  header: string;
  /** Rows with a value. */
  filled: number;
}

/** Where every row went: `read = purchases + returns + notSales + reversed + unpriced + excluded + dropped`. */
export interface Account {
  read: number;
  purchases: number;
  /** Lines of orders that were paid back, and lines with a negative quantity or price. */
  returns: number;
  /** Lines that never became a sale: failed, pending, cancelled, and entries such as payouts. */
  notSales: number;
  /** Purchase lines and the returns that undid them within a day, both counted. */
  reversed: number;
  /** What those purchase lines came to; null where too few customers stand behind it. */
  reversedValue: number | null;
  /** Quantity times price of the returns; zero or below. */
  returnsValue: number;
  /** Lines whose price is 0 or missing. */
  unpriced: number;
  /** Lines of products that report.yaml excludes. */
  excluded: number;
  dropped: number;
  droppedByReason: { reason: string; rows: number }[];
  /** Purchases of nobody known. */
  guestPurchases: number;
  /** Rows equal to an earlier row in every column, dropped or not. */
  duplicates: number;
}

/** A data-quality remark. Examples are the first 20; `count` counts all. */
export interface Finding {
  kind: string;
  /**
   * `warning`: what could change the headline, said on the Overview; `dropped`: a row was left out; `changed`: a value was
   * changed or left empty; `note`: something to know.
   */
  severity: "warning" | "dropped" | "changed" | "note";
  /** A sentence that says what it is, and what to do about it. */
  message: string;
  count: number;
  examples: Example[];
}

export interface Example {
  file: string;
  line: number;
  column: string;
  /** The text as it stood in the file; null where it could identify somebody. */
  value: string | null;
  reason: string;
}
