import { describe, expect, test } from "vitest";
import { cohorts } from "../../../src/sections/coming-back/cohorts.ts";
import { tellsBesideCohorts } from "../../../src/sections/coming-back/periods-beside-cohorts.ts";
import { ordersOf } from "../value/simulated-orders.ts";

const isFew = (persons: number) => persons > 0 && persons < 5;

/** Twenty who first order in June 1970, ten of them again in August, and so many in October. */
function shop(inOctober: number) {
  const customers = Array.from({ length: 20 }, (_, index) => index + 1);
  const [june, august, october] = [160, 220, 280];
  return ordersOf([
    ...customers.map((customer) => ({ customer, day: june, revenue: 10 })),
    ...customers.slice(0, 10).map((customer) => ({ customer, day: august, revenue: 20 })),
    ...customers.slice(0, inOctober).map((customer) => ({ customer, day: october, revenue: 30 })),
  ]);
}

describe("new and returning customers by quarter beside cohorts by half-year", () => {
  test.each([
    [3, true],
    [6, false],
  ])("should tell what %i customers spent in October: %s", (inOctober, tells) => {
    const orders = shop(inOctober);
    // The first half's customers returned in the third quarter; what they spent in the second half is told as well.
    expect(tellsBesideCohorts(orders, { length: 6, cohorts: cohorts(orders, 6) }, 3, isFew)).toBe(tells);
  });

  test("should tell nothing where cohorts are not told as far as that", () => {
    const orders = shop(3);
    const short = cohorts(orders, 6).map((cohort) => ({ ...cohort, revenue: cohort.revenue.slice(0, 1) }));
    expect(tellsBesideCohorts(orders, { length: 6, cohorts: short }, 6, isFew)).toBe(false);
  });
});
