import { expect, test } from "vitest";
import { reachOf, thinned, writeValue } from "../../src/charts/axis.ts";
import type { Axis } from "../../src/charts/spec.ts";

const axis: Axis = {
  name: "Age",
  scale: "linear",
  ticks: [1, 100].map((at) => ({ at, label: String(at) })),
  format: { locale: "en-US", currency: null, digits: 0 },
};

test("An axis reaches as far as its points and its ticks do", () => {
  expect(reachOf(axis, [20, 30])).toEqual({ min: 1, max: 100 });
  expect(reachOf(axis, [-20, 130])).toEqual({ min: -20, max: 130 });
  expect(reachOf({ ...axis, scale: "log" }, [1000])).toEqual({ min: 0, max: 3 });
});

test("An axis has its only value in the middle", () => {
  expect(reachOf({ ...axis, ticks: [] }, [20])).toEqual({ min: 19, max: 21 });
  expect(reachOf({ ...axis, ticks: [] }, [])).toEqual({ min: -1, max: 1 });
});

test("Ticks that collide are left out evenly, and of those that all do the first stays", () => {
  const ticks = [0, 10, 20, 30, 40, 50, 60];
  const closerThan = (room: number) => thinned(ticks, (one, next) => next - one < room);
  expect(closerThan(10)).toEqual(ticks);
  expect(closerThan(15)).toEqual([0, 20, 40, 60]);
  expect(closerThan(25)).toEqual([0, 30, 60]);
  expect(closerThan(99)).toEqual([0]);
  expect(thinned([], () => true)).toEqual([]);
});

test("A tooltip writes values as the axis says", () => {
  expect(writeValue({ locale: "en-US", currency: "USD", digits: 0 }, 1234.56)).toBe("$1,235");
  expect(writeValue({ locale: "en-US", currency: null, digits: 2 }, 4.4567)).toBe("4.46");
  expect(writeValue({ locale: "de-DE", currency: null, digits: 1 }, 1234.56)).toBe("1.234,6");
});
