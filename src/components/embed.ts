import { escapeXml } from "../charts/svg.ts";
import { sizes } from "../charts/theme.ts";

/** Width of the frame that the snippet makes, in CSS pixels. */
const frameWidth = 600;

/** Around the drawing: padding, and the line that says where it is from. */
const around = { sides: 48, above: 24, below: 76 };
const line = { title: 26, caption: 23, letters: 68 };

/** The path of a figure's page without chrome, within the site. */
export function embedPath(id: string): string {
  return `embed/${id}/`;
}

/**
 * The height in CSS pixels that a figure needs in its frame.
 *
 * @param drawing height of the wide drawing in its own units; of a table, in pixels
 */
export function embedHeight({
  title,
  caption,
  drawing,
}: {
  title: string;
  caption: string;
  drawing: { units: number } | { pixels: number };
}): number {
  const scale = (frameWidth - around.sides) / sizes.wide.width;
  const tall = "units" in drawing ? drawing.units * scale : drawing.pixels;
  const linesOf = (text: string) => Math.ceil(text.length / line.letters);
  const words = linesOf(title) * line.title + linesOf(caption) * line.caption;
  return Math.ceil((around.above + words + tall + around.below) / 10) * 10;
}

/** What shows a figure in another page. */
export function embedSnippet(frame: { address: string; title: string; height: number }): string {
  const attributes = { src: frame.address, title: frame.title, width: frameWidth, height: frame.height };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(String(value))}"`);
  return `<iframe ${written.join(" ")} loading="lazy"></iframe>`;
}
