import { describe, expect, test } from "vitest";
import type { AffinityKind } from "../../../src/sections/affinity/affinity.ts";
import { strongestFindings } from "../../../src/sections/affinity/findings.ts";
import { affinityOf, product, ruleOf } from "./some-affinity.ts";

const counts: [number, number, number] = [526, 531, 145];
const jeans = ruleOf([product("Jeans")], [product("Sneakers")], counts, { confidence: 0.276 });

function kindOf(changes: Partial<AffinityKind>, kind: AffinityKind["kind"] = "orders"): AffinityKind {
  const [found] = affinityOf({}).kinds.filter((each) => each.kind === kind);
  if (found === undefined) throw new Error(`there are no baskets of ${kind}`);
  return { ...found, ...changes };
}

describe("strongestFindings", () => {
  test("should tell no itemset twice, in the direction that holds more often", () => {
    const back = ruleOf([product("Sneakers")], [product("Jeans")], counts, { confidence: 0.3 });
    const [found] = strongestFindings([kindOf({ rules: [jeans, back] })]);
    expect(found?.rules).toEqual([back]);
  });

  test("should put what is sure before what is strong", () => {
    const unsure = ruleOf([product("A")], [product("B")], counts, { adjustedLift: 9, q: 0.01 });
    expect(strongestFindings([kindOf({ rules: [unsure, jeans] })])[0]?.rules).toEqual([jeans, unsure]);
  });

  test("should let kinds take turns, eight in all, and not tell a pair again for another kind", () => {
    const rules = Array.from({ length: 20 }, (_, index) =>
      ruleOf([product(`A${index}`)], [product(`B${index}`)], counts, { adjustedLift: 30 - index }),
    );
    const found = strongestFindings([kindOf({ rules }), kindOf({ rules }, "products")]);
    expect(found.map(({ rules: each }) => each.map(({ adjustedLift }) => adjustedLift))).toEqual([
      [30, 28, 26, 24],
      [29, 27, 25, 23],
    ]);
    expect(strongestFindings([kindOf({ rules }), kindOf({}, "traits")])[0]?.rules).toHaveLength(8);
  });

  test("should tell other items before the same again", () => {
    const rules = [
      ruleOf([product("A")], [product("B")], counts, { adjustedLift: 9 }),
      ruleOf([product("A")], [product("C")], counts, { adjustedLift: 8 }),
      ruleOf([product("D")], [product("E")], counts, { adjustedLift: 2 }),
    ];
    const [found] = strongestFindings([kindOf({ rules })], 2);
    expect(found?.rules.map(({ adjustedLift }) => adjustedLift)).toEqual([9, 2]);
  });

  test("should not tell what goes with a persona, which is made of it", () => {
    const persona = ruleOf(
      [{ field: "Persona", name: "Gold" }],
      [{ field: "Season", name: "Fall" }],
      counts,
      { adjustedLift: 9 },
    );
    const [found] = strongestFindings([kindOf({ rules: [persona, jeans] }, "traits")]);
    expect(found?.rules).toEqual([jeans]);
  });

  test("should find nothing in nothing", () => {
    expect(strongestFindings([kindOf({})])).toEqual([]);
  });
});
