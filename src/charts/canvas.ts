import { createRequire } from "node:module";
import { GlobalFonts } from "@napi-rs/canvas";

// Measured with the font that the page ships, so that measured and shown text agree.
GlobalFonts.registerFromPath(
  createRequire(import.meta.url).resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"),
  "Inter Variable",
);

export { createCanvas, SvgExportFlag } from "@napi-rs/canvas";
