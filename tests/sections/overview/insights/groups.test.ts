import { beforeAll, describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { BreakdownField, Group, Report } from "../../../../src/report/report.ts";
import { groupInsights } from "../../../../src/sections/overview/insights/groups.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";
import { someGroups } from "../../../report/some-groups.ts";

const format = createFormatter("en-US", "USD");

let plain: Report;
beforeAll(async () => {
  plain = await reportOf(snapshot(["Amount"], times(6, [10])));
});

const idsOf = (field: BreakdownField, groups: Group[]) =>
  groupInsights(
    {
      ...plain,
      breakdowns: {
        [field]: { field, header: field, groups, withoutValue: { customers: 0, purchases: 0 }, folded: 0 },
      },
    },
    format,
  ).map(({ id }) => id);

/** Two groups of 1,000 in all whose effect is w: shares of (1 ± w) / 2. */
const pair = (w: number) => someGroups({ one: 500 * (1 + w), other: 500 * (1 - w) });

describe("groupInsights", () => {
  test("should say nothing without a field to split by", () => {
    expect(groupInsights({ ...plain, breakdowns: {}, subscribersByGender: null }, format)).toEqual([]);
  });

  test.each(["gender", "category", "location", "season"] as const)(
    "should tell who leads in %s from an effect of 0.2 on",
    (field) => {
      expect(idsOf(field, pair(0.2))).toEqual([`group/${field}`]);
      expect(idsOf(field, pair(0.18))).toEqual([]);
    },
  );

  test("should say that locations or seasons are even below an effect of 0.1, or where chance explains it", () => {
    for (const field of ["location", "season"] as const) {
      expect(idsOf(field, pair(0.1))).toEqual([]);
      expect(idsOf(field, pair(0.08))).toEqual([`even/${field}`]);
      // 60 and 40 of 100: w = 0.2, p = 0.046. 12 and 8 of 20: w = 0.2, p = 0.37.
      expect(idsOf(field, someGroups({ one: 60, other: 40 }))).toEqual([`group/${field}`]);
      expect(idsOf(field, someGroups({ one: 12, other: 8 }))).toEqual([`even/${field}`]);
    }
  });

  test("should not tell that genders or categories are even, which is no news", () => {
    expect(idsOf("gender", pair(0))).toEqual([]);
    expect(idsOf("category", pair(0))).toEqual([]);
  });

  test("should say nothing of one group, or of too few for the test", () => {
    expect(idsOf("season", someGroups({ one: 100 }))).toEqual([]);
    expect(idsOf("season", someGroups({ one: 5, other: 4 }))).toEqual([]);
    expect(idsOf("season", [])).toEqual([]);
  });

  test("should not take what stands together for a group", () => {
    const [first, second, rest] = someGroups({ one: 100, other: 100, rest: 800 });
    if (first === undefined || second === undefined || rest === undefined) throw new Error("three groups");
    expect(idsOf("season", [first, second, { ...rest, other: true }])).toEqual(["even/season"]);
    expect(idsOf("season", [first, second, rest])).toEqual(["group/season"]);
  });

  test("should tell that one gender alone subscribes, and not where several do or nobody", () => {
    const of = (...subscribers: number[]) =>
      groupInsights(
        {
          ...plain,
          breakdowns: {},
          subscribersByGender: subscribers.map((count, index) => ({
            name: ["Male", "Female"][index] ?? "",
            subscribers: count,
            customers: 100,
            share: count / 100,
          })),
        },
        format,
      ).map(({ lead }) => lead);
    expect(of(30, 0)).toEqual(["Only men subscribe:"]);
    expect(of(0, 30)).toEqual(["Only women subscribe:"]);
    expect(of(30, 1)).toEqual([]);
    expect(of(0, 0)).toEqual([]);
    expect(of(30)).toEqual([]);
    expect(of()).toEqual([]);
  });
});
