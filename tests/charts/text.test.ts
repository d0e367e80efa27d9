import { expect, test } from "vitest";
import { createMeasure, inTwoLines, truncate, truncateAll } from "../../src/charts/text.ts";

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

test("The ellipsis stands at the word before it", () => {
  // Nine characters and the ellipsis have room, and the ninth is a blank.
  expect(truncate("Clothing and accessories", 50, measure)).toBe("Clothing…");
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
  // A mark above a letter has no width of its own.
  expect(measure("e\u0301")).toBe(5);
});

test("Texts that would be cut to the same lose their middle", () => {
  const parts = ["A rather long label, part 1", "A rather long label, part 2", "Short"];
  expect(truncateAll(parts, 80, measure)).toEqual(["A rathe…, part 1", "A rathe…, part 2", "Short"]);
  expect(truncateAll(["Clothing and accessories", "Shoes"], 60, measure)).toEqual(["Clothing an…", "Shoes"]);
});

test("Texts that lose their middle lose the blanks around it as well, and runs of blanks", () => {
  const sizes = ["Clothing and shoes, size 10", " Clothing \n and shoes,  size 20 "];
  // Seven characters have room: of "Clo", the ellipsis and " 10" the blank goes, and no other would fit.
  expect(truncateAll(sizes, 35, measure)).toEqual(["Clo…10", "Clo…20"]);
  const blanks = sizes.map((size) => `  ${size.replace("Clothing", "Clothing  ")} `);
  expect(truncateAll(blanks, 80, measure)).toEqual(["Clothing…size 10", "Clothing…size 20"]);
  const within = sizes.map((size) => size.replace("size ", "size  "));
  expect(truncateAll(within, 80, measure)).toEqual(["Clothing…size 10", "Clothing…size 20"]);
});

test("Of texts for which there is no room the ellipsis stays", () => {
  expect(truncateAll(["One label", "One level"], 3, measure)).toEqual(["…", "…"]);
});

test("Texts are measured as they are written, bold or not", () => {
  const wider = (text: string, bold = false) => text.length * (bold ? 10 : 5);
  expect(truncate("Clothing", 40, wider)).toBe("Clothing");
  expect(truncateAll(["Clothing"], 40, wider)).toEqual(["Clothing"]);
  expect(truncateAll(["Clothing"], 40, wider, true)).toEqual(["Clo…"]);
});

test("Names of two lines have one blank between their words", () => {
  expect(inTwoLines([" Wool\n\tcoat  in navy "], 50, measure)).toEqual([["Wool coat", "in navy"]]);
});

test("Names are parted only where they do not fit, and lines may take all of their room", () => {
  expect(inTwoLines(["Wool coat"], 45, measure)).toEqual([["Wool coat"]]);
  expect(inTwoLines(["Wool coat in navy"], 45, measure)).toEqual([["Wool coat", "in navy"]]);
});

test("Names too long for a line are parted between words, and cut where two lines are too short", () => {
  expect(inTwoLines(["Wool coat in navy", "Hat"], 50, measure)).toEqual([["Wool coat", "in navy"], ["Hat"]]);
  expect(
    inTwoLines(["A label so long that it ends in 1", "A label so long that it ends in 2"], 60, measure),
  ).toEqual([
    ["A label so", "long…s in 1"],
    ["A label so", "long…s in 2"],
  ]);
  expect(inTwoLines(["Donaudampfschifffahrt"], 50, measure)).toEqual([["Donaudamp…"]]);
});
