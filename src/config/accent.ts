/** The accents that every report can wear. */
export const accents = ["ocean", "emerald", "sunset", "midnight"] as const;

/** One of them by its name, or a colour of one's own as `#rrggbb`. */
export type Accent = (typeof accents)[number] | `#${string}`;

/** What stands behind text in the accent's colour, as in src/components/styles/tokens.css. */
export const grounds = { light: "#faf9f6", dark: "#181e28" } as const;

/** Of normal text on its ground, level AA (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** Contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, contrast ratio of relative luminances). */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** The colour mixed with black in the least steps of a hundredth that text on a light page needs. */
export function darkEnough(color: string): string {
  return mixedUntil(color, 0, grounds.light);
}

/** The colour mixed with white in the least steps of a hundredth that text on a dark card needs. */
export function lightEnough(color: string): string {
  return mixedUntil(color, 255, grounds.dark);
}

function mixedUntil(color: string, towards: number, ground: string): string {
  for (let part = 0; part < 1; part += 0.01) {
    const mixed = toHex(channels(color).map((channel) => channel + (towards - channel) * part));
    if (contrast(mixed, ground) >= leastContrast) return mixed;
  }
  return toHex([towards, towards, towards]);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}

function toHex(values: readonly number[]): string {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}
