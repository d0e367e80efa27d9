import fc from "fast-check";
import { expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { topsByPersona } from "../../../src/sections/segments/persona-tops.ts";
import type { PurchaseLines } from "../../../src/store/purchase-lines.ts";

interface Bought {
  customer: number;
  thing: number;
}

const bought = fc.array(
  fc.record({ customer: fc.integer({ min: 1, max: 24 }), thing: fc.integer({ min: 1, max: 11 }) }),
  { maxLength: 160 },
);

/** Customers in turn: personas 0, 1, 2. */
const personaOf = Uint8Array.from({ length: 25 }, (_, customer) => (customer === 0 ? 255 : customer % 3));

function tops(some: readonly Bought[], minimum: number) {
  const lines: PurchaseLines = {
    count: some.length,
    order: undefined,
    customer: Int32Array.from(some, ({ customer }) => customer),
    product: undefined,
    day: undefined,
    amount: new Float64Array(some.length).fill(1),
    traits: new Map(),
  };
  const names = new Map(Array.from({ length: 11 }, (_, index) => [index + 1, `Thing ${index + 1}`]));
  const members = { personaOf, names: ["Gold", "Silver", "Bronze"], sizes: [8, 8, 8] };
  const ids = Int32Array.from(some, ({ thing }) => thing);
  return topsByPersona("product", lines, ids, names, members, new Gate(minimum));
}

test("topsByPersona should leave nothing of few customers to be worked out from the totals of personas and things", () => {
  fc.assert(
    fc.property(bought, fc.integer({ min: 2, max: 4 }), (some, minimum) => {
      const found = tops(some, minimum);
      const customersOf = (fits: (line: Bought, persona: number) => boolean) =>
        new Set(
          some
            .filter((line) => {
              const persona = personaOf[line.customer] ?? 255;
              return persona !== 255 && fits(line, persona);
            })
            .map(({ customer }) => customer),
        ).size;
      const isListed = (persona: number, thing: number) =>
        found[persona]?.some(({ name }) => name === `Thing ${thing}`) === true;
      found.forEach((listed, persona) => {
        for (const { customers } of listed) expect(customers).toBeGreaterThanOrEqual(minimum);
        const rest = customersOf((line, own) => own === persona && !isListed(persona, line.thing));
        if (listed.length > 0) expect(rest === 0 || rest >= minimum).toBe(true);
      });
      for (const thing of new Set(some.map((line) => line.thing))) {
        const rest = customersOf((line, own) => line.thing === thing && !isListed(own, thing));
        const isListedAtAll = found.some((_, persona) => isListed(persona, thing));
        if (isListedAtAll) expect(rest === 0 || rest >= minimum).toBe(true);
      }
    }),
  );
});

test("topsByPersona should not depend on the order of the lines, nor on the numbers of things", () => {
  fc.assert(
    fc.property(bought, (some) => {
      expect(tops([...some].reverse(), 3)).toEqual(tops(some, 3));
    }),
  );
});
