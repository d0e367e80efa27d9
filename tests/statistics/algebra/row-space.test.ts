import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RowSpace } from "../../../src/statistics/algebra/row-space.ts";
import { Span } from "../../disclosure/span.ts";

const rowsOf = (rows: readonly (readonly number[])[]) => rows.map((row) => Float64Array.from(row));

describe("what follows from sums", () => {
  test("should hold a single column that three sums tell together, and no pair of them", () => {
    // a + b, b + c, a + c: with all three, twice b follows, and so each.
    const all = [
      [1, 1, 0],
      [0, 1, 1],
      [1, 0, 1],
    ];
    const b = Float64Array.of(0, 1, 0);
    expect(new RowSpace(rowsOf(all), 3).has(b)).toBe(true);
    for (const gone of [0, 1, 2])
      expect(new RowSpace(rowsOf(all.filter((_, row) => row !== gone)), 3).has(b)).toBe(false);
  });

  test("should give the sums of columns among its reduced rows", () => {
    const space = new RowSpace(
      rowsOf([
        [1, 1, 1, 1],
        [1, 1, 0, 0],
      ]),
      4,
    );
    expect([...space.reduced()].map((row) => [...row])).toEqual([
      [1, 1, 0, 0],
      [0, 0, 1, 1],
    ]);
  });

  test("should hold what an elimination row by row holds", () => {
    const row = fc.array(fc.constantFrom(0, 1), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), row, (rows, sum) => {
        const span = new Span();
        for (const each of rows) span.add(each);
        expect(new RowSpace(rowsOf(rows), 6).has(Float64Array.from(sum))).toBe(span.has(sum));
      }),
    );
  });
});
