import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { accents, contrast, grounds } from "../../../src/config/accent.ts";

const css = readFileSync(new URL("../../../src/components/styles/tokens.css", import.meta.url), "utf8");
const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];

/** The colours of a theme under an accent, by the name of their variable. */
function colorsOf(theme: Theme, accent: string): ReadonlyMap<string, string> {
  const colors = new Map<string, string>();
  for (const block of [":root {", `:root[data-accent="${accent}"] {`]) {
    const start = css.indexOf(block);
    if (start < 0) continue;
    const rules = css.slice(start, css.indexOf("}", start));
    for (const [, name = "", light = "", dark = ""] of rules.matchAll(
      /--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g,
    )) {
      colors.set(name, theme === "light" ? light : dark);
    }
  }
  return colors;
}

/** What a colour looks like to somebody without one kind of cone (Machado, Oliveira, Fernandes 2009, severity 1). */
const visions: Record<string, readonly (readonly [number, number, number])[]> = {
  "all cones": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The distance of two colours as seen: CIE 1976 ΔE in L*a*b* (D65); 2.3 is just noticeable. */
function difference(one: string, other: string, vision: string): number {
  const [a, b] = [lab(one, vision), lab(other, vision)];
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}

function lab(color: string, vision: string): number[] {
  const linear = [1, 3, 5].map((start) => {
    const part = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const dot = (row: readonly number[], of: readonly number[]) =>
    row.reduce((all, factor, index) => all + factor * (of[index] ?? 0), 0);
  const seen = (visions[vision] ?? []).map((row) => Math.min(1, Math.max(0, dot(row, linear))));
  const [x = 0, y = 0, z = 0] = [
    [0.4124, 0.3576, 0.1805],
    [0.2126, 0.7152, 0.0722],
    [0.0193, 0.1192, 0.9505],
  ].map((row, index) => {
    const part = dot(row, seen) / ([0.9505, 1, 1.089][index] ?? 1);
    return part > 216 / 24389 ? Math.cbrt(part) : (841 / 108) * part + 4 / 29;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const marks = ["accent", "chart-second", "chart-third", "chart-fourth", "chart-quiet"];

describe.each(accents)("the palette under %s", (accent) => {
  describe.each(themes)("in %s", (theme) => {
    const colors = colorsOf(theme, accent);
    const color = (name: string) => colors.get(name) ?? "no such colour";

    test("should have text that can be read on the page and on cards (4.5 to 1)", () => {
      for (const text of ["ink", "muted", "good", "warn", "accent"]) {
        for (const ground of ["bg", "card"]) {
          expect(contrast(color(text), color(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    });

    test("should have marks that stand out from cards (3 to 1)", () => {
      for (const mark of marks) {
        expect(contrast(color(mark), color("card")), mark).toBeGreaterThanOrEqual(3);
      }
    });

    test.each(Object.keys(visions))("should have marks that can be told apart with %s", (vision) => {
      const pairs = marks.flatMap((one, index) =>
        marks.slice(index + 1).map((other) => [one, other] as const),
      );
      for (const [one, other] of pairs) {
        expect(difference(color(one), color(other), vision), `${one} and ${other}`).toBeGreaterThan(12);
      }
    });
  });
});

test("the grounds against which an own accent is checked are those of the page", () => {
  expect(grounds).toEqual({
    light: colorsOf("light", "ocean").get("bg"),
    dark: colorsOf("dark", "ocean").get("card"),
  });
});
