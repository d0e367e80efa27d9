import type { FieldName } from "../fields/fields.ts";
import { eventMeaning, type Standing, statusMeaning } from "../fields/statuses.ts";
import { foldSpaces } from "./clean/text.ts";
import { parseYesNo } from "./clean/yes-no.ts";
import type { Findings } from "./findings.ts";
import type { RawTable } from "./raw-table.ts";

/** What a row's own words make of it. */
export interface Standings {
  of(row: number): Standing;
  /** By status column: the words that are not understood, and the rows that have them. */
  unknown: Map<string, number[]>;
  /** Whether the row is of a kind of entry that is a sale whatever its sign. */
  isSaleEntry(row: number): boolean;
  /** Whether the row is an entry of its own for money that went back. */
  isReturnEntry(row: number): boolean;
}

/** Sales, what never became one, and what went back: by status, kind of entry, marks and dates of cancelling. */
export function readStandings(table: RawTable, findings: Findings): Standings {
  const codes = (field: FieldName, meaning: (text: string, row: number) => Standing | undefined) => {
    const column = table.column(field);
    if (column === undefined) return undefined;
    const files = table.files();
    const platforms = new Set(files.map(({ platform }) => platform));
    if (platforms.size <= 1) {
      const meanings = column.texts.map((text) =>
        foldSpaces(text) === "" ? undefined : meaning(foldSpaces(text), 0),
      );
      return (row: number) => meanings[column.code(row)];
    }
    return (row: number) => {
      const text = foldSpaces(column.text(column.code(row)));
      return text === "" ? undefined : meaning(text, row);
    };
  };
  const platformOf = (row: number) => table.files().findLast(({ firstRow }) => firstRow <= row)?.platform;
  const word = (text: string, row: number) => statusMeaning(text, platformOf(row)?.statuses);
  const status = codes("status", word);
  const item = codes("itemStatus", word);
  const payment = codes("paymentStatus", word);
  const event = codes("event", eventMeaning);
  const voided = codes("voided", (text) => (isYes(text) ? "none" : "sale"));
  const returned = codes("returned", (text) => (isYes(text) ? "returned" : "sale"));
  const cancelledAt = codes("cancelledAt", (text) => (isNoDate(text) ? "sale" : "none"));
  const byLetter = cancelledByLetter(table, findings);
  const unknown = unknownWords(table, [
    ["status", status],
    ["itemStatus", item],
    ["paymentStatus", payment],
    ["event", event],
  ]);
  return {
    unknown,
    isSaleEntry: (row) => event?.(row) === "sale",
    isReturnEntry: (row) => event?.(row) === "returned",
    of(row) {
      const entry = event?.(row);
      if (entry === "none" || entry === "returned") return entry;
      const order = status?.(row);
      const line = item?.(row);
      const paid = payment?.(row);
      if (order === "returned" || line === "returned" || paid === "returned") return "returned";
      if (order === "none" || line === "none") return "none";
      // An order on its way that is still to be paid, on delivery for instance, is a sale.
      if (paid === "none" && order !== "sale" && line !== "sale") return "none";
      if (voided?.(row) === "none" || cancelledAt?.(row) === "none") return "none";
      if (returned?.(row) === "returned" || byLetter(row)) return "returned";
      return "sale";
    },
  };
}

function isYes(text: string): boolean {
  const number = Number(text);
  return Number.isFinite(number) ? number !== 0 : parseYesNo(text) === "Yes";
}

/** `0000-00-00`, 0 and no, where a date of cancelling belongs. */
function isNoDate(text: string): boolean {
  return /^[0\s:./T-]+Z?$/.test(text) || parseYesNo(text) === "No";
}

function unknownWords(
  table: RawTable,
  sources: readonly (readonly [FieldName, ((row: number) => Standing | undefined) | undefined])[],
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [field, meaning] of sources) {
    const column = table.column(field);
    if (column === undefined || meaning === undefined) continue;
    for (let row = 0; row < table.rows; row += 1) {
      if (column.code(row) === 0 || meaning(row) !== undefined) continue;
      const text = foldSpaces(column.text(column.code(row)));
      if (text === "") continue;
      const rows = found.get(text);
      if (rows === undefined) found.set(text, [row]);
      else rows.push(row);
    }
  }
  return found;
}

/**
 * Orders with a C before a number as long as the plain ones, as the Online Retail data mark cancelled invoices: only where most
 * of their lines take something back. A café may number its orders C1004.
 */
function cancelledByLetter(table: RawTable, findings: Findings): (row: number) => boolean {
  const order = table.column("order");
  const quantity = table.column("quantity");
  if (order === undefined || quantity === undefined) return () => false;
  const lengths = new Map<number, number>();
  for (const text of order.texts) {
    const plain = text.trim();
    if (/^\d+$/.test(plain)) lengths.set(plain.length, (lengths.get(plain.length) ?? 0) + 1);
  }
  const [usual] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (usual === undefined) return () => false;
  const marked = order.texts.map((text) => /^\s*C(\d+)\s*$/i.exec(text)?.[1]?.length === usual);
  if (!marked.includes(true)) return () => false;
  const negative = quantity.texts.map((text) => /^\s*(?:[-\u2212(]|.*-$)/.test(text));
  let lines = 0;
  let back = 0;
  for (let row = 0; row < table.rows; row += 1) {
    if (marked[order.code(row)] !== true) continue;
    lines += 1;
    if (negative[quantity.code(row)] === true) back += 1;
  }
  if (back * 2 < lines) return () => false;
  findings.note(
    "cancelled-by-letter",
    `Orders whose number begins with C were taken for cancelled: most of their lines have a quantity below zero.`,
    lines,
  );
  return (row) => marked[order.code(row)] === true;
}
