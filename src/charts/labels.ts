import { softened } from "../report/words/names.ts";
import { type Measure, type TextMark, truncateAll } from "./text.ts";

// Steps that fall on the same months of every year.
const steps = [2, 3, 6, 12, 24, 36, 48];

/**
 * Labels under a row of marks: every one where all have room, cut where the marks are far enough apart
 * to leave a readable rest, and otherwise every second, third, sixth, … one, and the last.
 */
export function labelsBelow(
  labels: string[],
  xs: number[],
  y: number,
  width: number,
  measure: Measure,
): TextMark[] {
  const pitch = xs.length > 1 ? Math.abs((xs[1] ?? 0) - (xs[0] ?? 0)) : width;
  const longest = Math.max(0, ...labels.map((label) => measure(label)));
  // The edge may push the first label inwards by half its width.
  const wanted = Math.min(longest, 80) * 1.5 + 2;
  const all = longest + 8 <= pitch || pitch >= 72;
  const step = all ? 1 : (steps.find((candidate) => candidate * pitch >= wanted) ?? labels.length);
  const room = Math.min(width, step * pitch - 8);
  const short = truncateAll(labels.map(softened), room, measure);
  const place = (index: number, text = short[index] ?? ""): TextMark => {
    const x = within(xs[index] ?? 0, measure(text) / 2, width);
    return { text, x, y, align: "center", tone: "ink", bold: false };
  };
  const touching = (left: TextMark | undefined, right: TextMark) =>
    left !== undefined && left.x + measure(left.text) / 2 + 6 > right.x - measure(right.text) / 2;

  const texts: TextMark[] = [];
  for (let index = 0; index < labels.length; index += step) {
    const text = place(index);
    if (!touching(texts.at(-1), text)) texts.push(text);
  }
  if ((labels.length - 1) % step !== 0) {
    // Nothing follows the last: it is cut only where it would take half of the width.
    const whole = softened(labels.at(-1) ?? "");
    const end = place(labels.length - 1, measure(whole) < width / 2 ? whole : undefined);
    while (texts.length > 1 && touching(texts.at(-1), end)) texts.pop();
    if (!touching(texts.at(-1), end)) texts.push(end);
  }
  return texts;
}

/** The middle of a text of that half width, moved so that the text stays inside 0 to `width`. */
export function within(x: number, half: number, width: number): number {
  return Math.max(half, Math.min(width - half, x));
}
