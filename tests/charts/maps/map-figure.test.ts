import { describe, expect, test } from "vitest";
import { drawnPlaces, largestShare, type MapSpec } from "../../../src/charts/maps/map-figure.ts";
import { mapField } from "../../../src/charts/maps/outlines.ts";

/** California, New York and so on, by their FIPS codes. */
type Shares = [id: string, share: number | null][];

const placesOf = (...shares: Shares): MapSpec["places"] =>
  new Map(shares.map(([id, share]) => [id, { words: `State ${id}`, share }]));

/** The shade and the words of each state, by its code. */
function drawn(...shares: Shares) {
  const places = drawnPlaces({ of: "states", places: placesOf(...shares) }).drawn;
  return new Map(mapField("states").outlines.map(({ id }, index) => [id, places[index]]));
}

/** The shades of California and New York. */
const shadesOf = (first: number, second: number) =>
  ["06", "36"].map((id) => drawn(["06", first], ["36", second]).get(id)?.shade);

describe("drawnPlaces", () => {
  test.each([
    [0.5, "map-5"],
    [0.41, "map-5"],
    [0.39, "map-4"],
    [0.21, "map-3"],
    [0.19, "map-2"],
    [0.11, "map-2"],
    [0.09, "map-1"],
    [0, "map-1"],
  ])("should shade %f of at most 0.5 in one of five equal steps", (share, shade) => {
    expect(shadesOf(0.5, share)).toEqual(["map-5", shade]);
  });

  test("should shade places lightest where all have nothing", () => {
    expect(shadesOf(0, 0)).toEqual(["map-1", "map-1"]);
  });

  test("should set apart what has no share, and leave land alone of which nothing is told", () => {
    const states = drawn(["06", 0.5], ["36", null]);
    expect(states.get("36")).toMatchObject({ shade: "map-apart", words: "State 36" });
    expect(states.get("48")).toMatchObject({ shade: "map-0", words: null });
    expect(states.get("06")).toMatchObject({ shade: "map-5", words: "State 06" });
  });

  test("should draw every outline of the map in its field", () => {
    const { outlines, width, height } = mapField("states");
    const figure = drawnPlaces({ of: "states", places: new Map() });
    expect(figure.drawn.map(({ path }) => path)).toEqual(outlines.map(({ path }) => path));
    expect([figure.width, figure.height]).toEqual([width, height]);
  });
});

test("The largest share is that of the places that are not set apart, or nothing", () => {
  expect(largestShare(placesOf(["06", 0.2], ["36", 0.5], ["48", null]))).toBe(0.5);
  expect(largestShare(placesOf(["06", null]))).toBe(0);
  expect(largestShare(new Map())).toBe(0);
});
