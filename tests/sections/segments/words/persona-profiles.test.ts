import { describe, expect, test } from "vitest";
import { personaProfiles } from "../../../../src/sections/segments/words/persona-profiles.ts";
import { somePersona } from "../some-personas.ts";

const year = 365;

/** Silent for so many days, typically: 300 days are more than twice the pause between four orders in a year. */
const of = (recency: number, frequency: number, monetary = 3, orders = 4, silent = 300) => {
  const { typical } = somePersona();
  return somePersona({
    scores: { recency, frequency, monetary },
    typical: {
      ...typical,
      recency: { ...typical.recency, median: silent },
      frequency: { ...typical.frequency, median: orders },
    },
  });
};

describe("personaProfiles", () => {
  test("should name each by recency and frequency of its orders", () => {
    expect(
      personaProfiles([of(4.5, 4.5), of(1.5, 4.2), of(4.8, 1.2, 3, 1), of(3, 3)], "orders", year),
    ).toEqual(["active regulars", "lapsed regulars", "new, one order", "occasional buyers"]);
  });

  test("should call nobody quiet who is silent for no longer than the usual pause", () => {
    // Twenty-five orders in two years are one every 29 days: 27 days without one are none too many.
    const regulars = [of(3, 4.5, 5, 25, 27), of(1.5, 4.5, 3, 25, 57), of(1.5, 4.5, 1, 25, 60)];
    expect(personaProfiles(regulars, "orders", 730)).toEqual([
      "regulars, high spend",
      "regulars, middling spend",
      "lapsed regulars",
    ]);
  });

  test("should call nobody with one order a regular", () => {
    expect(personaProfiles([of(1.5, 3, 3, 1), of(3, 1.5, 3, 2)], "orders", year)).toEqual([
      "one order, long ago",
      "few orders, some time ago",
    ]);
  });

  test("should add what is spent where two would be called alike", () => {
    expect(personaProfiles([of(4.5, 4.5, 5), of(4.4, 4.4, 1), of(1, 1)], "orders", year)).toEqual([
      "active regulars, high spend",
      "active regulars, low spend",
      "few orders, long ago",
    ]);
  });

  test("should speak of rhythm as stated and of the amount in a snapshot", () => {
    expect(personaProfiles([of(3, 4.5, 4.5), of(1, 3, 1)], "stated", null)).toEqual([
      "long history, large purchases",
      "rare buyers, small purchases",
    ]);
  });
});
