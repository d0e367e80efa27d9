import { describe, expect, test } from "vitest";
import { findRules, firstRules, foldText } from "../../../src/sections/affinity/rule-list.ts";
import { everyRule, type RuleState } from "../../../src/sections/affinity/rule-state.ts";
import { someRule } from "./rule-rules.ts";

const rules = [
  someRule(0, "Jeans", "Sneakers", { lift: 4, confidence: 16 / 20, support: 0.03 }),
  someRule(1, "Crème brûlée", "Jeans", { lift: 3, confidence: 0.2, q: 0.04 }),
  someRule(2, "Socks 10", "Socks 9", { lift: 2, confidence: 0.4, count: 7, customers: 6 }),
  someRule(3, "", "", {
    kind: "traits",
    antecedent: [
      { field: "Age group", name: "18–24" },
      { field: "Season", name: "Winter" },
    ],
    consequent: [{ field: "Payment method", name: "Venmo" }],
    lift: 9,
    confidence: 0.6,
    support: 0.01,
    q: 0.001,
  }),
];

const found = (state: Partial<RuleState>) =>
  findRules(rules, { ...everyRule, ...state }, "en-US").map(({ id }) => id);

describe("findRules", () => {
  test("should leave the list as it is by default: by kind, then lift", () => {
    expect(found({})).toEqual([0, 1, 2, 3]);
    expect(found({ sort: { column: "kind", descending: true } })).toEqual([3, 0, 1, 2]);
  });

  test("should find a product or a trait on either side, whatever its accents, capitals and dashes", () => {
    expect(found({ search: "jeans" })).toEqual([0, 1]);
    expect(found({ search: "CREME BRULEE" })).toEqual([1]);
    expect(found({ search: "18-24" })).toEqual([3]);
    expect(found({ search: "season winter" })).toEqual([3]);
  });

  test("should want every word, in whichever item", () => {
    expect(found({ search: "  sneakers   jeans " })).toEqual([0]);
    expect(found({ search: "sneakers socks" })).toEqual([]);
  });

  test("should take thresholds as at least, exactly", () => {
    expect(found({ minConfidence: 0.8 })).toEqual([0]);
    expect(found({ minLift: 3 })).toEqual([0, 1, 3]);
    expect(found({ minSupport: 0.02 })).toEqual([0, 1, 2]);
    expect(found({ minSupport: 0.02, minLift: 3, search: "creme" })).toEqual([1]);
  });

  test("should keep one kind", () => {
    expect(found({ kind: "traits" })).toEqual([3]);
    expect(found({ kind: "products" })).toEqual([]);
  });

  test("should sort by each column, and keep the list's order among equals", () => {
    const by = (column: RuleState["sort"]["column"], descending: boolean) =>
      found({ sort: { column, descending } });
    expect(by("lift", true)).toEqual([3, 0, 1, 2]);
    expect(by("lift", false)).toEqual([2, 1, 0, 3]);
    expect(by("confidence", true)).toEqual([0, 3, 2, 1]);
    expect(by("support", false)).toEqual([3, 1, 2, 0]);
    expect(by("baskets", false)).toEqual([2, 0, 1, 3]);
    expect(by("customers", true)).toEqual([0, 1, 3, 2]);
    expect(by("chance", false)).toEqual([3, 0, 2, 1]);
    expect(by("if", false)).toEqual([3, 1, 0, 2]);
    expect(by("then", true)).toEqual([2, 0, 3, 1]);
  });

  test("should read numbers in names as numbers", () => {
    const socks = [someRule(0, "Socks 10", "a"), someRule(1, "Socks 9", "a")];
    const sorted = findRules(socks, { ...everyRule, sort: { column: "if", descending: false } }, "en-US");
    expect(sorted.map(({ id }) => id)).toEqual([1, 0]);
  });
});

describe("firstRules", () => {
  test("should keep the first of each kind where kinds stand one below the other", () => {
    expect(firstRules(rules, everyRule.sort, 2).map(({ id }) => id)).toEqual([0, 1, 3]);
  });

  test("should keep the first of all in any other order", () => {
    expect(firstRules(rules, { column: "lift", descending: true }, 2)).toHaveLength(2);
  });
});

test("foldText makes texts comparable", () => {
  expect(foldText("  Ärmel—Größe\u00a0 L ")).toBe("armel-große l");
});
