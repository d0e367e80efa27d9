import { describe, expect, test } from "vitest";
import { createCanvas } from "../../src/charts/canvas.ts";
import { type Cloud, markWidth, paintCloud } from "../../src/charts/cloud.ts";

/** The opacity at places of a field of 100 by 100 on which a cloud is painted red, 0 to 255. */
function painted(cloud: Partial<Cloud>) {
  const context = createCanvas(100, 100).getContext("2d");
  context.globalAlpha = 0.9;
  context.fillStyle = "#0000ff";
  const marks = { mark: "dot", role: "accent", size: 20, opacity: 1, places: [{ x: 50, y: 50 }] } as const;
  paintCloud(context, { ...marks, places: [...marks.places], ...cloud }, "#ff0000");
  const at = (x: number, y: number) => Array.from(context.getImageData(x, y, 1, 1).data);
  return { context, color: at, opacity: (x: number, y: number) => at(x, y)[3] };
}

describe("paintCloud", () => {
  test("should paint dots around their places", () => {
    const { color, opacity } = painted({});
    expect(color(50, 50)).toEqual([255, 0, 0, 255]);
    expect([opacity(42, 50), opacity(57, 50), opacity(50, 42), opacity(50, 57)]).toEqual([
      255, 255, 255, 255,
    ]);
    expect([opacity(38, 50), opacity(61, 50), opacity(50, 38), opacity(50, 61)]).toEqual([0, 0, 0, 0]);
    // The corner of the square around it.
    expect(opacity(42, 42)).toBe(0);
  });

  test("should paint squares around their places", () => {
    const { opacity } = painted({ mark: "square" });
    for (const x of [40, 59]) for (const y of [40, 59]) expect(opacity(x, y)).toBe(255);
    expect([opacity(38, 50), opacity(61, 50), opacity(50, 38), opacity(50, 61)]).toEqual([0, 0, 0, 0]);
  });

  test.each(["dot", "square"] as const)(
    "should be no darker where a %s overlaps another, nor join them",
    (mark) => {
      const places = [
        { x: 20, y: 20 },
        { x: 26, y: 20 },
        { x: 80, y: 80 },
      ];
      const { opacity } = painted({ mark, places, opacity: 0.4 });
      expect(opacity(23, 20)).toBe(102);
      expect(opacity(16, 20)).toBe(102);
      expect(opacity(80, 80)).toBe(102);
      expect(opacity(50, 50)).toBe(0);
    },
  );

  test("should leave alone what was painted before", () => {
    const { context, color } = painted({ places: [{ x: 20, y: 20 }] });
    const places = [{ x: 80, y: 80 }];
    paintCloud(context, { mark: "dot", role: "second", size: 20, opacity: 1, places }, "#00ff00");
    expect([color(20, 20), color(80, 80)]).toEqual([
      [255, 0, 0, 255],
      [0, 255, 0, 255],
    ]);
  });

  test("should leave the pen as it was", () => {
    const { context, color } = painted({ opacity: 0.4 });
    context.fillRect(0, 0, 10, 10);
    // 0.9 of 255, without its fraction.
    expect(color(5, 5)).toEqual([0, 0, 255, 229]);
  });
});

test("A square is a tenth narrower than a dot as large, in tenths of a unit", () => {
  expect([7, 6, 5, 10].map((diameter) => markWidth("square", diameter))).toEqual([6.3, 5.4, 4.5, 9]);
  expect(markWidth("square", 7.15)).toBe(6.4);
  expect(markWidth("dot", 7)).toBe(7);
});
