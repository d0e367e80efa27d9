import { caseKey } from "../../../dataset/clean/text.ts";

/** How a colour strikes the eye. */
export const colorTones = ["Dark", "Light", "Neutral", "Bright"] as const;
export type ColorTone = (typeof colorTones)[number];

/**
 * The tone of each colour whose name leaves little doubt, after the lightness and chroma of the CSS colour of
 * that name: low lightness is dark, high lightness light, little chroma between them neutral, the rest bright.
 */
const names: Record<ColorTone, readonly string[]> = {
  Dark: [
    "black",
    "charcoal",
    "navy",
    "navy blue",
    "dark blue",
    "maroon",
    "brown",
    "dark brown",
    "indigo",
    "burgundy",
    "dark green",
    "dark grey",
    "dark gray",
  ],
  Light: [
    "white",
    "ivory",
    "cream",
    "lavender",
    "peach",
    "pink",
    "light blue",
    "light pink",
    "mint",
    "pale blue",
    "off white",
  ],
  Neutral: ["gray", "grey", "beige", "silver", "taupe", "khaki", "olive", "tan", "sand", "stone"],
  Bright: [
    "red",
    "orange",
    "yellow",
    "turquoise",
    "green",
    "blue",
    "teal",
    "cyan",
    "magenta",
    "violet",
    "purple",
    "gold",
    "lime",
    "fuchsia",
    "coral",
  ],
};

const toneOf = new Map(colorTones.flatMap((tone) => names[tone].map((name) => [name, tone] as const)));

/** The tone of a colour by its name, in any case; null for names not in the table. */
export function colorTone(name: string): ColorTone | null {
  return toneOf.get(caseKey(name)) ?? null;
}

/** The table, for Methods. */
export const colorsByTone: Readonly<Record<ColorTone, readonly string[]>> = names;
