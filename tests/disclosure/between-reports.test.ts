import { describe, expect, test } from "vitest";
import { gateBetween, isStricter } from "../../src/disclosure/between-reports.ts";

const [five, ten] = [{ minimumGroup: 5 }, { minimumGroup: 10 }];

describe("gateBetween", () => {
  test("should tell what the stricter of two reports would, whichever came first", () => {
    for (const gate of [gateBetween(five, ten), gateBetween(ten, five)]) {
      expect([9, 10].map((customers) => gate.isEnough(customers))).toEqual([false, true]);
      expect([0, 1, 9, 10].map((customers) => gate.isFew(customers))).toEqual([false, true, true, false]);
    }
    expect(gateBetween(five, five).isEnough(5)).toBe(true);
  });
});

test("isStricter should hold for a higher minimum than before alone", () => {
  expect(isStricter(ten, five)).toBe(true);
  expect(isStricter(five, five)).toBe(false);
  expect(isStricter(five, ten)).toBe(false);
});
