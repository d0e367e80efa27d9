import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { defaultConfig } from "../../../src/config/config.ts";
import { buildReport } from "../../../src/edition/build-report.ts";
import { csvSource } from "../../../src/read/csv-source.ts";
import { silent } from "../../../src/read/progress.ts";
import { createFormatter } from "../../../src/report/format.ts";
import { type Features, features } from "../../../src/sections/segments/question/features.ts";
import {
  type Measure,
  measures,
  type Scores,
  scoreCustomers,
} from "../../../src/sections/segments/question/scores.ts";
import type { PersonaReport, Segments } from "../../../src/sections/segments/segments.ts";
import { personaSupport } from "../../../src/sections/segments/words/segments.ts";
import { openDataset } from "../../../src/store/open-dataset.ts";
import { actionsIn, personasIn } from "./some-personas.ts";

const shared = fileURLToPath(new URL("../../../../shared", import.meta.url));
const file = `${shared}/golden/shopping-segmentation.json`;
const there = existsSync(file) && existsSync(`${shared}/data/shopping_trends.csv`);
if (!there) console.warn(`skipped, for want of ${file}: the segments of shopping_trends.csv`);

const numbers = z.array(z.number());
const three = z.tuple([z.number(), z.number(), z.number()]);
const goldenSchema = z.object({
  customers: z.number(),
  scaler: z.object({ mean: three, scale: three }),
  inertia: z.record(z.string(), z.number()),
  silhouette: z.record(z.string(), z.number()),
  k4: z.array(
    z.object({
      persona: z.string(),
      size: z.number(),
      value_score: z.number(),
      centroid_z: three,
      centroid: three,
    }),
  ),
  scores: z.object({
    edges: z.object({ frequency: numbers, monetary: numbers }),
    counts: z.object({ r: numbers, f: numbers, m: numbers }),
    first_20_customers: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  }),
});

describe.skipIf(!there)("the segments of shopping_trends.csv", () => {
  let golden: z.infer<typeof goldenSchema>;
  let found: { features: Features; scores: Scores; segments: Segments; personas: PersonaReport };
  beforeAll(async () => {
    golden = goldenSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    const source = csvSource(`${shared}/data`, "shopping_trends.csv");
    const dataset = await openDataset([source], defaultConfig, silent);
    const all = await features(dataset.store);
    const { segments } = await buildReport(dataset, defaultConfig);
    await dataset.store.close();
    if (all === null || segments === null) throw new Error("no segments");
    found = { features: all, scores: scoreCustomers(all), segments, personas: personasIn(segments) };
  });

  test("should be of all customers, by stand-ins, without a transform", () => {
    expect(found.segments).toMatchObject({
      basis: "stated",
      customers: golden.customers,
      withoutValue: 0,
      countedFrom: null,
    });
    expect(found.personas).toMatchObject({ k: 4, chosenBy: "setting", transform: "none", trainedOn: 3900 });
  });

  test("should have the golden edges and count of every score, exactly", () => {
    expect(found.segments.edges).toEqual({ recency: [8, 15, 31, 91], ...golden.scores.edges });
    const { r, f, m } = golden.scores.counts;
    expect(found.segments.scores).toEqual({ recency: r, frequency: f, monetary: m });
  });

  test("should have the golden scores of the first 20 customers", () => {
    // Customers' ids in the database follow the rows, and so do those of the data.
    const scoresOf = (customer: number) => {
      const place = found.features.customers.indexOf(customer);
      return measures.map((measure) => found.scores.scores[measure][place]);
    };
    const { first_20_customers: first } = golden.scores;
    expect(first).toHaveLength(20);
    expect(first.map(([customer]) => [customer, ...scoresOf(customer)])).toEqual(first);
  });

  test("should have every customer in the grid, and no segments by name without dates", () => {
    expect(found.segments.grid.flat().reduce((all: number, count) => all + (count ?? 0), 0)).toBe(3900);
    expect(found.segments).toMatchObject({ namesHeldBack: "noDates", segments: [] });
  });
  test("should measure with the golden mean and deviation", () => {
    measures.forEach((measure, axis) => {
      expect(found.personas.scale[measure].mean).toBeCloseTo(golden.scaler.mean[axis] ?? Number.NaN, 9);
      expect(found.personas.scale[measure].deviation).toBeCloseTo(golden.scaler.scale[axis] ?? Number.NaN, 9);
    });
  });

  test("should order personas by what they are worth: amount times purchases a year as stated", () => {
    expect(found.personas.personas.map(({ name }) => name)).toEqual(["Platinum", "Gold", "Silver", "Bronze"]);
    const sizes = [1009, 1197, 1122, 572];
    found.personas.personas.forEach(({ customers }, index) => {
      expect(Math.abs(customers - (sizes[index] ?? 0))).toBeLessThanOrEqual(10);
    });
    const worths = found.personas.personas.map(({ worth }) => worth);
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
  });

  test("should call them a division of one continuum, with second names of their own", () => {
    expect(found.personas.structure).toMatchObject({ kind: "continuum", references: null });
    const profiles = found.personas.personas.map(({ profile }) => profile);
    expect(new Set(profiles).size).toBe(4);
  });

  test("should have the golden personas: sizes within 10, values and centroids", () => {
    // The golden file orders them by mean z-score, which is superseded; they are the same four.
    const { personas } = found.personas;
    const near = (one: Record<Measure, number>, other: readonly number[], digits: number) => {
      measures.forEach((measure, axis) => {
        expect(one[measure]).toBeCloseTo(other[axis] ?? Number.NaN, digits);
      });
    };
    personas.forEach((persona, index) => {
      const expected = golden.k4[[0, 2, 1, 3][index] ?? 0];
      expect(Math.abs(persona.customers - (expected?.size ?? 0))).toBeLessThanOrEqual(10);
      near(persona.centroidZ, expected?.centroid_z ?? [], 6);
      near(persona.centroid, expected?.centroid ?? [], 6);
      expect(persona.value).toBeCloseTo(expected?.value_score ?? Number.NaN, 6);
    });
  });

  test("should have the golden inertia: within 0.005 % at 4, 0.1 % from 1 to 10", () => {
    expect(found.personas.inertia.map(({ k }) => k)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { k, value } of found.personas.inertia) {
      const off = Math.abs(value / (golden.inertia[k] ?? Number.NaN) - 1);
      expect(off, `${k} clusters`).toBeLessThan(k === 4 ? 5e-5 : 1e-3);
    }
    expect(Math.abs((found.personas.inertia[3]?.value ?? 0) / 4047.8505 - 1)).toBeLessThan(5e-5);
    expect(found.personas.knee).toBe(4);
  });

  test("should have the golden silhouettes, exact, within 0.005", () => {
    expect(found.personas.silhouetteOn).toBe(3900);
    expect(found.personas.silhouette.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { k, value } of found.personas.silhouette) {
      const expected = golden.silhouette[k];
      if (expected !== undefined) expect(Math.abs(value - expected), `${k} clusters`).toBeLessThan(0.005);
    }
  });

  test("should find no gold in what is close to random: weak support, no trait of any persona", () => {
    expect(personaSupport(found.personas, createFormatter("en-US", "USD")).support).toBe("weak");
    expect(found.personas.traitsTested).toBeGreaterThan(400);
    expect(found.personas.personas.map(({ traits }) => traits)).toEqual([[], [], [], []]);
  });

  test("should suggest something else for each persona", () => {
    const actions = actionsIn(found.segments);
    for (const three of actions) expect(three).toHaveLength(3);
    expect(new Set(actions.map((three) => three.join())).size).toBe(4);
    for (const text of actions.flat()) expect(text).toMatch(/\d/);
  });
});
