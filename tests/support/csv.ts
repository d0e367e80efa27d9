/** A table as CSV text: every cell that needs quotes has them. */
export function toCsv(rows: readonly (readonly string[])[], delimiter = ",", lineEnd = "\n"): string {
  const quoted = (cell: string) =>
    cell.includes(delimiter) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => row.map(quoted).join(delimiter) + lineEnd).join("");
}
