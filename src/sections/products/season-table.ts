import { compareText } from "../../dataset/clean/text.ts";
import { atLeast, type Cell, withhold } from "../../disclosure/withhold.ts";
import { inNaturalOrder } from "../../report/natural-order.ts";
import type { CrossTable } from "../../report/report.ts";
import type { SeasonCategoryCell } from "./season-category.ts";

/** What is known of a category and a season, or of purchases that lack one of them. */
interface SeasonCell extends Cell {
  column: string;
  purchases: number;
  who: ReadonlySet<number>;
}

const longestTable = 20;

/**
 * Categories by season: most purchased category first, seasons in the order of the year; null without both.
 * Cells of too few customers are hidden, and others so that no total tells them; a category or season with
 * nothing to show is left out. `isNamed` tells of a category or season whether it may be named.
 */
export function seasonTable(
  cells: readonly SeasonCategoryCell[],
  minimum: number,
  isNamed: (field: "category" | "season", name: string) => boolean = () => true,
): CrossTable | null {
  const seasons = inNaturalOrder(
    "season",
    unique(cells.flatMap(({ season }) => season ?? []))
      .sort()
      .map((name) => ({ name })),
  ).map(({ name }) => name);
  const total = (category: string) =>
    cells.filter((cell) => cell.category === category).reduce((all, cell) => all + cell.purchases, 0);
  const categories = unique(cells.flatMap(({ category }) => category ?? []))
    .sort((a, b) => total(b) - total(a) || compareText(a, b))
    .slice(0, longestTable);
  const isListed = ({ category, season }: SeasonCategoryCell) =>
    category !== null &&
    season !== null &&
    categories.includes(category) &&
    isNamed("category", category) &&
    isNamed("season", season);
  const known = cells.map((cell): SeasonCell => {
    const listed = isListed(cell);
    // What is not shown hides more where a guest's purchase is taken for a person of its own.
    const persons = Math.max(1, listed ? cell.customers : cell.customers + cell.guests);
    const [row, column] = [JSON.stringify(cell.category), JSON.stringify(cell.season)];
    return { row, column, persons, purchases: cell.purchases, listed, who: cell.who ?? new Set() };
  });
  const hidden = withhold(known, minimum, { together, first: inOrder });
  const count = (category: string, season: string) => {
    const [row, column] = [JSON.stringify(category), JSON.stringify(season)];
    const cell = known.find((candidate) => candidate.row === row && candidate.column === column);
    if (cell === undefined) return 0;
    return hidden.has(cell) ? null : cell.purchases;
  };
  const rows = categories.filter((category) => seasons.some((season) => count(category, season)));
  const columns = seasons.filter((season) => rows.some((category) => count(category, season)));
  if (columns.length < 2 || rows.length === 0) return null;
  return { rows, columns, counts: rows.map((category) => columns.map((season) => count(category, season))) };
}

/** Different customers of some cells, at least: who is known by id counts once. */
function together(cells: readonly SeasonCell[]): number {
  return Math.max(atLeast(cells), new Set(cells.flatMap(({ who }) => [...who])).size);
}

/** Fewest customers first; of equals by name, so that the order of the rows does not decide. */
function inOrder(a: SeasonCell, b: SeasonCell): number {
  return a.persons - b.persons || compareText(a.row, b.row) || compareText(a.column, b.column);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
