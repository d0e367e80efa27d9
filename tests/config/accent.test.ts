import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast, darkEnough, grounds, leastContrast, lightEnough } from "../../src/config/accent.ts";

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("contrast", () => {
  // WCAG 2.2: black on white is 21, a colour on itself 1. #767676 is the lightest grey that passes AA on white (4.54).
  test("should be the ratio that WCAG defines", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
    expect(contrast("#336699", "#336699")).toBe(1);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
  });

  test("should be the same in both directions", () => {
    fc.assert(
      fc.property(color, color, (one, other) => {
        expect(contrast(one, other)).toBe(contrast(other, one));
      }),
    );
  });
});

describe("darkEnough and lightEnough", () => {
  test("should leave a colour as it is where it can be read", () => {
    expect(darkEnough("#0b66a8")).toBe("#0b66a8");
    expect(lightEnough("#6cb8f0")).toBe("#6cb8f0");
  });

  test("should give a colour that can be read, whatever it was", () => {
    fc.assert(
      fc.property(color, (one) => {
        expect(contrast(darkEnough(one), grounds.light)).toBeGreaterThanOrEqual(leastContrast);
        expect(contrast(lightEnough(one), grounds.dark)).toBeGreaterThanOrEqual(leastContrast);
      }),
    );
  });
});
