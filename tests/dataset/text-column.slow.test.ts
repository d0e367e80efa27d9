import fc from "fast-check";
import { expect, test } from "vitest";
import { TextColumn } from "../../src/dataset/text-column.ts";

test("should give back every row's text and keep each text once, however it grows", () => {
  const text = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.string({ minLength: 13, unit: "binary" }),
    fc.constant(""),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 50 }), (texts) => {
      const column = new TextColumn(2);
      let capacity = 2;
      texts.forEach((each, row) => {
        if (row === capacity) {
          capacity *= 2;
          column.grow(capacity);
        }
        column.set(row, each);
      });
      expect(texts.map((_, row) => column.text(column.code(row)))).toEqual(texts);
      expect(column.texts.length).toBe(new Set(["", ...texts]).size);
    }),
  );
});

test("should take rows never set for empty", () => {
  expect(new TextColumn(4).text(new TextColumn(4).code(3))).toBe("");
});
