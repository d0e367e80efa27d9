import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SalesTotals, totalOf, whyChanged } from "../../../src/sections/sales/why.ts";
import { sum } from "../../../src/statistics/describe/sum.ts";

/** In whole cents. */
const money = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((cents) => cents / 100);

/** Totals of any shop: without customers, money, guests, discounts, returns, or with all of them. */
const totals: fc.Arbitrary<Omit<SalesTotals, "customers" | "gross"> & { customers: number; gross: number }> =
  fc
    .record({
      customers: fc.integer({ min: 0, max: 5000 }),
      more: fc.integer({ min: 0, max: 5000 }),
      units: fc.integer({ min: 0, max: 20_000 }),
      gross: money(1e7),
      kept: fc.oneof(
        fc.constant(1),
        fc.constant(0),
        fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      ),
      guests: fc.oneof(fc.constant(0), money(1e6)),
      returns: fc.oneof(fc.constant(0), money(1e6)),
    })
    .map(({ customers, more, units, gross, kept, guests, returns }) => {
      const orders = customers === 0 ? 0 : customers + more;
      const sold = orders === 0 ? 0 : gross;
      return {
        customers,
        orders,
        items: orders === 0 ? 0 : orders + units,
        gross: sold,
        revenue: sold * kept,
        guests,
        returns: -returns,
      };
    });

const told = fc.record({ customers: fc.boolean(), discounts: fc.boolean() });
const asTold = (
  all: SalesTotals,
  { customers, discounts }: { customers: boolean; discounts: boolean },
): SalesTotals => ({
  ...all,
  customers: customers ? all.customers : null,
  gross: discounts ? all.gross : null,
});

describe("whyChanged", () => {
  test("should part sales as they are made", () => {
    const before = {
      customers: 100,
      orders: 200,
      items: 400,
      gross: 4000,
      revenue: 3000,
      guests: 500,
      returns: -100,
    };
    const after = {
      customers: 110,
      orders: 198,
      items: 396,
      gross: 4158,
      revenue: 3118.5,
      guests: 400,
      returns: -150,
    };
    const parts = whyChanged(before, after);
    expect(parts.map(({ part, before, after }) => [part, before, after])).toEqual([
      ["customers", 100, 110],
      ["frequency", 2, 1.8],
      ["items", 2, 2],
      ["price", 10, 10.5],
      ["discounts", 0.75, 0.75],
      ["guests", 500, 400],
      ["returns", -100, -150],
    ]);
    // The logarithmic mean of 3,118.50 and 3,000 is 118.5 ÷ ln(1.0395).
    const mean = 118.5 / Math.log(3118.5 / 3000);
    const amounts = [1.1, 0.9, 1, 1.05, 1].map((ratio) => mean * Math.log(ratio));
    for (const [index, amount] of [...amounts, -100, -50].entries())
      expect(parts[index]?.amount).toBeCloseTo(amount, 9);
  });

  test("should sum to the change", () => {
    fc.assert(
      fc.property(totals, totals, told, (one, other, which) => {
        const [before, after] = [asTold(one, which), asTold(other, which)];
        const change = totalOf(after) - totalOf(before);
        const parts = sum(whyChanged(before, after).map(({ amount }) => amount));
        const size = Math.max(1, one.gross, other.gross, one.guests, other.guests);
        expect(Math.abs(parts - change)).toBeLessThanOrEqual(1e-9 * size);
      }),
    );
  });

  test("should be symmetric in time", () => {
    fc.assert(
      fc.property(totals, totals, told, (one, other, which) => {
        const [before, after] = [asTold(one, which), asTold(other, which)];
        const back = whyChanged(after, before).map(({ part, amount, before: from, after: to }) => ({
          part,
          amount: amount === 0 ? 0 : -amount,
          before: to,
          after: from,
        }));
        const forth = whyChanged(before, after).map((part) => ({
          ...part,
          amount: part.amount === 0 ? 0 : part.amount,
        }));
        expect(forth).toEqual(back);
      }),
    );
  });

  test("should take plain differences where a part is not above 0", () => {
    const none = { customers: 0, orders: 0, items: 0, gross: 0, revenue: 0, guests: 50, returns: 0 };
    const some = { customers: 1, orders: 2, items: 3, gross: 40, revenue: 0, guests: 50, returns: 0 };
    const more = { ...some, gross: 60, revenue: 60 };
    expect(whyChanged(none, more).map(({ part, amount }) => [part, amount])).toEqual([
      ["known", 60],
      ["guests", 0],
    ]);
    // Everything was given away in the one period: the discounts of 40 are over.
    const parts = whyChanged(some, more);
    expect(parts.map(({ part }) => part)).toEqual([
      "customers",
      "frequency",
      "items",
      "price",
      "discounts",
      "guests",
    ]);
    expect(parts.map(({ amount }) => amount)).toEqual([0, 0, 0, expect.closeTo(20, 9), 40, 0]);
  });
});
