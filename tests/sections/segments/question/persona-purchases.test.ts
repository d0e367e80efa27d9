import fc from "fast-check";
import { expect, test } from "vitest";
import { purchasesByPersona } from "../../../../src/sections/segments/question/persona-purchases.ts";
import { byCustomer } from "../../../../src/store/load/totals.ts";
import type { PurchaseLines } from "../../../../src/store/purchase-lines.ts";

const lines = fc.array(
  fc.record({
    customer: fc.integer({ min: 0, max: 8 }),
    product: fc.integer({ min: 0, max: 4 }),
    amount: fc.integer({ min: 1, max: 500 }),
  }),
  { maxLength: 60 },
);

/** Customers 1 to 8 are in persona 0, 1, 2, none, 0, …; 9 has an id that nobody knows. */
const personaOf = Uint8Array.from([255, 0, 1, 2, 255, 0, 1, 2]);

test("purchasesByPersona should count customers once, all purchases and their revenue, guests and strangers left out", () => {
  fc.assert(
    fc.property(lines, (some) => {
      const columns: PurchaseLines = {
        count: some.length,
        order: undefined,
        customer: Int32Array.from(some, ({ customer }) => customer),
        product: undefined,
        day: undefined,
        amount: Float64Array.from(some, ({ amount }) => amount),
        traits: new Map(),
      };
      const found = purchasesByPersona(
        columns,
        Int32Array.from(some, ({ product }) => product),
        personaOf,
        3,
        byCustomer(columns),
      );
      expect(found).toHaveLength(3);
      found.forEach((counts, persona) => {
        const own = some.filter(
          ({ customer, product }) => product !== 0 && customer !== 0 && personaOf[customer] === persona,
        );
        const products = [...new Set(own.map(({ product }) => product))].sort();
        expect(counts.map(({ id }) => id).sort()).toEqual(products);
        for (const { id, customers, purchases, revenue } of counts) {
          const bought = own.filter(({ product }) => product === id);
          expect(customers).toBe(new Set(bought.map(({ customer }) => customer)).size);
          expect(purchases).toBe(bought.length);
          expect(revenue).toBe(bought.reduce((all, { amount }) => all + amount, 0));
        }
      });
    }),
  );
});
