import type { Report } from "../report/report.ts";
import { createCanvas, shippedFonts } from "./canvas.ts";
import { createMeasure, type Measure, type MeasuringContext, truncate } from "./text.ts";
import { boldWeight } from "./theme.ts";

/** What a link to a report shows before it is opened. */
export interface ShareCard {
  title: string;
  /** Up to four; more are left out. */
  numbers: { name: string; value: string }[];
  /** What the numbers stand on, in one line. */
  note: string;
  /** The report's accent on a light page, `#rrggbb`. */
  accent: string;
}

/** Size of the picture in pixels: what Open Graph's readers show whole. */
export const shareSize = { width: 1200, height: 630 } as const;

/** The light page's colours, as in src/components/styles/tokens.css. */
export const shareColors = {
  page: "#faf9f6",
  card: "#ffffff",
  ink: "#1b2230",
  muted: "#566071",
  line: "#e0ddd5",
};

const accentColors: Record<string, string> = {
  ocean: "#0b66a8",
  emerald: "#0b7a5a",
  sunset: "#b0441c",
  midnight: "#4f5bd5",
};

/** A report's accent on a light page, `#rrggbb`, as in src/components/styles/tokens.css. */
export function accentColor(accent: Report["accent"]): string {
  return accentColors[accent] ?? accent;
}

const margin = 72;
const inner = shareSize.width - 2 * margin;
const titleType = 76;
const titleLines = 2;
const cards = { top: 404, height: 148, gap: 20, padding: 22 };

/** What none of the shipped font's files draws: Latin, Greek, Cyrillic, punctuation and currencies they do. */
const foreign =
  /[^\u0020-\u007e\u00a0-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff\u2002-\u200a\u2010-\u2027\u202f-\u205e\u20a0-\u20c0\u2116\u2122\u2212]/gu;

/**
 * A text in one line as far as the shipped font draws it: signs are left out, and a text with letters of another
 * script is empty. A font of the machine would make the picture another one on another machine, or draw boxes.
 */
function drawable(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const left = line.match(foreign) ?? [];
  return left.some((character) => /[\p{L}\p{N}]/u.test(character)) ? "" : line.replace(foreign, "").trim();
}

/** The part of a canvas context that the picture needs. */
interface CardPen extends MeasuringContext {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  beginPath(): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  fill(): void;
  stroke(): void;
}

/** The picture of a report as PNG. The same card gives the same bytes. */
export function shareImage(card: ShareCard): Uint8Array {
  const canvas = createCanvas(shareSize.width, shareSize.height);
  paintShareCard(canvas.getContext("2d"), card);
  return canvas.toBuffer("image/png");
}

/** Paints the picture of a report on a field of `shareSize`. */
export function paintShareCard(context: CardPen, { title, numbers, note, accent }: ShareCard): void {
  const measures = new Map<number, Measure>();
  const measured = (size: number) => {
    const measure = measures.get(size) ?? createMeasure(context, size);
    measures.set(size, measure);
    return measure;
  };
  const write = (text: string, x: number, y: number, size: number, color: string, bold = false) => {
    context.font = `${bold ? boldWeight : 400} ${size}px ${shippedFonts}`;
    context.fillStyle = color;
    context.fillText(text, x, y);
  };

  context.fillStyle = shareColors.page;
  context.fillRect(0, 0, shareSize.width, shareSize.height);
  context.fillStyle = accent;
  context.fillRect(0, 0, shareSize.width, 14);

  const lines = inLines(drawable(title), (line) => measured(titleType)(line, true) <= inner);
  const shown = lines
    .slice(0, titleLines)
    // The last line holds the rest, to be cut.
    .map((line, index) => (index === titleLines - 1 ? lines.slice(index).join(" ") : line));
  const titleTop = lines.length > 1 ? 150 : 214;
  shown.forEach((line, index) => {
    const cut = truncate(line, inner, measured(titleType), true);
    write(cut, margin - 4, titleTop + index * 90, titleType, shareColors.ink, true);
  });
  const noteTop = titleTop + (shown.length - 1) * 90 + 62;
  write(truncate(drawable(note), inner, measured(32)), margin, noteTop, 32, shareColors.muted);

  const four = numbers
    .map(({ name, value }) => ({ name: drawable(name), value: drawable(value) }))
    .filter(({ value }) => value !== "")
    .slice(0, 4);
  const width = (inner - (four.length - 1) * cards.gap) / Math.max(1, four.length);
  const room = width - 2 * cards.padding;
  const size = largest([50, 44, 38, 32, 26], (type) =>
    four.every(({ value }) => measured(type)(value, true) <= room),
  );
  four.forEach(({ name, value }, index) => {
    const x = margin + index * (width + cards.gap);
    context.beginPath();
    context.roundRect(x + 1, cards.top + 1, width - 2, cards.height - 2, 18);
    context.fillStyle = shareColors.card;
    context.fill();
    context.strokeStyle = shareColors.line;
    context.lineWidth = 2;
    context.stroke();
    const small = largest([25, 22, 20], (type) => measured(type)(name) <= room);
    write(truncate(name, room, measured(small)), x + cards.padding, cards.top + 52, small, shareColors.muted);
    const number = truncate(value, room, measured(size), true);
    write(number, x + cards.padding, cards.top + 114, size, accent, true);
  });
}

/** A text in as many lines as it needs, broken between words; a word that does not fit has a line of its own. */
function inLines(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/u)) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (fits(longer)) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}

/** The first size that fits, or the last. */
function largest(sizes: readonly number[], fits: (size: number) => boolean): number {
  return sizes.find(fits) ?? sizes.at(-1) ?? 0;
}
