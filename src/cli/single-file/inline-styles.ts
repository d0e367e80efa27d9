/** A stylesheet as it lies in the report's folder. */
export interface Stylesheet {
  text: string;
  /** The bytes of a file that it names. */
  read: (address: string) => Buffer;
}

/**
 * Stylesheets as one text that names no other file: fonts stand in it as data, and only those parts of them of which a
 * character occurs.
 */
export function inlineStyles(sheets: readonly Stylesheet[], characters: ReadonlySet<number>): string {
  return sheets
    .map(({ text, read }) =>
      text
        .replaceAll(/@font-face\s*\{[^}]*\}/g, (face) => (isUsed(face, characters) ? face : ""))
        .replaceAll(/url\(["']?(?!data:|#)([^"')]+)["']?\)/g, (_, address: string) => {
          const type = address.endsWith(".woff2") ? "font/woff2" : "image/svg+xml";
          return `url(data:${type};base64,${read(address).toString("base64")})`;
        }),
    )
    .join("\n");
}

/** Whether one of the characters lies in a font's `unicode-range`; without one it holds them all. */
function isUsed(face: string, characters: ReadonlySet<number>): boolean {
  const ranges = /unicode-range:\s*([^;}]+)/i.exec(face)?.[1];
  if (ranges === undefined) return true;
  return ranges.split(",").some((range) => {
    const [, from = "", to = from] = /^U\+([\dA-F?]+)(?:-([\dA-F]+))?$/i.exec(range.trim()) ?? [];
    if (from === "") return true;
    const first = Number.parseInt(from.replaceAll("?", "0"), 16);
    const last = Number.parseInt(to.replaceAll("?", "F"), 16);
    for (const character of characters) if (character >= first && character <= last) return true;
    return false;
  });
}
