import { expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import { affinityInsights } from "../../../src/sections/affinity/insights.ts";
import { insightBars, shareBars } from "../../../src/sections/overview/mini-bars.ts";
import { reportOf, snapshot, times } from "../../questions/open-rows.ts";
import { someGroups } from "../../report/some-groups.ts";
import { affinityOf, product, ruleOf } from "../affinity/some-affinity.ts";

const format = createFormatter("en-US", "USD");

test("insightBars should set what goes together beside the usual rate that its sentence speaks of", async () => {
  const plain = await reportOf(snapshot(["Amount"], times(6, [10])));
  // 40 % of baskets with tea hold a cup: five times the usual 8 %, though 10 % of all baskets do.
  const rule = ruleOf([product("Tea")], [product("Cup")], [50, 100, 20], { adjustedLift: 5 });
  const report = { ...plain, affinity: affinityOf({ orders: [rule] }) };
  const [insight] = affinityInsights(report, format);
  if (insight === undefined) throw new Error("nothing was found");
  expect(insight.rest).toContain("5.0 times the usual rate");
  expect(insightBars(report, insight, format)).toEqual([
    { name: "With Tea", value: 0.4, written: "40%", isSubject: true },
    { name: "Usual rate", value: 0.08, written: "8%", isSubject: false },
  ]);
});

test("shareBars should leave out what is likely none of the goods", () => {
  const groups = someGroups({ Cups: 50, Postage: 30, Pots: 20 }).map((group) =>
    group.name === "Postage" ? { ...group, notGoods: true as const } : group,
  );
  expect(shareBars(groups, "revenue", { format, most: 5 }).map(({ name }) => name)).toEqual(["Cups", "Pots"]);
});
