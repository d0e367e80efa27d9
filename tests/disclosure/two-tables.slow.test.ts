import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shop } from "./shop.ts";
import { spanAttack } from "./span-attack.ts";
import { toldBy } from "./told.ts";

describe("the sums that a report publishes", () => {
  test("should tell of no few where they are added and subtracted, tables of the filters and of the sections together", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.integer({ min: 1, max: 10_000 }),
          customers: fc.integer({ min: 6, max: 160 }),
          guests: fc.integer({ min: 0, max: 8 }),
          lacking: fc.integer({ min: 0, max: 7 }),
          places: fc.integer({ min: 2, max: 15 }),
          from: fc.integer({ min: 1, max: 12 }),
          months: fc.constantFrom(5, 12, 26),
        }),
        async (some) => {
          const told = await toldBy(shop(some));
          expect(told.told.length).toBeGreaterThan(0);
          expect(spanAttack(told)).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  });

  test.each([
    // Guests counted with one persona on its page, and with another in the filters.
    { seed: 3, customers: 147, guests: 8, lacking: 0, places: 2, from: 1, months: 26 },
    // Winter and not winter by quarter and category beside categories by season.
    { seed: 38, customers: 95, guests: 8, lacking: 4, places: 4, from: 1, months: 12 },
  ])("should tell of no few where values exclude each other: %o", async (some) => {
    expect(spanAttack(await toldBy(shop(some)))).toEqual([]);
  });
});
