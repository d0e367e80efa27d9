import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "../../../src/dataset/account.ts";
import { createFormatter } from "../../../src/report/format.ts";
import type { Report } from "../../../src/report/report.ts";
import { qualityInsights } from "../../../src/sections/data/insights.ts";
import { reportOf, snapshot, times } from "../../questions/open-rows.ts";
import { someAccount } from "../../report/some-account.ts";

const format = createFormatter("en-US", "USD");

let plain: Report;
beforeAll(async () => {
  plain = await reportOf(snapshot(["Amount"], times(6, [10])));
});

function idsOf(account: Partial<Account>, metrics: Report["metrics"] = []) {
  const dataset = { ...plain.dataset, account: someAccount(account) };
  return qualityInsights({ ...plain, dataset, metrics }, format).map(({ id }) => id);
}

describe("qualityInsights", () => {
  test("should say nothing of clean data", () => {
    expect(idsOf({})).toEqual([]);
  });

  test("should tell of rows left out from 1% on", () => {
    expect(idsOf({ read: 1000, dropped: 10 })).toEqual(["quality/dropped"]);
    expect(idsOf({ read: 1000, dropped: 9 })).toEqual([]);
  });

  test("should tell of guests from 10% of the purchases on", () => {
    const guests = (value: number) => idsOf({}, [{ metric: "guestShare", value }]);
    expect(guests(0.1)).toEqual(["quality/guests"]);
    expect(guests(0.099)).toEqual([]);
  });

  test("should tell of returns from 1% of the rows on, where their value is known", () => {
    const value: Report["metrics"] = [
      { metric: "returnsValue", value: -50 },
      { metric: "revenue", value: 1000 },
    ];
    expect(idsOf({ read: 1000, returns: 10 }, value)).toEqual(["quality/returns"]);
    expect(idsOf({ read: 1000, returns: 9 }, value)).toEqual([]);
    expect(idsOf({ read: 1000, returns: 10 })).toEqual([]);
  });

  test("should tell all three, the more rows are left out the stronger", () => {
    const metrics: Report["metrics"] = [
      { metric: "guestShare", value: 0.3 },
      { metric: "returnsValue", value: -50 },
      { metric: "revenue", value: 1000 },
    ];
    expect(idsOf({ read: 1000, dropped: 10, returns: 10 }, metrics)).toEqual([
      "quality/dropped",
      "quality/guests",
      "quality/returns",
    ]);
    const strength = (dropped: number) =>
      qualityInsights(
        { ...plain, dataset: { ...plain.dataset, account: someAccount({ read: 100, dropped }) } },
        format,
      )[0]?.strength;
    expect(strength(2)).toBeCloseTo(0.6);
    expect(strength(50)).toBe(1);
  });
});
