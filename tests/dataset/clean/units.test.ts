import { describe, expect, test } from "vitest";
import { withoutUnit } from "../../../src/dataset/clean/units.ts";

describe("units behind a number", () => {
  test.each([
    ["3 pcs", "3"],
    ["0,5 kg", "0,5"],
    ["2 L", "2"],
    // Beside kilos these would be other numbers: they stay, and are told as unreadable.
    ["500 g", "500 g"],
    ["250 ml", "250 ml"],
  ])("should leave of the quantity %s: %s", (text, number) => {
    expect(withoutUnit("units", text)).toBe(number);
  });
});
