import type { seasonCategory } from "../analysis/season-category.ts";
import { compareText } from "../dataset/clean/text.ts";
import { inNaturalOrder } from "./natural-order.ts";
import type { CrossTable } from "./report.ts";

/** Categories by season: most purchased category first, seasons in the order of the year; null without both. */
export function seasonTable(cells: ReturnType<typeof seasonCategory>, minimum: number): CrossTable | null {
  const seasons = inNaturalOrder("season", unique(cells.map(({ season }) => season)).sort().map((name) => ({ name })));
  const total = (category: string) =>
    cells.filter((cell) => cell.category === category).reduce((all, cell) => all + cell.purchases, 0);
  const categories = unique(cells.map(({ category }) => category)).sort((a, b) => total(b) - total(a) || compareText(a, b)).slice(0, 20);
  if (seasons.length < 2 || categories.length === 0) return null;
  const counts = categories.map((category) =>
    seasons.map(({ name }) => {
      const cell = cells.find((candidate) => candidate.season === name && candidate.category === category);
      if (cell === undefined) return 0;
      return cell.customers < minimum ? null : cell.purchases;
    }),
  );
  return counts.flat().every((count) => count === null || count === 0) ? null : { rows: categories, columns: seasons.map(({ name }) => name), counts };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
