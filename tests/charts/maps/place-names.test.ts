import { describe, expect, test } from "vitest";
import { mapField } from "../../../src/charts/maps/outlines.ts";
import { placeId } from "../../../src/charts/maps/place-names.ts";

describe("placeId", () => {
  // ISO 3166-1 numbers: 826 United Kingdom, 276 Germany, 372 Ireland, 410 South Korea, 840 United States,
  // 392 Japan, 384 Côte d'Ivoire, 180 Democratic Republic of the Congo.
  test.each([
    ["UK", "826"],
    ["United Kingdom", "826"],
    ["Großbritannien", "826"],
    ["gbr", "826"],
    ["Deutschland", "276"],
    ["Allemagne", "276"],
    ["DE", "276"],
    ["EIRE", "372"],
    ["U.S.A.", "840"],
    ["South Korea", "410"],
    ["日本", "392"],
    ["CÔTE D’IVOIRE", "384"],
    // The Democratic Republic in German, the other one in Polish: German comes first.
    ["Kongo", "180"],
    ["(Germany)", "276"],
    ["Atlantis", null],
    ["", null],
  ])("should know the country %j", (name, id) => {
    expect(placeId("countries", name)).toBe(id);
  });

  // FIPS 5-2: 06 California, 11 District of Columbia, 36 New York.
  test.each([
    ["California", "06"],
    ["CA", "06"],
    ["us-ca", "06"],
    ["new  york", "36"],
    ["Washington, D.C.", "11"],
    ["D.C.", "11"],
    ["District of Columbia", "11"],
    ["Bavaria", null],
  ])("should know the state %j", (name, id) => {
    expect(placeId("states", name)).toBe(id);
  });
});

describe("mapField", () => {
  test("should hold an outline of whole units within the field for each of fifty states and the capital", () => {
    const { outlines, width, height } = mapField("states");
    expect(outlines).toHaveLength(51);
    for (const { id, path } of outlines) {
      expect(id).toMatch(/^\d\d$/);
      expect(path).toMatch(/^M\d+ \d+l[-\d zMl]+z$/);
      const [, x = "", y = ""] = /^M(\d+) (\d+)/.exec(path) ?? [];
      expect(Number(x)).toBeLessThanOrEqual(width);
      expect(Number(y)).toBeLessThanOrEqual(height);
    }
  });

  test("should hold every country of more than a speck", () => {
    const ids = new Set(mapField("countries").outlines.map(({ id }) => id));
    for (const name of ["Germany", "Ireland", "Japan", "Brazil", "South Africa", "United States"])
      expect(ids).toContain(placeId("countries", name));
    expect(ids.size).toBeGreaterThan(165);
  });
});
