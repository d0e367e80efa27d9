import { gzipSync } from "node:zlib";

/** The kinds of files in a built report. */
export type Kind = "pages" | "scripts" | "styles" | "fonts" | "data" | "pictures" | "other";

/** Bytes of a kind, gzipped: of all files, and of the largest. */
export type Weights = Partial<Record<Kind, { files: number; sum: number; largest: number }>>;

const kinds: Readonly<Record<string, Kind>> = {
  ".html": "pages",
  ".js": "scripts",
  ".css": "styles",
  ".woff2": "fonts",
  ".json": "data",
  ".csv": "data",
  ".svg": "pictures",
  ".png": "pictures",
};

const KB = 1024;

/** What the sample's report may weigh. */
export const bounds: Readonly<Partial<Record<Kind, { sum?: number; largest: number }>>> = {
  pages: { largest: 40 * KB },
  scripts: { sum: 120 * KB, largest: 75 * KB },
  styles: { sum: 16 * KB, largest: 8 * KB },
  fonts: { sum: 230 * KB, largest: 90 * KB },
  data: { sum: 200 * KB, largest: 80 * KB },
};

/** The kind of a file by its ending, such as `.js`. */
export function kindOf(ending: string): Kind {
  return kinds[ending] ?? "other";
}

/** Bytes of a file as a server sends it; fonts and PNG are compressed already. */
export function weightOf(content: Uint8Array): number {
  return Math.min(content.length, gzipSync(content, { level: 9 }).length);
}

/** A line for each bound that is passed over, or that nothing was held against. */
export function overweight(weights: Weights): string[] {
  return Object.entries(bounds).flatMap(([kind, { sum, largest }]) => {
    const found = Object.entries(weights).find(([name]) => name === kind)?.[1];
    if (found === undefined) return [`${kind}: there are none; is this a built report?`];
    return [
      ...(sum !== undefined && found.sum > sum
        ? [`${kind}: ${found.sum} bytes together, at most ${sum} may be`]
        : []),
      ...(found.largest > largest
        ? [`${kind}: the largest has ${found.largest} bytes, at most ${largest} may be`]
        : []),
    ];
  });
}
