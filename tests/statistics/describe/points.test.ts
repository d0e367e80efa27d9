import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointsOf, takePoints } from "../../../src/statistics/describe/points.ts";

const columns = fc
  .record({
    count: fc.integer({ min: 1, max: 20 }),
    dimensions: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ count, dimensions }) =>
    fc.array(fc.array(fc.double({ noNaN: true }), { minLength: count, maxLength: count }), {
      minLength: dimensions,
      maxLength: dimensions,
    }),
  );

describe("pointsOf", () => {
  test("should put the coordinates of a point side by side", () => {
    expect(
      pointsOf([
        [1, 2, 3],
        [10, 20, 30],
      ]),
    ).toEqual({ count: 3, dimensions: 2, values: Float64Array.of(1, 10, 2, 20, 3, 30) });
  });

  test("should give no points for no columns and for empty ones", () => {
    expect(pointsOf([])).toEqual({ count: 0, dimensions: 0, values: new Float64Array(0) });
    expect(pointsOf([[], []])).toEqual({ count: 0, dimensions: 2, values: new Float64Array(0) });
  });

  test.each([
    [
      [
        [1, 2],
        [1, 2, 3],
      ],
      "columns of 2 and 3 values",
    ],
    [[[1, 2], []], "columns of 2 and 0 values"],
    [[[], [1]], "columns of 0 and 1 values"],
  ])("should refuse columns of different lengths: %j", (unequal, message) => {
    expect(() => pointsOf(unequal)).toThrow(new RangeError(message));
  });

  test("should hold every value where its row and column say", () => {
    fc.assert(
      fc.property(columns, (lists) => {
        const { count, dimensions, values } = pointsOf(lists);
        expect(values).toHaveLength(count * dimensions);
        lists.forEach((list, axis) => {
          expect(list.map((_, index) => values[index * dimensions + axis])).toEqual(list);
        });
      }),
    );
  });
});

describe("takePoints", () => {
  const points = pointsOf([
    [1, 2, 3],
    [10, 20, 30],
  ]);

  test("should give points in the order of the indexes, one twice where it is asked for twice", () => {
    expect(takePoints(points, Uint32Array.of(2, 0, 2))).toEqual({
      count: 3,
      dimensions: 2,
      values: Float64Array.of(3, 30, 1, 10, 3, 30),
    });
  });

  test("should give none for no indexes", () => {
    expect(takePoints(points, new Uint32Array(0))).toEqual({
      count: 0,
      dimensions: 2,
      values: new Float64Array(0),
    });
  });

  test("should give points of their own", () => {
    const taken = takePoints(points, Uint32Array.of(0));
    taken.values[0] = 99;
    expect(points.values[0]).toBe(1);
  });

  test("should take what the columns taken from would give", () => {
    fc.assert(
      fc.property(columns, fc.array(fc.nat(), { maxLength: 30 }), (lists, numbers) => {
        const count = lists[0]?.length ?? 1;
        const indexes = Uint32Array.from(numbers, (number) => number % count);
        const taken = lists.map((list) => Array.from(indexes, (index) => list[index] ?? 0));
        expect(takePoints(pointsOf(lists), indexes)).toEqual(pointsOf(taken));
      }),
    );
  });
});
