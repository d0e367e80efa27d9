import { expect, test } from "vitest";
import { packRules, unpackRules } from "../../../src/sections/affinity/rule-columns.ts";
import { affinityOf, product, ruleOf } from "./some-affinity.ts";

const affinity = affinityOf({
  orders: [
    ruleOf([product("Jeans")], [product("Sneakers")], [526, 531, 345]),
    ruleOf([product("Sneakers")], [product("Jeans")], [531, 526, 345]),
  ],
  traits: [
    ruleOf(
      [product("Jeans"), { field: "Gender", name: "Male" }],
      [{ field: "Season", name: "Jeans" }],
      [7, 9, 5],
      { q: 0.0123456 },
    ),
  ],
});

test("unpackRules gives back what packRules took, to the last digit of what follows from counts", () => {
  const listed = unpackRules(JSON.parse(JSON.stringify(packRules(affinity))));
  const expected = affinity.kinds.flatMap(({ kind, rules }) => rules.map((rule) => ({ kind, ...rule })));
  expect(listed).toHaveLength(3);
  for (const [id, rule] of listed.entries()) {
    const { q, adjustedLift, ...rest } = rule;
    expect({ ...expected[id], id }).toMatchObject(rest);
    expect(adjustedLift).toBeCloseTo(expected[id]?.adjustedLift ?? 0, 2);
    expect(q).toBeCloseTo(expected[id]?.q ?? 1, 4);
  }
});

test("packRules names each item once, and only kinds that have rules", () => {
  const { items, kinds } = packRules(affinity);
  expect(items).toHaveLength(4);
  expect(kinds.map(({ kind, rules }) => [kind, rules])).toEqual([
    ["orders", 2],
    ["traits", 1],
  ]);
});
