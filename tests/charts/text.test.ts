import { expect, test } from "vitest";
import { createMeasure, truncate } from "../../src/charts/text.ts";

// A font in which every character is half as wide as it is high.
const measure = createMeasure({ font: "", measureText: (text: string) => ({ width: text.length * 5 }) }, 10);

test("Text that fits is left as it is", () => {
  expect(truncate("Clothing", 40, measure)).toBe("Clothing");
});

test("Text that is too long ends with an ellipsis inside its room", () => {
  const cut = truncate("Clothing and accessories", 60, measure);
  expect(cut).toBe("Clothing an…");
  expect(measure(cut)).toBeLessThanOrEqual(60);
});

test("A family of emoji is never cut apart", () => {
  expect(truncate("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 140, measure)).toMatch(/^(?:👩‍👩‍👧‍👦)*…$/u);
});

test("Each text is measured once", () => {
  const asked: string[] = [];
  const once = createMeasure(
    {
      font: "",
      measureText(text: string) {
        asked.push(`${this.font.slice(0, 3)} ${text}`);
        return { width: text.length };
      },
    },
    10,
  );
  expect([once("Hat"), once("Hat", true), once("Hat"), once("Coat"), once("Hat", true)]).toEqual([
    3, 3, 3, 4, 3,
  ]);
  expect(asked).toEqual(["400 Hat", "600 Hat", "400 Coat"]);
});

test("Line breaks and runs of blanks become one blank", () => {
  expect(truncate(" a\n\t b ", 100, measure)).toBe("a b");
});

test("Text from right to left keeps the ellipsis at its end by a mark of direction", () => {
  expect(truncate("שלוםעולם", 40, measure)).toMatch(/…\u200f$/u);
});

test("Characters that the shipped font lacks are estimated, not measured with a font of the machine", () => {
  expect(measure("日本")).toBe(26);
  expect(measure("ж")).toBe(7.5);
});
