import fc from "fast-check";
import { expect, test } from "vitest";
import { groupHistories } from "../../../src/statistics/models/purchase-histories.ts";

const some = fc.record({ x: fc.nat(3), tx: fc.nat(3), T: fc.constantFrom(4, 4.5, 30 / 7) });

test("groupHistories should give each customer's own history back, each history once and counted", () => {
  fc.assert(
    fc.property(fc.array(some), (customers) => {
      const { x, tx, T, count, placeOf } = groupHistories(customers);
      const at = (place: number) => ({ x: x[place], tx: tx[place], T: T[place] });
      expect(Array.from(placeOf, at)).toEqual(customers);
      expect(new Set(Array.from(x, (_, place) => JSON.stringify(at(place)))).size).toBe(x.length);
      expect(count.reduce((all, each) => all + each, 0)).toBe(customers.length);
    }),
  );
});

test("groupHistories should put histories into the same order, whatever that of the customers", () => {
  fc.assert(
    fc.property(fc.array(some), (customers) => {
      const { placeOf: _, ...histories } = groupHistories(customers);
      const { placeOf: __, ...reversed } = groupHistories([...customers].reverse());
      expect(reversed).toEqual(histories);
    }),
  );
});
