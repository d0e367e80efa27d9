import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  everyRule,
  hasRuleState,
  liftOf,
  nextSort,
  percentText,
  type RuleState,
  readRuleState,
  shareOf,
  writeRuleState,
} from "../../../src/sections/affinity/rule-state.ts";
import { ruleColumns } from "../../../src/sections/affinity/words/rule-explorer.ts";

const kinds = ["orders", "traits"] as const;
const read = (query: string) => readRuleState(query, kinds);

describe("readRuleState", () => {
  test("should read every parameter", () => {
    expect(
      read("?kind=orders&search=jeans&minSupport=0.01&minConfidence=.3&minLift=2&sort=-confidence"),
    ).toEqual({
      kind: "orders",
      search: "jeans",
      minSupport: 0.01,
      minConfidence: 0.3,
      minLift: 2,
      sort: { column: "confidence", descending: true },
    });
  });

  test.each([
    "",
    "?kind=",
    "?kind=baskets&minSupport=2&minConfidence=-1&minLift=Infinity&sort=--lift",
    "?kind=products",
    "?minSupport=abc&minConfidence=0x1&minLift=1e999&sort=constructor",
    "?utm_source=mail",
  ])("should fall back to the defaults on %j", (query) => {
    expect(read(query)).toEqual(everyRule);
  });

  test("should bound the search", () => {
    expect(read(`?search=${"a".repeat(5000)}`).search).toHaveLength(200);
  });
});

describe("writeRuleState", () => {
  test("should write only what differs from the defaults, and keep parameters of others", () => {
    expect(writeRuleState(everyRule, "")).toBe("");
    expect(writeRuleState(everyRule, "?kind=orders&utm_source=mail")).toBe("?utm_source=mail");
    expect(
      writeRuleState(
        {
          ...everyRule,
          kind: "orders",
          search: "jeans",
          minLift: 2,
          sort: { column: "confidence", descending: true },
        },
        "",
      ),
    ).toBe("?kind=orders&search=jeans&minLift=2&sort=-confidence");
  });

  test("should be read as it was written", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const state: fc.Arbitrary<RuleState> = fc.record({
      kind: fc.constantFrom(null, ...kinds),
      search: fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.trim()),
      minSupport: share,
      minConfidence: share,
      minLift: fc.double({ min: 0, max: 1000, noNaN: true }),
      sort: fc.record({ column: fc.constantFrom(...ruleColumns), descending: fc.boolean() }),
    });
    fc.assert(
      fc.property(state, (each) => {
        expect(read(writeRuleState(each, "?x=1"))).toEqual(each);
      }),
    );
  });
});

test("hasRuleState knows its own parameters", () => {
  expect(["?minLift=2", "?a=1&sort=lift", "?search="].map(hasRuleState)).toEqual([true, true, true]);
  expect(["", "?a=1", "?minlift=2"].map(hasRuleState)).toEqual([false, false, false]);
});

test("nextSort turns a column around, and starts with the greatest number and the first word", () => {
  expect(nextSort(everyRule.sort, "lift")).toEqual({ column: "lift", descending: true });
  expect(nextSort({ column: "lift", descending: true }, "lift")).toEqual({
    column: "lift",
    descending: false,
  });
  expect(nextSort(everyRule.sort, "then")).toEqual({ column: "then", descending: false });
  expect(nextSort(everyRule.sort, "chance")).toEqual({ column: "chance", descending: false });
  expect(nextSort(everyRule.sort, "kind")).toEqual({ column: "kind", descending: true });
});

describe("fields of percent and lift", () => {
  test("should read shares exactly", () => {
    expect(["80", "30.1", ".5", "7", "100"].map(shareOf)).toEqual([0.8, 0.301, 0.005, 0.07, 1]);
  });

  test("should take what is no threshold for none", () => {
    expect(["", "abc", "-1", "101", "1e", "NaN"].map(shareOf)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(["", "-2", "Infinity", "2.5"].map(liftOf)).toEqual([0, 0, 0, 2.5]);
  });

  test("should write shares as percent without the noise of floats", () => {
    expect([0, 0.07, 0.301, 0.00001, 1].map(percentText)).toEqual(["", "7", "30.1", "0.001", "100"]);
  });
});
