import { type Accent, lightEnough } from "../config/accent.ts";

/** The value of `data-accent` that stands for a report's accent. */
export function accentName(accent: Accent): string {
  return accent.startsWith("#") ? "own" : accent;
}

/**
 * A style sheet that gives a report its own colour, lightened for the dark as far as text needs; null for the accents
 * that the styles know.
 */
export function accentStyles(accent: Accent): string | null {
  return accent.startsWith("#")
    ? `:root[data-accent="own"]{--accent:light-dark(${accent},${lightEnough(accent)})}\n`
    : null;
}
