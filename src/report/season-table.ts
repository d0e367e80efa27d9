import type { seasonCategory } from "../analysis/season-category.ts";
import { compareText } from "../dataset/clean/text.ts";
import { inNaturalOrder } from "./natural-order.ts";
import type { CrossTable } from "./report.ts";

type Cells = ReturnType<typeof seasonCategory>;

/**
 * Categories by season: most purchased category first, seasons in the order of the year; null without both.
 * A category or season with nothing to show for too few customers is left out.
 */
export function seasonTable(cells: Cells, minimum: number): CrossTable | null {
  const seasons = inNaturalOrder(
    "season",
    unique(cells.map(({ season }) => season))
      .sort()
      .map((name) => ({ name })),
  ).map(({ name }) => name);
  const total = (category: string) =>
    cells.filter((cell) => cell.category === category).reduce((all, cell) => all + cell.purchases, 0);
  const categories = unique(cells.map(({ category }) => category))
    .sort((a, b) => total(b) - total(a) || compareText(a, b))
    .slice(0, 20);
  const hidden = hiddenCells(
    cells.filter(({ category }) => categories.includes(category)),
    minimum,
  );
  const count = (category: string, season: string) => {
    const cell = cells.find((candidate) => candidate.season === season && candidate.category === category);
    if (cell === undefined) return 0;
    return hidden.has(cell) ? null : cell.purchases;
  };
  const rows = categories.filter((category) => seasons.some((season) => count(category, season)));
  const columns = seasons.filter((season) => rows.some((category) => count(category, season)));
  if (columns.length < 2 || rows.length === 0) return null;
  return { rows, columns, counts: rows.map((category) => columns.map((season) => count(category, season))) };
}

/**
 * The cells of too few customers, and with them the next smallest of their row and column until no hidden
 * cell can be worked out from a total: each row and column hides none, or at least two of together enough
 * customers, or all it has.
 */
function hiddenCells(cells: Cells, minimum: number): ReadonlySet<Cells[number]> {
  const ascending = [...cells].sort(
    (a, b) =>
      a.customers - b.customers || compareText(a.category, b.category) || compareText(a.season, b.season),
  );
  const hidden = new Set(ascending.filter(({ customers }) => customers < minimum));
  const lines = (["category", "season"] as const).flatMap((side) =>
    unique(cells.map((cell) => cell[side])).map((name) => ascending.filter((cell) => cell[side] === name)),
  );
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const line of lines) {
      const within = line.filter((cell) => hidden.has(cell));
      const customers = within.reduce((all, cell) => all + cell.customers, 0);
      if (within.length === 0 || (within.length > 1 && customers >= minimum)) continue;
      const open = line.filter((cell) => !hidden.has(cell));
      const next =
        open.find((cell) => lines.every((other) => other.length > 1 || !other.includes(cell))) ?? open[0];
      if (next !== undefined) hidden.add(next);
    }
  }
  return hidden;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
