/** Gives a cell of a heatmap its class: five shades of equal steps from zero to the largest count. */
export function heatShade(counts: readonly (readonly (number | null)[])[]): (count: number | null) => string {
  const largest = Math.max(0, ...counts.flat().filter((count) => count !== null));
  return (count) => {
    if (count === null) return "heat-none";
    const step = largest === 0 ? 0 : Math.min(4, Math.floor((count / largest) * 5));
    return `heat-${step + 1}`;
  };
}
