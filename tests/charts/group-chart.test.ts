import { describe, expect, test } from "vitest";
import { groupChart, outOf, rankedByRevenue, withoutValue } from "../../src/charts/group-chart.ts";
import type { Measure } from "../../src/report/words/general.ts";
import { sourceOf } from "./source.ts";

/** Purchases of `count` customers each in as many places as there are counts. */
const places = (...counts: number[]) =>
  sourceOf(
    ["Location", "Amount"],
    counts.flatMap((count, place) => Array.from({ length: count }, () => [`Place ${place + 10}`, 10])),
  );

const chart = (limit: number, measure: Measure = "customers") =>
  ({
    id: "places",
    kind: "bars",
    title: "Places",
    labelHeading: "Place",
    labelColumn: "location",
    measure,
    limit,
  }) as const;

describe("groupChart", () => {
  test("should show all groups without a word on how many where all are named", async () => {
    const source = await places(20, 10);
    const spec = groupChart(source, source.report.breakdowns.location, chart(10));
    expect(spec).toMatchObject({
      labels: ["Place 10", "Place 11"],
      caption: "Place 10 accounts for 67% of customers, Place 11 for 33%.",
      labelColumn: "location",
      series: [
        {
          name: "Customers",
          column: "customers",
          values: [20, 10],
          display: ["20", "10"],
          notes: ["67%", "33%"],
          notesColumn: "share",
        },
      ],
    });
  });

  test("should say the first of all where more are named than shown, and leave the folded out", async () => {
    const source = await places(9, 8, 7, 3, 3);
    const spec = groupChart(source, source.report.breakdowns.location, chart(2));
    expect(spec?.labels).toEqual(["Place 10", "Place 11"]);
    expect(spec?.caption).toMatch(/^The first 2 of 5\. /);
  });

  test("should hold the named against each other, not what stands together, and say of how many they are", async () => {
    const source = await places(9, 8, 4, 4, 4, 4);
    const { location } = source.report.breakdowns;
    const spec = groupChart(source, location, chart(10));
    expect(spec?.series[0]?.values).toEqual([9, 8, 16]);
    expect(spec?.caption).toBe(
      "2 of 6 are named; the other 4 stand together. Those named are nearly even: from 8 to 9 customers each.",
    );
    expect(groupChart(source, location, { ...chart(1), outOf: 70 })?.caption).toMatch(/^The first 1 of 70\./);
    expect(outOf(source, "locations")).toEqual({ outOf: 6 });
    expect(outOf(source, "averageAge")).toEqual({});
  });

  test("should say how many are named where the others stand together", async () => {
    const source = await places(9, 8, 7, 3, 3);
    const { location } = source.report.breakdowns;
    const spec = groupChart(source, location, chart(3));
    expect(spec?.labels).toEqual(["Place 10", "Place 11", "Place 12", location?.groups.at(-1)?.name]);
    expect(location?.groups.map(({ other }) => other ?? false)).toEqual([false, false, false, true]);
    expect(spec?.caption).toMatch(/^3 of 5 are named; the other 2 stand together\. Place 10 accounts for/);
  });

  test("should not take a group for the folded one that is only called like it", async () => {
    const name = "Other (fewer than 5 customers each)";
    const source = await sourceOf(
      ["Location", "Amount"],
      Array.from({ length: 12 }, (_, row) => [row < 6 ? name : "Rome", 10]),
    );
    const spec = groupChart(source, source.report.breakdowns.location, chart(10));
    expect(spec?.caption).toBe("Even: 6 customers each.");
  });

  test("should say that the others are not shown where revenue ranks the named alone", async () => {
    const source = await places(9, 8, 7, 3, 3);
    const spec = groupChart(source, rankedByRevenue(source, "location"), {
      ...chart(10, "revenue"),
      ...outOf(source, "locations"),
    });
    expect(spec?.labels).toHaveLength(3);
    expect(spec?.caption).toMatch(/^3 of 5 are named; the other 2 are not shown\. /);
  });

  test("should be absent without a breakdown, and for a single group", async () => {
    const source = await places(20);
    expect(groupChart(source, undefined, chart(10))).toBeNull();
    expect(groupChart(source, source.report.breakdowns.location, chart(10))).toBeNull();
  });
});

describe("withoutValue", () => {
  test("should count what has no value, and else say nothing", async () => {
    const source = await sourceOf(
      ["Location", "Amount"],
      Array.from({ length: 12 }, (_, row) => [row < 5 ? "" : "Rome", 10]),
    );
    expect(withoutValue(source, source.report.breakdowns.location, "customers")).toBe(
      " Not known for 5 customers.",
    );
    expect(withoutValue(source, undefined, "purchases")).toBe("");
  });
});
