import { beforeAll, describe, expect, test } from "vitest";
import { readPreviousReport } from "../../../src/sections/changes/read-previous-report.ts";
import { reportOf, snapshot, times } from "../../questions/open-rows.ts";
import { refusal } from "../../support/refusal.ts";

describe("readPreviousReport", () => {
  let text: string;
  beforeAll(async () => {
    text = JSON.stringify(await reportOf(snapshot(["Amount"], times(20, [5]))));
  });

  test("should read what is compared, and keep all that stood there", () => {
    const report = readPreviousReport(text);
    expect(report.dataset.account.read).toBe(20);
    expect(report.content).toEqual(JSON.parse(text));
  });

  test("should do without parts that a report may lack", () => {
    const { schemaVersion, locale, minimumGroup, dataset, metrics, breakdowns, spend } = JSON.parse(text);
    const least = { schemaVersion, locale, minimumGroup, dataset, metrics, breakdowns, spend };
    expect(readPreviousReport(JSON.stringify(least)).segments).toBeUndefined();
  });

  test.each([
    ["", /this is no JSON/],
    ["<!doctype html>", /this is no JSON/],
    ["[]", /has no schemaVersion/],
    ["null", /has no schemaVersion/],
    ['{"schemaVersion":"1"}', /has no schemaVersion/],
    ['{"schemaVersion":2}', /schemaVersion is 2; .* knows 1\n.*newer version/],
    ['{"schemaVersion":0}', /schemaVersion is 0; no version .* has written that/],
    ['{"schemaVersion":1}', /no whole report\.json: "locale"/],
  ])("should refuse %j in words", async (content, words) => {
    const message = await refusal(() => readPreviousReport(content, "old.json"));
    expect(message).toMatch(/^old\.json: /);
    expect(message).toMatch(words);
  });

  test("should name the part that is not as it should be", async () => {
    const broken = { ...JSON.parse(text), metrics: [{ metric: "revenue", value: "much" }] };
    expect(await refusal(() => readPreviousReport(JSON.stringify(broken)))).toContain('"metrics.0.value"');
  });
});
