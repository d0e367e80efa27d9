import { expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { typicalOf } from "../../../src/sections/segments/typical.ts";

const oneTo = (last: number) => Float64Array.from({ length: last }, (_, index) => index + 1);

test("typicalOf should give quartiles that as many as the minimum lie beyond, and else none", () => {
  expect(typicalOf(oneTo(17), new Gate(5))).toEqual({ lowerQuartile: 5, median: 9, upperQuartile: 13 });
  expect(typicalOf(oneTo(16), new Gate(5))).toEqual({
    lowerQuartile: null,
    median: 8.5,
    upperQuartile: null,
  });
});

test("typicalOf should put the mean in the place of a median that is nearly somebody's", () => {
  expect(typicalOf(Float64Array.from([1, 2, 3, 4, 90]), new Gate(5))).toEqual({
    lowerQuartile: null,
    median: 20,
    upperQuartile: null,
  });
});
