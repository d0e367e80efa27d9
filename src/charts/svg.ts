import type { Cloud } from "./cloud.ts";
import { rimWidth, type TextMark } from "./text.ts";
import { boldWeight, markRadius, paintVariables } from "./theme.ts";

/** Text as it stands in XML content or an attribute; characters that XML does not know are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, "")
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;");
}

const anchors = { left: "", center: ' text-anchor="middle"', right: ' text-anchor="end"' };

/** One line of text as an SVG element. */
export function textElement({ text, x, y, align, tone, bold, rim = false }: TextMark): string {
  const weight = bold ? ` font-weight="${boldWeight}"` : "";
  const fill = tone === "muted" ? ` fill="var(${paintVariables.muted})"` : "";
  const around = rim
    ? ` stroke="var(${paintVariables.card})" stroke-width="${rimWidth}" stroke-linejoin="round" paint-order="stroke"`
    : "";
  return `<text x="${short(x)}" y="${short(y)}"${anchors[align]}${weight}${fill}${around}>${escapeXml(text)}</text>`;
}

/** A cloud as one path: strokes of no length, whose caps are the marks. */
export function cloudElement({ mark, role, size, opacity, places }: Cloud): string {
  const path = places.map(({ x, y }) => `M${short(x)} ${short(y)}h0`).join("");
  const cap = mark === "dot" ? "round" : "square";
  const see = opacity < 1 ? ` stroke-opacity="${opacity}"` : "";
  return `<path d="${path}" stroke="var(${paintVariables[role]})" stroke-width="${size}" stroke-linecap="${cap}"${see}/>`;
}

/** The height of a drawing of ours, in its own units. */
export function heightOf(svg: string): number {
  return Number(/ viewBox="0 0 \S+ (\S+)"/u.exec(svg)?.[1] ?? 0);
}

/**
 * The shapes of an SVG that Skia wrote: colours replaced, numbers short, and rounded rectangles and points,
 * which Skia writes as paths of kilobytes, as `<rect>` again.
 */
export function shapesOf(svg: string, colors: ReadonlyMap<string, string>): string {
  return (
    svg
      .replace(/^.*?<svg[^>]*>|<\/svg>\s*$/gsu, "")
      .replace(/<rect fill-opacity="0"[^>]*\/>/gu, "")
      .replace(/<path fill="(#[0-9A-F]{6})" d="([^"]*Q[^"]*)"\/>/gu, (_match, fill: string, path: string) =>
        rectangle(fill, path),
      )
      // An outline of a point: of all that is stroked only that is round and has no straight part.
      .replace(
        /<path fill="none" stroke="(#[0-9A-F]{6})" stroke-width="(\S+)"[^>]* d="(M[^"HLV]*Q[^"HLV]*)"\/>/gu,
        (_match, stroke: string, width: string, path: string) =>
          rectangle("none", path).replace("/>", ` stroke="${stroke}" stroke-width="${width}"/>`),
      )
      .replace(/\b(d|x|y|width|height|rx)="([^"]*)"/gu, (_match, name: string, numbers: string) => {
        const rounded = numbers.replace(/-?\d+\.\d+/gu, (number) => short(Number(number)));
        return `${name}="${rounded}"`;
      })
      .replace(/"(#[0-9A-F]{6})"/gu, (_match, color: string) => `"${colors.get(color) ?? color}"`)
  );
}

/** The rectangle that a path of a rounded one encloses; a path without a straight line is a point. */
function rectangle(fill: string, path: string): string {
  const numbers = Array.from(path.matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?/gu), ([number]) => Number(number));
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y];
  const round = !/[HLV]/u.test(path);
  const radius = Math.min(round ? width : markRadius, width / 2, height / 2);
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
}

function short(number: number): string {
  return String(Math.round(number * 10) / 10 || 0);
}
