import { describe, expect, test } from "vitest";
import type { Recoding } from "../../src/disclosure/fold.ts";
import { recodedLines, recodedWords } from "../../src/disclosure/recode.ts";
import type { PurchaseLines } from "../../src/store/purchase-lines.ts";

const names = new Map([
  [1, "Cup"],
  [2, "Pot"],
  [3, "Rug"],
]);
const recoding = (more: Partial<Recoding>): Recoding => ({
  countedWith: new Map(),
  together: new Set(),
  missingWith: null,
  guestsWith: null,
  names,
  ...more,
});

const lines: PurchaseLines = {
  count: 4,
  order: undefined,
  customer: Int32Array.of(1, 2, 3, 0),
  product: Int32Array.of(1, 2, 3, 0),
  day: undefined,
  amount: Float64Array.of(1, 2, 3, 4),
  traits: new Map([["season", Int32Array.of(2, 2, 0, 1)]]),
};

describe("recodedLines", () => {
  const product = (of: Recoding | null) =>
    Array.from(recodedLines(lines, (field) => (field === "product" ? of : null)).product ?? []);

  test("should count the values of few as the groups that they are published with", () => {
    expect(product(recoding({ countedWith: new Map([[3, 1]]) }))).toEqual([1, 2, 1, 0]);
  });

  test("should count lines without a value with the group that they are published with, and else with none", () => {
    expect(product(recoding({ missingWith: 2 }))).toEqual([1, 2, 3, 2]);
    expect(product(recoding({ countedWith: new Map([[2, 1]]) }))).toEqual([1, 1, 3, 0]);
  });

  test("should leave a field alone that was not asked about, or of which nothing is counted elsewhere", () => {
    expect(product(null)).toEqual([1, 2, 3, 0]);
    expect(product(recoding({}))).toEqual([1, 2, 3, 0]);
    const recoded = recodedLines(lines, (field) =>
      field === "season" ? recoding({ missingWith: 1 }) : null,
    );
    expect(Array.from(recoded.traits.get("season") ?? [])).toEqual([2, 2, 1, 1]);
    expect(Array.from(recoded.product ?? [])).toEqual([1, 2, 3, 0]);
  });
});

describe("recodedWords", () => {
  // Words by place, 0 for none; place 0 of the customers stands for guests.
  const words = ["", "Cup", "Pot", "Rug"];
  const wordOf = Uint16Array.of(0, 1, 2, 3, 0);
  const recoded = (more: Partial<Recoding>, isCustomer = (_: number) => true) =>
    Array.from(recodedWords(words, wordOf, recoding(more), isCustomer));

  test("should give customers of few the word of the group that they are published with", () => {
    expect(recoded({ countedWith: new Map([[3, 2]]) })).toEqual([0, 1, 2, 2, 0]);
  });

  test("should give those without a word, and guests, the word that they are published with", () => {
    expect(recoded({ missingWith: 1 })).toEqual([0, 1, 2, 3, 1]);
    expect(recoded({ guestsWith: 2 })).toEqual([2, 1, 2, 3, 0]);
  });

  test("should give nobody a word who is no customer", () => {
    expect(recoded({ missingWith: 1 }, (customer) => customer !== 2)).toEqual([0, 1, 0, 3, 1]);
  });
});
