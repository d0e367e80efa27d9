/** Gives a cell of a heatmap its class: five shades of equal steps from the smallest to the largest count. */
export function heatShade(counts: readonly (readonly (number | null)[])[]): (count: number | null) => string {
  const known = counts.flat().filter((count) => count !== null);
  const least = Math.min(...known);
  const range = Math.max(...known) - least;
  return (count) => {
    if (count === null) return "heat-none";
    const step = range === 0 ? 2 : Math.min(4, Math.floor(((count - least) / range) * 5));
    return `heat-${step + 1}`;
  };
}
