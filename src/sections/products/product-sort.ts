import type { TableRow } from "./product-table.ts";

/** What is chosen of the table. */
export interface TableChoice {
  /** Part of a name or category, in any case. */
  search: string;
  /** The place of a column. */
  column: number;
  isDescending: boolean;
  /** From 0 on. */
  page: number;
}

/** The rows that fit, in their order: equal ones keep theirs, and what has no value comes last. */
export function chosenRows(
  rows: readonly TableRow[],
  textColumns: readonly number[],
  { search, column, isDescending }: Omit<TableChoice, "page">,
): TableRow[] {
  const wanted = folded(search.trim());
  const fitting =
    wanted === ""
      ? [...rows]
      : rows.filter(({ cells }) => textColumns.some((place) => folded(cells[place] ?? "").includes(wanted)));
  const sign = isDescending ? -1 : 1;
  return fitting.sort((a, b) => {
    const [one, other] = [a.keys[column] ?? null, b.keys[column] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === "number" && typeof other === "number") return sign * (one - other);
    const [left, right] = [folded(String(one)), folded(String(other))];
    return left === right ? 0 : sign * (left < right ? -1 : 1);
  });
}

function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}
