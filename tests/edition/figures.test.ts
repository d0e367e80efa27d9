import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { buildReport } from "../../src/edition/build-report.ts";
import { figureDefinitions } from "../../src/report/figure-definitions.ts";
import type { Group, Report } from "../../src/report/report.ts";
import type { Dataset } from "../../src/store/open-dataset.ts";
import { configOf, openTables, reportOf, snapshot, times } from "../questions/open-rows.ts";
import { generateSample, SAMPLE_SEED } from "../sample/generator/generate.ts";
import { COLUMNS } from "../sample/generator/row.ts";

const answer = z.object({
  name: z.union([z.string(), z.number()]).optional(),
  value: z.number().default(Number.NaN),
  purchases: z.number().optional(),
  day: z.number().optional(),
  category: z.string().optional(),
  season: z.string().optional(),
});

describe("the figures of the sample", () => {
  let dataset: Dataset;
  let report: Report;
  beforeAll(async () => {
    const { rows } = generateSample(SAMPLE_SEED);
    const config = configOf();
    const table = { header: COLUMNS, rows: rows.map(({ row }) => COLUMNS.map((column) => row[column])) };
    dataset = await openTables([table], config);
    report = await buildReport(dataset, config);
  });
  afterAll(() => dataset.store.close());

  const ask = (id: string) => {
    const definition = figureDefinitions.find((figure) => figure.id === id);
    if (definition === undefined) throw new Error(`no figure ${id}`);
    return dataset.store.query(definition.query, answer);
  };
  const named = (groups: readonly Group[] | null | undefined, of: "customers" | "purchases" | "revenue") =>
    groups?.filter(({ other }) => other !== true).map((group) => [group.name, group[of]]) ?? [];
  const sorted = (pairs: readonly (readonly unknown[])[]) =>
    pairs.map(([name, value]) => `${name}: ${Number(value).toFixed(6)}`).sort();

  test("should each have a query that runs, and words", async () => {
    expect(new Set(report.figures.map(({ id }) => id)).size).toBe(report.figures.length);
    expect(report.figures.length).toBeGreaterThan(20);
    for (const { id, name, words, formula } of report.figures) {
      expect((await ask(id)).length, id).toBeGreaterThan(0);
      expect(name).not.toBe("");
      expect(words).toMatch(/\.$/);
      expect(formula).not.toBe("");
    }
  });

  test("should be split by field as their queries say", async () => {
    for (const { id } of report.figures) {
      const [field, measure] = id.split("-");
      const breakdown = Object.values(report.breakdowns).find((found) => found.field === field);
      if (breakdown === undefined || field === "ageGroup") continue;
      if (measure !== "customers" && measure !== "purchases" && measure !== "revenue") continue;
      const groups =
        id === "location-revenue"
          ? report.locationsByRevenue
          : id === "product-revenue"
            ? report.productsByRevenue
            : breakdown.groups;
      const given = sorted((await ask(id)).map(({ name, value }) => [name, value]));
      expect(given, id).toEqual(expect.arrayContaining(sorted(named(groups, measure))));
    }
  });

  test("should have ages, ratings, months and orders that add up to those of their queries", async () => {
    const total = async (id: string) => (await ask(id)).reduce((all, { value }) => all + value, 0);
    const sum = (values: readonly number[] | undefined) => values?.reduce((all, value) => all + value, 0);
    expect(await total("ageGroup-customers")).toBe(
      sum(report.breakdowns.ageGroup?.groups.map(({ customers }) => customers)),
    );
    expect(await total("rating-distribution")).toBe(
      sum(report.rating?.histogram.bins.map(({ count }) => count)),
    );
    expect(await ask("spend-distribution")).toHaveLength(
      sum(report.spend.histogram.bins.map(({ count }) => count)) ?? 0,
    );
    expect(await total("months-revenue")).toBeCloseTo(
      sum(report.months?.map(({ revenue }) => revenue)) ?? 0,
      4,
    );
    expect(await total("orders-per-customer")).toBe(
      sum(report.ordersPerCustomer?.map(({ customers }) => customers)),
    );
    expect((await ask("period"))[0]?.value).toBe(report.period?.days);
    expect((await ask("rows")).map(({ value }) => value)).toEqual([
      report.dataset.account.purchases,
      report.dataset.account.returns,
    ]);
    for (const { category, season, purchases } of await ask("season-category")) {
      const { rows = [], columns = [], counts = [] } = report.seasonCategory ?? {};
      expect(counts[rows.indexOf(category ?? "")]?.[columns.indexOf(season ?? "")]).toBe(purchases);
    }
    for (const { name, value } of await ask("subscribers-by-gender")) {
      const row = report.subscribersByGender?.find((found) => found.name === name);
      if (report.subscribersByGender !== null) expect(row?.subscribers).toBe(value);
    }
  });
});

test("a report defines no figure that it does not hold", async () => {
  const { figures } = await reportOf(snapshot(["Amount"], times(6, [10])));
  expect(figures.map(({ id }) => id)).toEqual(["rows", "spend-distribution"]);
});
