import { expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import { insightRules } from "../../../../src/sections/overview/words/insight-rules.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";
import { someDifference } from "../../customers/some-difference.ts";
import { monthly, weekly } from "../some-comparison.ts";

const format = createFormatter("en-US", "USD");

test("insightRules should explain what the report was asked, and no more", async () => {
  const report = await reportOf(snapshot(["Amount"], times(6, [10])));
  const rules = (changes: Partial<typeof report>) => insightRules({ ...report, ...changes }, format);
  const names = (changes: Partial<typeof report>) => rules(changes).map(({ name }) => name);
  const words = (changes: Partial<typeof report>) =>
    rules(changes)
      .map((rule) => rule.words)
      .join("\n");

  const always = ["What becomes a finding", "Groups that differ", "Groups that lead, and even groups"];
  expect(names({})).toEqual([...always, "The top tenth of customers"]);
  expect(names({ metrics: [] })).toEqual(always);
  const comparison = monthly({ revenue: [1, 2] });
  expect(names({ comparison })).toEqual([...always, "What changed", "The top tenth of customers"]);
  expect(words({ comparison })).toContain("fewer than eight months");
  expect(words({ comparison: weekly({ revenue: [1, 2] }) })).toContain("fewer than eight weeks");

  expect(words({ shape: "snapshot" })).toContain("held against everything that is known of them");
  expect(words({ shape: "orderLines" })).toContain("held against what is known of the customers");
  expect(words({ differences: [someDifference()] })).toContain("1 test was made");
  expect(words({ differences: [someDifference(), someDifference()] })).toContain("2 tests were made");
});
