import { boldWeight, fontFamily } from "./theme.ts";

/** A line of text to write; `y` is its baseline. */
export interface TextMark {
  text: string;
  x: number;
  y: number;
  align: "left" | "center" | "right";
  tone: "ink" | "muted";
  bold: boolean;
  /** Whether a rim in the card's colour keeps it readable on a line. */
  rim?: boolean;
}

/** The width of that rim, in units of the drawing. */
export const rimWidth = 4;

/** Width of a text at the chart's type size. */
export type Measure = (text: string, bold?: boolean) => number;

/** The part of a canvas context that measuring needs. */
export interface MeasuringContext {
  font: string;
  measureText(text: string): { width: number };
}

/** The CSS font shorthand of chart text. */
export function font(size: number, bold: boolean): string {
  return `${bold ? boldWeight : 400} ${size}px ${fontFamily}`;
}

// What Inter's Latin file draws. Anything else falls to a font of the machine, whose widths differ from
// one build machine to the next: those characters are estimated, wide rather than narrow.
const beyondInter = /[^\u0020-\u00ff\u0131\u0152\u0153\u2000-\u206f\u20ac\u2122\u2212]/gu;
/** Nothing to see. */
const isolates = /[\u2066-\u2069]/gu;
const zeroWidth = /^\p{M}$/u;
const fullWidth =
  /^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

/**
 * Measures with the shipped font at one size; the same width on every machine. Each text is measured once: setting a
 * context's font takes longer than measuring.
 */
export function createMeasure(context: MeasuringContext, size: number): Measure {
  const widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return (text, bold = false) => {
    const kept = bold ? widths.bold : widths.regular;
    const width = kept.get(text);
    if (width !== undefined) return width;
    const measured = widthOf(text, bold);
    kept.set(text, measured);
    return measured;
  };

  function widthOf(text: string, bold: boolean): number {
    let foreign = 0;
    const known = text.replace(isolates, "").replace(beyondInter, (character) => {
      foreign += zeroWidth.test(character) ? 0 : fullWidth.test(character) ? 1.3 : 0.75;
      return "";
    });
    context.font = font(size, bold);
    return context.measureText(known).width + foreign * size;
  }
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]$/u;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The text on one line, cut with "…" where it is wider than `width`; never inside a character. */
export function truncate(text: string, width: number, measure: Measure, bold = false): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (measure(line, bold) <= width) return line;
  const parts = Array.from(graphemes.segment(line), (part) => part.segment);
  const cut = (count: number) => {
    const rest = parts.slice(0, count).join("").trimEnd();
    // A mark of direction keeps the dots at the end of text that runs from right to left.
    return rightToLeft.test(rest) ? `${rest}…\u200f` : `${rest}…`;
  };
  let fits = 0;
  let tooLong = parts.length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(cut(middle), bold) <= width) fits = middle;
    else tooLong = middle;
  }
  return cut(fits);
}

/** The text on one line, its middle left out where it is wider than `width`; never inside a character. */
function truncateMiddle(text: string, width: number, measure: Measure, bold: boolean): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const parts = Array.from(graphemes.segment(line), (part) => part.segment);
  const cut = (count: number) => {
    const head = parts.slice(0, Math.floor(count / 2));
    const tail = parts.slice(parts.length - Math.ceil(count / 2));
    return `${head.join("").trimEnd()}…${tail.join("").trimStart()}`;
  };
  let fits = 0;
  let tooLong = parts.length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(cut(middle), bold) <= width) fits = middle;
    else tooLong = middle;
  }
  return cut(fits);
}

/** Texts on one line each, cut at their end; those that would look alike lose their middle instead. */
export function truncateAll(
  texts: readonly string[],
  width: number,
  measure: Measure,
  bold = false,
): string[] {
  const cut = texts.map((text) => truncate(text, width, measure, bold));
  const times = new Map<string, Set<string>>();
  cut.forEach((text, place) => {
    times.set(text, (times.get(text) ?? new Set()).add(texts[place] ?? ""));
  });
  return cut.map((text, place) =>
    (times.get(text)?.size ?? 0) > 1 ? truncateMiddle(texts[place] ?? "", width, measure, bold) : text,
  );
}

/** Texts on up to two lines each, parted between words; what is too long for two is cut. */
export function inTwoLines(texts: readonly string[], width: number, measure: Measure): string[][] {
  const parted = texts.map((text) => {
    const line = text.replace(/\s+/gu, " ").trim();
    if (measure(line) <= width) return { first: null, rest: line };
    const words = line.split(" ");
    let used = 0;
    // The whole line does not fit, so that a word is left at the end.
    while (measure(words.slice(0, used + 1).join(" ")) <= width) used += 1;
    return used === 0
      ? { first: null, rest: line }
      : { first: words.slice(0, used).join(" "), rest: words.slice(used).join(" ") };
  });
  const rests = truncateAll(
    parted.map(({ rest }) => rest),
    width,
    measure,
  );
  return parted.map(({ first }, place) => [...(first === null ? [] : [first]), rests[place] ?? ""]);
}
