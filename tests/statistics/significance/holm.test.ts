import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holm } from "../../../src/statistics/significance/holm.ts";

const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });

describe("holm", () => {
  test("should be R's p.adjust", () => {
    // p.adjust(c(0.01, 0.02, 0.03, 0.04), "holm") and p.adjust(c(0.04, 0.01, 0.03), "holm")
    for (const [index, each] of holm([0.01, 0.02, 0.03, 0.04]).entries())
      expect(each).toBeCloseTo([0.04, 0.06, 0.06, 0.06][index] ?? 0, 12);
    for (const [index, each] of holm([0.04, 0.01, 0.03]).entries())
      expect(each).toBeCloseTo([0.06, 0.03, 0.06][index] ?? 0, 12);
  });

  test("should lie between the chance itself and Bonferroni's, in the same order", () => {
    fc.assert(
      fc.property(chances, (all) => {
        const adjusted = holm(all);
        all.forEach((p, index) => {
          expect(adjusted[index]).toBeGreaterThanOrEqual(p);
          expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1, p * all.length) + 1e-12);
          all.forEach((other, place) => {
            if (other < p) expect(adjusted[place]).toBeLessThanOrEqual(adjusted[index] ?? 0);
          });
        });
      }),
    );
  });

  test("should refuse what is no chance", () => {
    expect(() => holm([0.5, 1.1])).toThrow("1.1 is not a p-value");
  });
});
