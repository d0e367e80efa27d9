import { compareText } from "../../dataset/clean/text.ts";
import { cellAt } from "../../disclosure/cells.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { inNaturalOrder } from "../../report/natural-order.ts";
import type { CrossTable } from "../../report/report.ts";
import { sum } from "../../statistics/describe/sum.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";

const longestTable = 20;

/**
 * Categories by season: most purchased category first, seasons in the order of the year; the finest table that may be
 * published, so that of many categories it may hold the largest alone. Null without both, or where no table may be.
 *
 * @param lines as they may be counted
 * @param names of categories and seasons, by id
 */
export function seasonTable(
  lines: PurchaseLines,
  names: { category: ReadonlyMap<number, string>; season: ReadonlyMap<number, string> },
  gate: Gate,
): CrossTable | null {
  const [category, season] = [lines.traits.get("category"), lines.traits.get("season")];
  if (category === undefined || season === undefined) return null;
  const axes = [gate.axis("category", category, names.category), gate.axis("season", season, names.season)];
  const cells = gate.cells(axes, lines);
  if (cells === null || !gate.tell(axes, cells.levels, lines)) return null;
  const [categories = [], seasons = []] = cells.rungs.map((rung) =>
    rung.names.map((name, index) => ({ name, group: index + 1 })),
  );
  const count = (row: number, column: number) => cells.purchases[cellAt(cells, [row, column])] ?? 0;
  const total = (row: number) => sum(seasons.map(({ group }) => count(row, group)));
  const rows = categories
    .filter(({ group }) => total(group) > 0)
    .sort((a, b) => total(b.group) - total(a.group) || compareText(a.name, b.name))
    .slice(0, longestTable);
  const columns = inNaturalOrder(
    "season",
    seasons
      .filter(({ group }) => rows.some((row) => count(row.group, group) > 0))
      .sort((a, b) => compareText(a.name, b.name)),
  );
  if (columns.length < 2 || rows.length === 0) return null;
  return {
    rows: rows.map(({ name }) => name),
    columns: columns.map(({ name }) => name),
    counts: rows.map((row) => columns.map((column) => count(row.group, column.group))),
  };
}
