/** The drawing of a sparkline in a box of `sparklineSize`. */
export interface Sparkline {
  /** An SVG path: one stroke for each run of known values. */
  path: string;
  /** Where the last known value stands. */
  end: { x: number; y: number };
}

/** In CSS pixels; the dot at the end stays inside. */
export const sparklineSize = { width: 96, height: 28 };
const margin = 3;

/**
 * Values from left to right, from the lowest at the bottom to the highest on top; a null breaks the line. Null for
 * fewer than two values.
 */
export function sparkline(values: readonly (number | null)[]): Sparkline | null {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const high = Math.max(...known);
  const { width, height } = sparklineSize;
  const x = (index: number) => rounded(margin + (index / (values.length - 1)) * (width - 2 * margin));
  const y = (value: number) =>
    high === low
      ? height / 2
      : rounded(height - margin - ((value - low) / (high - low)) * (height - 2 * margin));
  let path = "";
  let end = { x: 0, y: 0 };
  values.forEach((value, index) => {
    if (value === null) return;
    end = { x: x(index), y: y(value) };
    path += `${index > 0 && values[index - 1] !== null ? "L" : "M"}${end.x} ${end.y}`;
  });
  return { path, end };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
