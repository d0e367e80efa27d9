import fc from "fast-check";
import { expect, test } from "vitest";
import { placesByKey } from "../../../src/statistics/describe/places-by-key.ts";

test("placesByKey should list the places of each key, ascending", () => {
  expect(placesByKey(Int32Array.of(2, 0, 2, 3), 5)).toEqual({
    starts: Int32Array.of(0, 1, 1, 3, 4, 4),
    places: Int32Array.of(1, 0, 2, 3),
  });
  expect(placesByKey(new Int32Array(0), 0)).toEqual({ starts: Int32Array.of(0), places: new Int32Array(0) });
});

test("placesByKey should sort as a stable sort does", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (keys) => {
      const sorted = [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
      expect(Array.from(placesByKey(Int32Array.from(keys), 10).places)).toEqual(sorted);
    }),
  );
});
