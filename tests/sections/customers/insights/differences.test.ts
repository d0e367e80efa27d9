import { beforeAll, describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { Report } from "../../../../src/report/report.ts";
import type { Difference } from "../../../../src/sections/customers/differences.ts";
import { differenceInsights } from "../../../../src/sections/customers/insights/differences.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";
import { someDifference } from "../some-difference.ts";

const format = createFormatter("en-US", "USD");

let plain: Report;
beforeAll(async () => {
  plain = await reportOf(snapshot(["Amount"], times(6, [10])));
});

const found = (...differences: Difference[]) => differenceInsights({ ...plain, differences }, format);
const idsOf = (...differences: Difference[]) => found(...differences).map(({ id }) => id);
const real = someDifference();
const chance = someDifference({ field: "season", q: 0.6 });

describe("differenceInsights", () => {
  test("should say nothing where nothing was tested", () => {
    expect(idsOf()).toEqual([]);
  });

  test("should tell what is beyond chance and large enough, and that alone", () => {
    expect(idsOf(real, chance)).toEqual(["difference/spend/gender"]);
    expect(idsOf(someDifference({ q: 0.025, effect: 0.01 }), chance)).toEqual(["difference/spend/gender"]);
    expect(idsOf(someDifference({ q: 0.026 }), chance)).toEqual(["difference/none"]);
  });

  test("should neither tell a sure difference that is tiny, nor say that there is none", () => {
    expect(idsOf(someDifference({ q: 0.001, effect: 0.0099, pair: null }), chance)).toEqual([]);
    const near = someDifference().pair;
    if (near === null) throw new Error("no pair");
    const tiny = { ...near, gap: { value: 5.9, low: 5, high: 7 } };
    expect(idsOf(someDifference({ q: 0.001, effect: 0.0099, pair: tiny }), chance)).toEqual([]);
  });

  test("should tell a small effect whose groups are a tenth apart in what is typical", () => {
    expect(idsOf(someDifference({ q: 0.001, effect: 0.005 }), chance)).toEqual(["difference/spend/gender"]);
  });

  test("should tell little of what products cost, and nothing where prices are fixed", () => {
    const amounts = (effect: number, field: "product" | "category") =>
      someDifference({ measure: "amount", field, effect });
    expect(found(amounts(0.5, "product"))[0]?.strength).toBe(0.3);
    expect(found(amounts(0.5, "category"))[0]?.strength).toBe(0.3);
    expect(idsOf(amounts(0.95, "product"), chance)).toEqual([]);
    expect(idsOf(someDifference({ effect: 0.95 }), chance)).toEqual(["difference/spend/gender"]);
  });

  test("should put the largest effect first, and count it more", () => {
    const larger = someDifference({ measure: "rating", field: "size", effect: 0.3 });
    const told = found(real, larger);
    expect(told.map(({ id }) => id)).toEqual(["difference/rating/size", "difference/spend/gender"]);
    expect(told.map(({ strength }) => strength)).toEqual([0.75, 0.49]);
    expect(found(someDifference({ effect: 0.9 }))[0]?.strength).toBe(1);
  });

  test("should say that there is none only where two fields were asked", () => {
    expect(idsOf(chance)).toEqual([]);
    expect(idsOf(chance, someDifference({ measure: "rating", field: "season", q: 0.7 }))).toEqual([]);
    expect(idsOf(chance, someDifference({ q: 0.7 }))).toEqual(["difference/none"]);
    expect(found(chance, someDifference({ q: 0.7 }))[0]?.link.path).toBe("methods/#insights");
  });

  test.each([
    ["gender", "customers/#customers-by-gender"],
    ["age_group", "customers/#customers-by-age"],
    ["location", "locations/"],
    ["category", "products/"],
    ["product", "products/"],
    ["shipping_type", "customers/"],
  ] as const)("should lead from %s to %s", (field, path) => {
    expect(found(someDifference({ field })).map(({ link }) => link.path)).toEqual([path]);
  });
});
