import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alikeGroups } from "../../../src/statistics/clusters/alike-groups.ts";

describe("alikeGroups", () => {
  test("should part points that lie apart", () => {
    const x = Float64Array.from([0, 10, 1, 11, 0.5, 10.5]);
    const y = Float64Array.from([0, 0, 0, 0, 0, 0]);
    const groups = alikeGroups([x, y], 3).map((group) => [...group].sort());
    expect(groups).toEqual([
      [0, 2, 4],
      [1, 3, 5],
    ]);
  });

  test("should hold every point once, in groups of at least the size and less than twice of it", () => {
    const point = fc.tuple(fc.double({ noNaN: true, min: -9, max: 9 }), fc.nat(3));
    fc.assert(
      fc.property(fc.array(point, { maxLength: 80 }), fc.integer({ min: 1, max: 9 }), (points, size) => {
        const axes = [0, 1].map((axis) => Float64Array.from(points, (each) => each[axis] ?? 0));
        const groups = alikeGroups(axes, size);
        expect(groups.flatMap((group) => [...group]).sort((a, b) => a - b)).toEqual(
          points.map((_, at) => at),
        );
        for (const group of groups) {
          expect(group.length < 2 * size).toBe(true);
          expect(group.length >= size || groups.length === 1).toBe(true);
        }
      }),
    );
  });
});
