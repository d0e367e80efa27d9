import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

import { buildReport } from "../../../src/edition/build-report.ts";
import { csvSource } from "../../../src/read/csv-source.ts";
import { silent } from "../../../src/read/progress.ts";
import { features } from "../../../src/sections/segments/question/features.ts";
import { measures, scoreCustomers } from "../../../src/sections/segments/question/scores.ts";
import type { PersonaReport, Segments } from "../../../src/sections/segments/segments.ts";
import type { Dataset } from "../../../src/store/open-dataset.ts";
import { openDataset } from "../../../src/store/open-dataset.ts";
import { configOf } from "../../support/dataset.ts";
import { actionsIn, personasIn } from "./some-personas.ts";

const folder = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const name = "online_retail.csv.gz";
const there = existsSync(`${folder}/${name}`);
if (!there) console.warn(`skipped, for want of ${folder}/${name}: the segments of online_retail.csv.gz`);

/**
 * Worked out apart, in Python 3 with csv, decimal and fractions:
 *
 *   purchases: rows whose InvoiceNo does not start with C, Quantity > 0 and UnitPrice > 0; of them those with
 *   a CustomerID count. recency = (2023-12-10 - date of the customer's last purchase).days, 2023-12-10 being
 *   the day after the last purchase of anybody; frequency = len({InvoiceNo}); monetary = the sum of
 *   Quantity × Decimal(UnitPrice).
 *
 *   quantile(values, p): values.sort(); at = Fraction(len(values) - 1) * p; low = floor(at);
 *   values[low] + (values[low + 1] - values[low]) * (at - low), in Fractions, for p = 1/5 … 4/5.
 *   score = 1 + sum(edge < value for edge in edges), recency 6 - score.
 */
const expected = {
  customers: 4338,
  revenue: 8_911_407.904,
  recencyInAll: 403_692,
  ordersInAll: 18_532,
  edges: {
    recency: [13.8, 33, 72, 180],
    frequency: [1, 2, 3, 6],
    monetary: [250.194, 490.096, 942.276, 2058.426],
  },
  scores: {
    recency: [861, 866, 863, 880, 868],
    frequency: [1493, 835, 508, 802, 700],
    monetary: [868, 867, 868, 867, 868],
  },
  grid: [
    [67, 120, 77, 220, 384],
    [169, 159, 128, 232, 192],
    [295, 183, 121, 175, 89],
    [343, 217, 131, 146, 29],
    [619, 156, 51, 29, 6],
  ],
};

// Worked out without regard to purchases that were undone within a day.
const config = configOf({ reversals: "keep" });

describe.skipIf(!there)("the segments of online_retail.csv.gz", () => {
  let dataset: Dataset;
  let segments: Segments;
  let personas: PersonaReport;
  beforeAll(async () => {
    dataset = await openDataset([csvSource(folder, name)], config, silent);
    const report = await buildReport(dataset, config);
    if (report.segments === null) throw new Error("no segments");
    segments = report.segments;
    personas = personasIn(segments);
    return () => dataset.store.close();
  });

  test("should be of the 4,338 customers with a purchase, counted back from December 10, 2023", () => {
    expect(segments).toMatchObject({
      basis: "orders",
      customers: expected.customers,
      withoutValue: 0,
      countedFrom: "2023-12-10",
    });
    expect(personas).toMatchObject({ k: 4, transform: "log1p", trainedOn: 4338 });
    // Exact up to 4,000 customers, of a sample above.
    expect(personas.silhouetteOn).toBeLessThanOrEqual(4_000);
  });

  test("should have recency, frequency and revenue as worked out apart", async () => {
    const found = await features(dataset.store);
    const total = (values: Float64Array | undefined) => values?.reduce((all, value) => all + value, 0);
    expect(total(found?.recency)).toBe(expected.recencyInAll);
    expect(total(found?.frequency)).toBe(expected.ordersInAll);
    expect(total(found?.monetary)).toBeCloseTo(expected.revenue, 5);
  });

  test("should score by the quintiles of type 7", async () => {
    const found = await features(dataset.store);
    if (found === null) throw new Error("no features");
    const { edges } = scoreCustomers(found);
    for (const measure of measures) {
      expect(edges[measure]).toHaveLength(4);
      edges[measure].forEach((edge, index) => {
        expect(edge).toBeCloseTo(expected.edges[measure][index] ?? Number.NaN, 9);
      });
    }
  });

  test("should count customers of every score and cell of the grid exactly", () => {
    expect(segments.scores).toEqual(expected.scores);
    expect(segments.grid).toEqual(expected.grid);
  });

  test("should have all customers, and all of their revenue, in eleven segments and in four personas", () => {
    const add = (values: readonly (number | null)[]) =>
      values.reduce<number>((all, value) => all + (value ?? 0), 0);
    expect(segments.segments).toHaveLength(11);
    expect(add(segments.segments.map(({ customers }) => customers))).toBe(expected.customers);
    expect(add(segments.segments.map(({ revenue }) => revenue))).toBeCloseTo(expected.revenue, 5);
    expect(personas.personas.map((persona) => persona.name)).toEqual([
      "Platinum",
      "Gold",
      "Silver",
      "Bronze",
    ]);
    expect(add(personas.personas.map(({ customers }) => customers))).toBe(expected.customers);
    expect(add(personas.personas.map(({ revenue }) => revenue))).toBeCloseTo(expected.revenue, 5);
  });

  test("should suggest something else for each persona", () => {
    const actions = actionsIn(segments);
    for (const three of actions) expect(three).toHaveLength(3);
    expect(new Set(actions.map((three) => three.join())).size).toBe(4);
    for (const text of actions.flat()) expect(text).toMatch(/\d/);
  });
});
