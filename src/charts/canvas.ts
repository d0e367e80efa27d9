import { createRequire } from "node:module";
import { GlobalFonts } from "@napi-rs/canvas";

/** The files of the font that pages ship, by what they draw. */
const parts = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese"];

const { resolve } = createRequire(import.meta.url);
for (const part of parts) {
  const file = resolve(`@fontsource-variable/inter/files/inter-${part}-wght-normal.woff2`);
  // Under one name Skia would know the last file alone.
  GlobalFonts.registerFromPath(file, part === "latin" ? "Inter Variable" : `Inter ${part}`);
}

/** The families of all of them, as a list for CSS: measured and drawn text agree with the page's. */
export const shippedFonts = parts
  .map((part) => (part === "latin" ? "'Inter Variable'" : `'Inter ${part}'`))
  .join(", ");

export { createCanvas, SvgExportFlag } from "@napi-rs/canvas";
