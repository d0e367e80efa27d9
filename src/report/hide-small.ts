/**
 * Counts with those above 0 and below `minimum` hidden (null), and with them the next smallest, so that none can be
 * worked out from a total: hidden are none, or at least two that together reach the minimum, or all.
 */
export function hideSmall(counts: readonly number[], minimum: number): (number | null)[] {
  const ascending = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count || a.index - b.index);
  const hidden = new Set<number>();
  let together = 0;
  for (const { count, index } of ascending) {
    const enough =
      hidden.size === 0 ? count >= minimum : count >= minimum && hidden.size > 1 && together >= minimum;
    if (enough) break;
    hidden.add(index);
    together += count;
  }
  return counts.map((count, index) => (hidden.has(index) ? null : count));
}
