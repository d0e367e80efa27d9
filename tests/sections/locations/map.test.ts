import { describe, expect, test } from "vitest";
import { drawnPlaces } from "../../../src/charts/maps/map-figure.ts";
import { createFormatter } from "../../../src/report/format.ts";
import type { Group, Report } from "../../../src/report/report.ts";
import { arePlacesEven } from "../../../src/sections/locations/evenness.ts";
import { placesMap } from "../../../src/sections/locations/figures/map.ts";

const format = createFormatter("en-US", "GBP");

function sourceOf(amounts: Record<string, number>) {
  const revenue = Object.values(amounts).reduce((sum, each) => sum + each, 0);
  const groups = Object.entries(amounts).map(
    ([name, own]): Group => ({
      name,
      customers: 10,
      customersShare: 0.1,
      purchases: 10,
      purchasesShare: 0.1,
      revenue: own,
      revenueShare: own / revenue,
      averagePurchase: own / 10,
    }),
  );
  const breakdowns: Report["breakdowns"] = {
    location: { field: "location", header: "Country", groups, withoutValue: null, folded: 0, leftover: null },
  };
  return { report: { breakdowns, locationsByRevenue: groups }, format };
}

describe("placesMap", () => {
  test("should set the home country apart and shade the others by their part of the rest", () => {
    const spec = placesMap(
      sourceOf({ "United Kingdom": 900, Germany: 60, France: 30, EIRE: 10, "Channel Islands": 0 }),
    );
    expect(spec?.of).toBe("countries");
    expect(spec?.places.get("826")).toEqual({ words: "United Kingdom: 90% of all", share: null });
    expect(spec?.places.get("276")?.share).toBeCloseTo(0.6);
    expect(spec?.places.get("372")?.share).toBeCloseTo(0.1);
    expect(spec?.caption).toBe(
      "United Kingdom accounts for 90% of revenue. The shades are shares of the rest: Germany 60% and France 30%. Not on the map: Channel Islands.",
    );
  });

  test("should shade states by their part of all, in equal steps up to the largest", () => {
    const spec = placesMap(sourceOf({ CA: 50, Texas: 30, "New York": 15, Ohio: 5 }));
    if (spec === null) throw new Error("there is no map");
    const { drawn } = drawnPlaces(spec);
    expect(
      drawn
        .filter(({ words }) => words !== null)
        .map(({ shade, words }) => [words, shade])
        .sort(),
    ).toEqual([
      ["CA: 50%", "map-5"],
      ["New York: 15%", "map-2"],
      ["Ohio: 5.0%", "map-1"],
      ["Texas: 30%", "map-4"],
    ]);
    expect(drawn.filter(({ shade }) => shade === "map-0")).toHaveLength(47);
    expect(spec.legend).toEqual(["up to 10%", "up to 20%", "up to 30%", "up to 40%", "up to 50%"]);
  });

  test("should add up the spellings of home, and say which countries it does not draw", () => {
    const spec = placesMap(sourceOf({ UK: 40, "United Kingdom": 40, Germany: 10, Malta: 6, France: 4 }));
    expect(spec?.places.get("826")).toEqual({ words: "UK / United Kingdom: 80% of all", share: null });
    expect(spec?.places.get("276")?.share).toBeCloseTo(0.5);
    expect(spec?.caption).toBe(
      "UK accounts for 80% of revenue. The shades are shares of the rest: Germany 50% and Malta 30%. Not on the map: Malta.",
    );
  });

  test("should be none of names that are mostly neither, or of few", () => {
    expect(placesMap(sourceOf({ Berlin: 1, Hamburg: 2, Bremen: 3, Georgia: 1 }))).toBeNull();
    expect(placesMap(sourceOf({ Germany: 1, France: 2 }))).toBeNull();
  });
});

describe("arePlacesEven", () => {
  const places = (...customers: number[]) => customers.map((count) => ({ customers: count }));

  test("should say so of places that chance alone tells apart", () => {
    // Chi-squared 3.167 on 4 degrees: p = exp(−x/2)(1 + x/2) = 0.530.
    expect(arePlacesEven(places(70, 82, 75, 91, 78))).toBe(true);
    // Chi-squared 14.919 on 4 degrees: p = 0.0049.
    expect(arePlacesEven(places(120, 82, 75, 91, 78))).toBe(false);
  });

  test("should say so of many customers where the difference is too small to matter, and of no single place", () => {
    // Cohen's w 0.09 and 0.13.
    expect(arePlacesEven(places(10_000, 12_000))).toBe(true);
    expect(arePlacesEven(places(10_000, 13_000))).toBe(false);
    expect(arePlacesEven(places(100))).toBe(false);
  });
});
