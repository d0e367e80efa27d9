import { describe, expect, test } from "vitest";
import { isDrawn, type MapOf, mapField } from "../../../src/charts/maps/outlines.ts";

/** The points of the rings of a path of steps: `M1 2l3 4-1 1z`. */
function ringsOf(path: string): [number, number][][] {
  return path
    .split("M")
    .slice(1)
    .map((ring) => {
      const [start = "", steps = ""] = ring.replace("z", "").split("l");
      const numbers = (text: string) => (text.match(/-?\d+/g) ?? []).map(Number);
      let [x = Number.NaN, y = Number.NaN] = numbers(start);
      const points: [number, number][] = [[x, y]];
      const moves = numbers(steps);
      for (let index = 0; index < moves.length; index += 2) {
        x += moves[index] ?? Number.NaN;
        y += moves[index + 1] ?? Number.NaN;
        points.push([x, y]);
      }
      return points;
    });
}

/** The area that the rings of a place enclose. */
function areaOf(of: MapOf, place: string): number {
  const path = mapField(of).outlines.find(({ id }) => id === place)?.path ?? "";
  const areas = ringsOf(path).map((ring) =>
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [0, 0];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
  return Math.abs(areas.reduce((sum, area) => sum + area, 0));
}

describe.each(["states", "countries"] as const)("the map of %s", (of) => {
  test("should fill its field, and lie within it", () => {
    const { outlines, width, height } = mapField(of);
    const points = outlines.flatMap(({ path }) => ringsOf(path).flat());
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    for (const number of [...xs, ...ys]) expect(Number.isInteger(number)).toBe(true);
    expect(Math.max(...xs)).toBeLessThanOrEqual(width);
    expect(Math.max(...xs)).toBeGreaterThan(width * 0.9);
    // The last of the Aleutian Islands lie further west than Alaska is set in.
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(of === "states" ? -width / 15 : 0);
    expect(Math.min(...xs)).toBeLessThan(width * 0.1);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ys)).toBeLessThanOrEqual(height);
    expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(height * 0.8);
  });

  test("should have rings of four corners or more, each step to another place", () => {
    for (const { path } of mapField(of).outlines) {
      expect(path).toMatch(/^(?:M-?\d+ \d+l(?:-?\d+[- ]\d+ ?)+z)+$/);
      for (const ring of ringsOf(path)) {
        expect(ring.length).toBeGreaterThan(3);
        ring.slice(1).forEach((point, index) => {
          expect(point).not.toEqual(ring[index]);
        });
      }
    }
  });
});

test("States should be as large to each other as they are", () => {
  // The Albers projection keeps areas. U.S. Census Bureau, State Area Measurements, total area in square miles.
  const miles = { "48": 268_596, "06": 163_695, "08": 104_094, "20": 82_278, "56": 97_813, "47": 42_144 };
  const [texas, ...others] = Object.entries(miles)
    .reverse()
    .map(([id, area]) => areaOf("states", id) / area);
  for (const scale of others) expect(scale / (texas ?? Number.NaN)).toBeCloseTo(1, 1);
});

test("The field of the states should have their projection's proportions", () => {
  // us-atlas: 975 by 610.
  const { width, height } = mapField("states");
  expect(height).toBe(Math.ceil((width * 610) / 975));
});

test("The world should be drawn without Antarctica", () => {
  expect(isDrawn("countries", "010")).toBe(false);
  expect(mapField("countries").outlines.every(({ path }) => path !== "")).toBe(true);
});

test("A place is drawn where the map has an outline of it", () => {
  // Germany and California; Monaco is too small, and nobody has the number 99.
  expect([isDrawn("countries", "276"), isDrawn("states", "06")]).toEqual([true, true]);
  expect([isDrawn("countries", "492"), isDrawn("states", "99")]).toEqual([false, false]);
});
