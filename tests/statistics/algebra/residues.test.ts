import fc from "fast-check";
import { expect, test } from "vitest";
import { inverse, prime } from "../../../src/statistics/algebra/residues.ts";

test("inverse should give what makes 1 of a residue", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: prime - 1 }), (value) => {
      expect((value * inverse(value)) % prime).toBe(1);
    }),
  );
});
