import { bake } from "./bake.ts";
import type { FigureSpec } from "./spec.ts";
import type { ChartSize } from "./theme.ts";

/** Draws a spec in a size. */
type Draw = (spec: FigureSpec, size: ChartSize) => string;

/** Draws each distinct spec once a size: a figure stands on its page, in the document and as an embed. */
export function keepDrawings(draw: Draw): Draw {
  const kept = new Map<string, string>();
  return (spec, size) => {
    const key = `${size} ${JSON.stringify(spec)}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const drawn = draw(spec, size);
    kept.set(key, drawn);
    return drawn;
  };
}

/** `bake`, each distinct drawing once a process. */
export const baked = keepDrawings(bake);
