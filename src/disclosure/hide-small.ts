import { withhold } from "./withhold.ts";

/**
 * Counts of persons in a list with a known total: those above 0 and below `minimum` are hidden (null), and with them
 * the next smallest, so that none can be worked out. Hidden are none, or at least two that together reach the minimum,
 * or all.
 */
export function hideSmall(counts: readonly number[], minimum: number): (number | null)[] {
  const cells = counts.map((persons) => ({ persons, row: "" }));
  const hidden = withhold(cells, minimum);
  return cells.map((cell) => (hidden.has(cell) ? null : cell.persons));
}
