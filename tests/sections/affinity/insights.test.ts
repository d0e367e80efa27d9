import { beforeAll, describe, expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import type { Report } from "../../../src/report/report.ts";
import type { Affinity, AffinityKind } from "../../../src/sections/affinity/affinity.ts";
import { affinityInsights } from "../../../src/sections/affinity/insights.ts";
import { reportOf, snapshot, times } from "../../questions/open-rows.ts";
import { affinityOf, product, ruleOf } from "./some-affinity.ts";

const format = createFormatter("en-US", "USD");

let plain: Report;
beforeAll(async () => {
  plain = await reportOf(snapshot(["Amount"], times(6, [10])));
});

const found = (affinity: Affinity | null) => affinityInsights({ ...plain, affinity }, format);

/** Kinds without a rule, each with these numbers. */
const without = (changes: Partial<AffinityKind>): Affinity => ({
  ...affinityOf({}),
  kinds: affinityOf({}).kinds.map((kind) => ({ ...kind, ...changes })),
});

const cup = ruleOf([product("Tea")], [product("Cup")]);
const hat = ruleOf([product("Scarf")], [product("Hat")], [50, 100, 30]);
const pen = ruleOf([product("Ink")], [product("Pen")], [50, 100, 25]);

describe("affinityInsights", () => {
  test("should say nothing without baskets, and nothing without a pair in them", () => {
    expect(found(null)).toEqual([]);
    expect(found(without({ pairs: 0, tests: 0 }))).toEqual([]);
  });

  test("should say that nothing goes together, with all that was tested in every kind of basket", () => {
    const [nothing, ...others] = found(without({ pairs: 10, tests: 25 }));
    expect(others).toEqual([]);
    expect(nothing).toMatchObject({
      id: "affinity/none",
      rest: "We tested 40 pairs; chance explains every one.",
      evidence: "100 rules tested",
      link: { path: "affinity/#tested" },
    });
  });

  test("should not say so where a pair goes together that makes no rule", () => {
    expect(found(without({ pairs: 10, tests: 25, pairsReal: 1 }))).toEqual([]);
  });

  test("should tell the two strongest rules, the second behind the first", () => {
    const told = found(affinityOf({ orders: [cup, hat, pen] }));
    expect(told).toHaveLength(2);
    expect(told[0]?.lead).toBe("60% of orders with Scarf also include Hat,");
    expect(told.map(({ link }) => link.path)).toEqual(["affinity/#findings", "affinity/#findings"]);
    expect(told[0]?.strength).toBeGreaterThan(told[1]?.strength ?? 1);
  });

  test("should take one of each kind of basket, and give each an id of its own", () => {
    const ids = found(affinityOf({ orders: [hat, pen], products: [cup] })).map(({ id }) => id);
    expect(ids).toEqual([
      "affinity/orders/Product=Scarf+Product=Hat",
      "affinity/products/Product=Tea+Product=Cup",
    ]);
  });

  test("should stand behind what concerns the whole, however high the lift", () => {
    const high = ruleOf([product("Tea")], [product("Cup")], [10, 10, 10]);
    expect(high.lift).toBe(100);
    expect(found(affinityOf({ orders: [high] }))[0]?.strength).toBe(0.65);
  });
});
