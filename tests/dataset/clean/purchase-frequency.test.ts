import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetweenPurchases, knownFrequencies } from "../../../src/dataset/clean/purchase-frequency.ts";

const days = {
  Weekly: 7,
  "Bi-Weekly": 14,
  Fortnightly: 14,
  Monthly: 30,
  Quarterly: 90,
  "Every 3 Months": 90,
  Annually: 365,
};

describe("daysBetweenPurchases", () => {
  test.each(Object.entries(days))("should take %s for %i days", (word, expected) => {
    expect(daysBetweenPurchases(word)).toBe(expected);
  });

  test("should not mind case", () => {
    for (const [word, expected] of Object.entries(days)) {
      expect(daysBetweenPurchases(word.toUpperCase())).toBe(expected);
      expect(daysBetweenPurchases(word.toLowerCase())).toBe(expected);
    }
  });

  test("should be null for every other word, and invent nothing", () => {
    for (const word of ["", "Daily", "Yearly", "Every 6 Months", "week", "7", "constructor", "__proto__"])
      expect(daysBetweenPurchases(word)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (word) => {
        const known = Object.keys(days).some((each) => each.toLowerCase() === word.trim().toLowerCase());
        if (!known) expect(daysBetweenPurchases(word)).toBeNull();
      }),
    );
  });

  test("should name the words it understands", () => {
    expect(knownFrequencies.split(", ").sort()).toEqual(Object.keys(days).sort());
    for (const word of knownFrequencies.split(", ")) expect(daysBetweenPurchases(word)).not.toBeNull();
  });
});
