import { describe, expect, test } from "vitest";
import { paintShareCard, type ShareCard, shareColors } from "../../src/charts/share-image.ts";

const card: ShareCard = { title: "Shopping", numbers: [], note: "All of 2024", accent: "#0b66a8" };

interface Written {
  text: string;
  x: number;
  y: number;
  bold: boolean;
  size: number;
  color: unknown;
}

/**
 * What is painted of a card: its texts, its plain and its round fields. Characters are half as wide as they are high,
 * bold ones 0.6.
 */
function painted(more: Partial<ShareCard>) {
  const texts: Written[] = [];
  const fields: unknown[][] = [];
  const boxes: { box: number[]; fill: unknown; line: unknown; width: number }[] = [];
  let path: number[] = [];
  const fontOf = (font: string) => {
    const [, weight, size] = /^(\d+) (\d+)px /.exec(font) ?? [];
    return { bold: weight === "600", size: Number(size) };
  };
  const pen = {
    font: "",
    fillStyle: "" as unknown,
    strokeStyle: "" as unknown,
    lineWidth: 0,
    measureText(text: string) {
      const { bold, size } = fontOf(this.font);
      return { width: text.length * size * (bold ? 0.6 : 0.5) };
    },
    fillRect(...field: number[]) {
      fields.push([...field, this.fillStyle]);
    },
    fillText(text: string, x: number, y: number) {
      texts.push({ text, x, y, ...fontOf(this.font), color: this.fillStyle });
    },
    beginPath() {
      path = [];
    },
    roundRect(...box: number[]) {
      path = box;
    },
    fill() {
      boxes.push({ box: path, fill: this.fillStyle, line: null, width: 0 });
    },
    stroke() {
      Object.assign(boxes.at(-1) ?? {}, { line: this.strokeStyle, width: this.lineWidth });
    },
  };
  paintShareCard(pen, { ...card, ...more });
  return { texts, fields, boxes };
}

/** The texts above the cards. */
const headOf = (more: Partial<ShareCard>) => painted(more).texts.filter(({ y }) => y < 404);
const linesOf = (title: string) =>
  headOf({ title })
    .slice(0, -1)
    .map(({ text }) => text);

const numbersOf = (...values: string[]) => values.map((value, index) => ({ name: `Name ${index}`, value }));

describe("the head of the picture", () => {
  test("should have the page's colour, and a stripe of the accent at its top", () => {
    expect(painted({}).fields).toEqual([
      [0, 0, 1200, 630, shareColors.page],
      [0, 0, 1200, 14, "#0b66a8"],
    ]);
  });

  test("should have the title in one line, and the note beneath it", () => {
    expect(headOf({})).toEqual([
      { text: "Shopping", x: 68, y: 214, bold: true, size: 76, color: shareColors.ink },
      { text: "All of 2024", x: 72, y: 276, bold: false, size: 32, color: shareColors.muted },
    ]);
  });

  test("should start higher where the title takes two lines, the note 62 beneath the second", () => {
    // 1056 units have room for 23 bold characters of 45.6.
    const [first, second, note] = headOf({ title: "Hats and coats of many colours" });
    expect([first?.text, first?.x, first?.y]).toEqual(["Hats and coats of many", 68, 150]);
    expect([second?.text, second?.x, second?.y]).toEqual(["colours", 68, 240]);
    expect([note?.text, note?.x, note?.y]).toEqual(["All of 2024", 72, 302]);
  });

  test("should break the title between words where it does not fit, and cut what needs a third line", () => {
    expect(linesOf("x".repeat(23))).toEqual(["x".repeat(23)]);
    expect(linesOf(`${"x".repeat(11)} ${"y".repeat(11)}`)).toHaveLength(1);
    expect(linesOf(`${"x".repeat(11)} ${"y".repeat(12)}`)).toEqual(["x".repeat(11), "y".repeat(12)]);
    expect(linesOf("one two three four five six seven eight nine ten eleven")).toEqual([
      "one two three four five",
      "six seven eight nine t…",
    ]);
    expect(linesOf(`${"x".repeat(30)} end`)).toEqual([`${"x".repeat(22)}…`, "end"]);
  });

  test("should cut a note that is longer than a line", () => {
    // 66 characters of 16.
    expect(headOf({ note: "n".repeat(66) }).at(-1)?.text).toBe("n".repeat(66));
    expect(headOf({ note: "n".repeat(67) }).at(-1)?.text).toBe(`${"n".repeat(65)}…`);
  });

  test("should leave out signs that the font does not draw, and texts in letters that it does not draw", () => {
    expect(linesOf("  🛒  Shop \n news 🛒 ")).toEqual(["Shop news"]);
    expect(linesOf("商店 Shop")).toEqual([""]);
  });
});

describe("the numbers of the picture", () => {
  test("should stand on cards beside each other, from margin to margin", () => {
    const { boxes, texts } = painted({ numbers: numbersOf("1", "2", "3", "4") });
    // Four cards with 20 between on 1056; their lines of 2 stay within.
    expect(boxes.map(({ box }) => box)).toEqual([72, 341, 610, 879].map((x) => [x + 1, 405, 247, 146, 18]));
    for (const { fill, line, width } of boxes)
      expect([fill, line, width]).toEqual([shareColors.card, shareColors.line, 2]);
    expect(texts.slice(2, 4)).toEqual([
      { text: "Name 0", x: 94, y: 456, bold: false, size: 25, color: shareColors.muted },
      { text: "1", x: 94, y: 518, bold: true, size: 50, color: "#0b66a8" },
    ]);
    expect(texts.slice(4).map(({ x }) => x)).toEqual([363, 363, 632, 632, 901, 901]);
  });

  test("should share the width where they are fewer, and be four at most", () => {
    expect(painted({ numbers: numbersOf("1", "2") }).boxes.map(({ box }) => box.slice(0, 3))).toEqual([
      [73, 405, 516],
      [611, 405, 516],
    ]);
    expect(painted({ numbers: numbersOf("1", "2", "3", "4", "5") }).boxes).toHaveLength(4);
    expect(painted({ numbers: numbersOf("1", "商", "3", "🛒 🛒") }).boxes).toHaveLength(2);
    expect(painted({}).boxes).toEqual([]);
  });

  test("should all be as large as the longest has room for, and be cut beneath the smallest size", () => {
    // A card of four has 205 inside: 6 bold characters of 30, 7 of 26.4, 8 of 22.8, 10 of 19.2, 13 of 15.6.
    const sized = (characters: number) =>
      painted({ numbers: numbersOf("1", "9".repeat(characters), "3", "4") }).texts.filter(
        ({ y, bold }) => y > 404 && bold,
      );
    expect([6, 7, 8, 10, 13].map((count) => sized(count).map(({ size }) => size))).toEqual(
      [50, 44, 38, 32, 26].map((size) => [size, size, size, size]),
    );
    expect(sized(13)[1]?.text).toBe("9".repeat(13));
    expect(sized(14)[1]).toMatchObject({ text: `${"9".repeat(12)}…`, size: 26 });
  });

  test("should have each its name as large as there is room, and cut beneath the smallest size", () => {
    // 16 characters of 12.5, 18 of 11, 20 of 10.
    const named = (characters: number) => {
      const [first, ...others] = numbersOf("1", "2", "3", "4");
      const numbers = [{ name: "n".repeat(characters), value: first?.value ?? "" }, ...others];
      return painted({ numbers }).texts.filter(({ y, bold }) => y > 404 && !bold);
    };
    expect([16, 17, 18, 19, 20].map((count) => named(count)[0]?.size)).toEqual([25, 22, 22, 20, 20]);
    expect(named(20)[0]?.text).toBe("n".repeat(20));
    expect(named(21)[0]).toMatchObject({ text: `${"n".repeat(19)}…`, size: 20 });
    expect(named(21)[1]).toMatchObject({ text: "Name 1", size: 25 });
  });
});
