import { describe, expect, test } from "vitest";
import {
  type GroupChart,
  groupChart,
  outOf,
  rankedByRevenue,
  shareIntervals,
  withAverages,
  withoutValue,
} from "../../src/charts/group-chart.ts";
import { createFormatter } from "../../src/report/format.ts";
import type { Breakdown, Group } from "../../src/report/report.ts";
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
    expect(withoutValue(source, { withoutValue: null }, "customers")).toBe("");
  });
});

describe("a chart of groups that are given", () => {
  const format = createFormatter("en-US", "USD");
  type Given = Partial<Group> & { customers: number; name: string };

  /** Of a hundred customers, with a purchase and ten dollars each. */
  const group = ({ customers, ...more }: Given): Group => ({
    customers,
    customersShare: customers / 100,
    purchases: customers,
    purchasesShare: customers / 100,
    revenue: customers * 10,
    revenueShare: customers / 100,
    averagePurchase: 10,
    ...more,
  });
  const hats = { name: "Hats", customers: 70 };
  const coats = { name: "Coats", customers: 30 };
  const unsure = { customersShare: null, purchasesShare: null, revenueShare: null, averagePurchase: null };
  const drawn = (groups: Given[], more: Partial<GroupChart> = {}, breakdown: Partial<Breakdown> = {}) =>
    groupChart(
      { format },
      { folded: 0, leftover: null, ...breakdown, groups: groups.map(group) },
      { ...chart(10), ...more },
    );

  test("should rank no product that is none of the goods", () => {
    const postage = { name: "Postage", customers: 90, notGoods: true } as const;
    expect(drawn([postage, hats, coats])?.labels).toEqual(["Hats", "Coats"]);
    expect(drawn([postage, hats])).toBeNull();
  });

  test("should write shares first where it is a share, or is asked to", () => {
    const values = drawn([hats, coats])?.series[0];
    expect([values?.column, values?.display, values?.notesName, values?.notes]).toEqual([
      "customers",
      ["70", "30"],
      "Share",
      ["70%", "30%"],
    ]);
    for (const more of [{ kind: "share" }, { isByShare: true }] as const) {
      const shares = drawn([hats, coats], more)?.series[0];
      expect([shares?.name, shares?.column, shares?.display]).toEqual([
        "Share of customers",
        "shareOfCustomers",
        ["70%", "30%"],
      ]);
      expect([shares?.notesName, shares?.notesColumn, shares?.notes]).toEqual([
        "Customers",
        "customers",
        ["70", "30"],
      ]);
    }
  });

  test("should draw no revenue where there is none, and anything else of which some are nothing", () => {
    const free = (name: string) => ({ name, customers: 50, revenue: 0, revenueShare: 0 });
    expect(drawn([free("Hats"), free("Coats")], { measure: "revenue" })).toBeNull();
    expect(drawn([free("Hats"), coats], { measure: "revenue" })?.series[0]?.values).toEqual([0, 300]);
    const nobody = (name: string) => ({ name, customers: 0 });
    expect(drawn([nobody("Hats"), nobody("Coats")])?.series[0]?.values).toEqual([0, 0]);
  });

  test("should count those that the list leaves out among all", () => {
    const three = [hats, coats, { name: "Shoes", customers: 10 }];
    expect(drawn(three, { limit: 2 }, { unlisted: 40, folded: 7 })?.caption).toMatch(/^The first 2 of 50\. /);
    expect(drawn(three, { limit: 2 }, { folded: 7 })?.caption).toMatch(/^The first 2 of 10\. /);
  });

  test("should say what a group holds beside its own, and of customers which count nearly all", () => {
    const leftover = { groups: 2, missing: false, guests: false, with: ["Hats"] };
    expect(drawn([hats, coats], {}, { leftover })?.caption).toMatch(
      / Hats includes 2 other values, too few to be shown apart\.$/,
    );
    const all = { ...hats, nearlyAll: true } as const;
    const words = "Hats counts all customers: all but a few are in it.";
    expect(drawn([all, coats])?.caption).toContain(words);
    expect(drawn([all, coats], { measure: "purchases" })?.caption).not.toContain("all but a few");
    expect(drawn([hats, coats])?.caption).not.toContain("all but a few");
  });

  test("should say how sure shares are, where that is told of any", () => {
    const interval = { low: 0.6, high: 0.78 };
    const sure = { ...hats, intervals: { ...unsure, customersShare: interval } };
    expect(drawn([sure, coats])?.series[0]?.intervals).toEqual(["60% to 78%", "–"]);
    expect(drawn([sure, coats], { measure: "purchases" })?.series[0]).not.toHaveProperty("intervals");
    expect(drawn([hats, coats])?.series[0]).not.toHaveProperty("intervals");
    expect(shareIntervals([{ interval: null }, { interval }, {}], format)).toEqual({
      intervals: ["–", "60% to 78%", "–"],
    });
  });

  test("should have averages in its table where there is money, of as many groups as it draws", () => {
    const spec = drawn([hats, coats]);
    if (spec === null) throw new Error("no chart");
    const averages = [
      { averagePurchase: 12.5, intervals: { ...unsure, averagePurchase: { low: 11, high: 14 } } },
      { averagePurchase: null },
    ];
    const [series] = withAverages(spec, averages, format).series;
    expect(series).toMatchObject({ values: [70, 30], averages: ["$12.50 ($11.00 to $14.00)", "–"] });
    expect(withAverages(spec, averages, format).labels).toEqual(["Hats", "Coats"]);
    expect(withAverages(spec, averages.slice(0, 1), format)).toBe(spec);
    const free = [{ averagePurchase: null }, { averagePurchase: null }];
    expect(withAverages(spec, free, format)).toBe(spec);
  });
});

describe("rankedByRevenue", () => {
  test("should rank places or products, and nothing where the report has none", async () => {
    const rows = Array.from({ length: 24 }, (_, row) => [
      row < 10 ? "Rome" : "Oslo",
      row < 10 ? "Hats" : "Coats",
      row < 10 ? 50 : 10,
    ]);
    const source = await sourceOf(["Location", "Product", "Amount"], rows);
    const namesOf = (groups: ReturnType<typeof rankedByRevenue>) => groups?.groups.map(({ name }) => name);
    expect(namesOf(rankedByRevenue(source, "location"))).toEqual(["Rome", "Oslo"]);
    expect(namesOf(rankedByRevenue(source, "product"))).toEqual(["Hats", "Coats"]);
    const placeless = await sourceOf(
      ["Product", "Amount"],
      rows.map(([, product = "", amount = 0]) => [product, amount]),
    );
    expect(rankedByRevenue(placeless, "location")).toBeUndefined();
    const unranked = { ...source, report: { ...source.report, locationsByRevenue: null } };
    expect(rankedByRevenue(unranked, "location")).toBeUndefined();
  });
});
