import { describe, expect, test } from "vitest";
import { singleValues } from "../../../src/statistics/describe/single-value.ts";

describe("singleValues", () => {
  test("should give the one value of an id, and 0 for several or a mixture with none", () => {
    const ids = Int32Array.of(1, 1, 2, 2, 3, 3, 4);
    const others = Int32Array.of(7, 7, 7, 8, 9, 0, 0);
    expect([...singleValues(ids, others)]).toEqual([
      [1, 7],
      [2, 0],
      [3, 0],
      [4, 0],
    ]);
  });

  test("should give 0 for all without the other column", () => {
    expect([...singleValues(Int32Array.of(1, 2), undefined)]).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });
});
