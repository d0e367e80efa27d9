import { withoutIsolates } from "./isolates.ts";

/** null is an empty cell. */
export type CsvCell = string | number | null;

/** Rows as CSV (RFC 4180: CRLF, quotes doubled), in which no text is a formula when a spreadsheet opens it. */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

/** Text that a spreadsheet would take for a formula; some take the full-width signs too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** An apostrophe keeps text from being a formula. Numbers are numbers, whatever their sign. */
function cellText(cell: CsvCell): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const plain = withoutIsolates(cell);
  const text = formula.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
