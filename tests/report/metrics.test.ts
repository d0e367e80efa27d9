import { describe, expect, test } from "vitest";
import { metricIds, metricQueries } from "../../src/questions/metrics.ts";
import { metricDefinitions } from "../../src/report/metrics.ts";
import { reportOf, snapshot, times } from "../questions/open-rows.ts";

describe("metricDefinitions", () => {
  test("should define each metric once, with the query that is asked", () => {
    expect(metricDefinitions.map(({ id }) => id)).toEqual([...metricIds]);
    for (const { id, query } of metricDefinitions) expect(query).toBe(metricQueries[id]);
  });

  test("should have a name of its own, words and a formula for each", () => {
    expect(new Set(metricDefinitions.map(({ name }) => name)).size).toBe(metricDefinitions.length);
    for (const { words, formula } of metricDefinitions) {
      expect(words).toMatch(/\.$/);
      expect(formula).not.toBe("");
    }
  });
});

describe("averages and summaries of few values", () => {
  test("should not be published below the minimum, and from it on", async () => {
    const table = (known: number) =>
      snapshot(
        ["Age", "Rating", "Previous Purchases", "Amount"],
        [...times(known, [30, 4, 7, 1]), ...times(10 - known, ["", "", "", 1])],
      );
    const ids = ["averageAge", "averageRating", "averagePreviousPurchases"];
    const few = await reportOf(table(4));
    expect(few).toMatchObject({ age: null, rating: null, previousPurchases: null });
    expect(few.metrics.filter(({ metric }) => ids.includes(metric))).toEqual([]);
    const enough = await reportOf(table(5));
    expect(enough).toMatchObject({ age: { count: 5 }, rating: { summary: { count: 5 } } });
    expect(enough.metrics.filter(({ metric }) => ids.includes(metric))).toHaveLength(3);
  });

  test("should hold for what is spent too", async () => {
    expect((await reportOf(snapshot(["Amount"], times(4, [1])))).spend.summary).toBeNull();
    expect((await reportOf(snapshot(["Amount"], times(5, [1])))).spend.summary).toMatchObject({ median: 1 });
  });
});
