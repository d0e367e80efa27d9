import { describe, expect, test } from "vitest";
import { personaProfiles } from "../../../../src/sections/segments/words/persona-profiles.ts";
import { somePersona } from "../some-personas.ts";

const of = (recency: number, frequency: number, monetary = 3, orders = 4) => {
  const { typical } = somePersona();
  return somePersona({
    scores: { recency, frequency, monetary },
    typical: { ...typical, frequency: { ...typical.frequency, median: orders } },
  });
};

describe("personaProfiles", () => {
  test("should name each by recency and frequency of its orders", () => {
    expect(personaProfiles([of(4.5, 4.5), of(1.5, 4.2), of(4.8, 1.2, 3, 1), of(3, 3)], "orders")).toEqual([
      "active regulars",
      "lapsed regulars",
      "new, one order",
      "occasional buyers",
    ]);
  });

  test("should call nobody with one order a regular", () => {
    expect(personaProfiles([of(1.5, 3, 3, 1), of(3, 1.5, 3, 2)], "orders")).toEqual([
      "one order, long gone",
      "few orders, some time ago",
    ]);
  });

  test("should add what is spent where two would be called alike", () => {
    expect(personaProfiles([of(4.5, 4.5, 5), of(4.4, 4.4, 1), of(1, 1)], "orders")).toEqual([
      "active regulars, high spend",
      "active regulars, low spend",
      "few orders, long gone",
    ]);
  });

  test("should speak of rhythm as stated and of the amount in a snapshot", () => {
    expect(personaProfiles([of(3, 4.5, 4.5), of(1, 3, 1)], "stated")).toEqual([
      "long history, large purchases",
      "rare buyers, small purchases",
    ]);
  });
});
