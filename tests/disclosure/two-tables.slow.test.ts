import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyShop, shop } from "./shop.ts";
import { spanAttack } from "./span-attack.ts";
import { toldBy } from "./told.ts";

describe("the sums that a report publishes", () => {
  test("should tell of no few where they are added and subtracted, tables of the filters and of the sections together", async () => {
    await fc.assert(
      fc.asyncProperty(anyShop, async (some) => {
        const told = await toldBy(shop(some));
        expect(told.told.length).toBeGreaterThan(0);
        expect(spanAttack(told)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  test.each([
    // Guests counted with one persona on its page, and with another in the filters.
    { seed: 3, customers: 147, guests: 8, lacking: 0, places: 2, from: 1, months: 26 },
    // Winter and not winter by quarter and category beside categories by season.
    { seed: 38, customers: 95, guests: 8, lacking: 4, places: 4, from: 1, months: 12 },
    // Men in June and women in September by three tables: seasons and quarters of each, and seasons by quarter.
    { seed: 80, customers: 62, guests: 2, lacking: 0, places: 7, from: 7, months: 12 },
    // The same of categories, and of two years.
    { seed: 8, customers: 60, guests: 2, lacking: 0, places: 11, from: 11, months: 12 },
    { seed: 77, customers: 150, guests: 4, lacking: 4, places: 15, from: 1, months: 26 },
    // What one of those who moved to a segment spent in two months of it.
    { seed: 69, customers: 158, guests: 4, lacking: 2, places: 10, from: 12, months: 26 },
    // What June's customers spent in October: what they returned with by quarter, and by half-year.
    { seed: 158, customers: 54, guests: 0, lacking: 2, places: 15, from: 6, months: 5 },
  ])("should tell of no few where values exclude each other: %o", async (some) => {
    expect(spanAttack(await toldBy(shop(some)))).toEqual([]);
  });
});
