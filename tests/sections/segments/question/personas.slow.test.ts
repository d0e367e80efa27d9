import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPersonas, resamples } from "../../../../src/sections/segments/question/personas.ts";
import { measures } from "../../../../src/sections/segments/question/scores.ts";
import { adjustedRandIndex } from "../../../../src/statistics/clusters/adjusted-rand-index.ts";
import { seededRandom } from "../../../../src/statistics/random/random.ts";
import { type FeatureRow, featuresOf, found } from "./feature-rows.ts";

const dayWords = [7, 14, 30, 90, 365];

/** Customers of a snapshot, sorted as `features` sorts them. */
const snapshots: fc.Arbitrary<FeatureRow[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...dayWords),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 100, max: 9_999 }).map((cents) => cents / 100),
    ),
    { minLength: 12, maxLength: 60 },
  )
  .map((rows) => rows.sort(([a, b, c], [x, y, z]) => a - x || b - y || c - z));

/** Four clouds far apart, of 40, 30, 20 and 10 customers; values by (days, times, money) descending. */
function fourClouds(basis: "orders" | "stated" = "stated"): { rows: FeatureRow[]; planted: number[] } {
  const random = seededRandom(7);
  const around = (centre: number) => centre * (0.95 + random() / 10);
  const centres = [
    [10, 40, 900],
    [20, 20, 300],
    [200, 8, 200],
    [300, 2, 20],
  ] as const;
  const rows: FeatureRow[] = [];
  const planted: number[] = [];
  centres.forEach(([recency, frequency, monetary], cloud) => {
    for (let index = 0; index < 10 * (cloud + 1); index += 1) {
      const times = basis === "orders" ? frequency : around(frequency);
      rows.push([around(recency), times, around(monetary)]);
      planted.push(cloud);
    }
  });
  return { rows, planted };
}

describe("findPersonas", () => {
  test("should find clouds that lie far apart, the most valuable first, and be sure of them", () => {
    for (const basis of ["stated", "orders"] as const) {
      const { rows, planted } = fourClouds(basis);
      const personas = found(findPersonas(featuresOf(rows, basis), 4));
      expect([...personas.labels]).toEqual(planted);
      expect(personas.personas.map(({ customers }) => customers)).toEqual([10, 20, 30, 40]);
      expect(personas.transform).toBe(basis === "orders" ? "log1p" : "none");
      for (const { stability } of personas.personas) expect(stability).toBe(1);
      expect(personas.trainedOn).toBe(100);
      expect(personas.silhouetteOn).toBe(100);
    }
  });

  test("should take the number of the highest silhouette for auto", () => {
    const { rows, planted } = fourClouds();
    const personas = found(findPersonas(featuresOf(rows), "auto"));
    expect(personas.personas).toHaveLength(4);
    expect([...personas.labels]).toEqual(planted);
    expect(personas.silhouette.indexOf(Math.max(...personas.silhouette))).toBe(4 - 2);
  });

  test("should measure in z-scores of the population standard deviation", () => {
    const { rows } = fourClouds();
    const { scale } = found(findPersonas(featuresOf(rows), 4));
    measures.forEach((measure, axis) => {
      const values = rows.map((row) => row[axis] ?? Number.NaN);
      const mean = values.reduce((all, value) => all + value, 0) / values.length;
      const variance = values.reduce((all, value) => all + (value - mean) ** 2, 0) / values.length;
      expect(scale[measure].mean).toBeCloseTo(mean, 9);
      expect(scale[measure].deviation).toBeCloseTo(Math.sqrt(variance), 9);
    });
  });

  test("should take log(1 + value) first of orders", () => {
    const { rows } = fourClouds("orders");
    const { scale } = found(findPersonas(featuresOf(rows, "orders"), 4));
    const logs = rows.map(([, , monetary]) => Math.log(1 + monetary));
    expect(scale.monetary.mean).toBeCloseTo(logs.reduce((all, value) => all + value, 0) / logs.length, 9);
  });

  test("should have as centroid the mean of its z-scores, as value that of (−recency, frequency, monetary)", () => {
    fc.assert(
      fc.property(snapshots, (rows) => {
        const result = findPersonas(featuresOf(rows), 4);
        if ("why" in result) return;
        result.personas.forEach(({ customers, centroid, value }, persona) => {
          const members = rows.filter((_, index) => result.labels[index] === persona);
          expect(members).toHaveLength(customers);
          measures.forEach((measure, axis) => {
            const { mean, deviation } = result.scale[measure];
            const own = members.reduce((all, row) => all + (row[axis] ?? 0), 0) / customers;
            // z-scores are taken to 8 digits.
            expect(centroid[measure]).toBeCloseTo((own - mean) / deviation, 7);
          });
          const { recency, frequency, monetary } = centroid;
          expect(value).toBeCloseTo((-recency + frequency + monetary) / 3, 12);
        });
        // A snapshot's customers are worth the amount times the purchases a year; recency is the days between them.
        result.personas.forEach(({ customers, worth }, persona) => {
          const members = rows.filter((_, index) => result.labels[index] === persona);
          const all = members.reduce((sum, [days, , amount]) => sum + (amount * 365) / days, 0);
          expect(worth / (all / customers)).toBeCloseTo(1, 9);
        });
        const worths = result.personas.map(({ worth }) => Number(worth.toPrecision(9)));
        expect(worths).toEqual([...worths].sort((a, b) => b - a));
      }),
      { numRuns: 15 },
    );
  });

  test("should give inertia of 1 to 10 that falls, silhouettes of 2 to 10 and stabilities of 0 to 1", () => {
    fc.assert(
      fc.property(snapshots, (rows) => {
        const result = findPersonas(featuresOf(rows), 3);
        if ("why" in result) return;
        const { inertia, silhouette, personas, knee } = result;
        const tried = Math.min(10, new Set(rows.map((row) => row.join())).size);
        expect(inertia).toHaveLength(tried);
        expect(inertia[0]).toBeCloseTo(3 * rows.length, 5);
        inertia.slice(1).forEach((value, index) => {
          expect(value).toBeLessThanOrEqual((inertia[index] ?? 0) * (1 + 1e-9));
        });
        expect(silhouette).toHaveLength(tried - 1);
        for (const value of silhouette) expect(value >= -1 && value <= 1 + 1e-12).toBe(true);
        for (const { stability } of personas) expect(stability >= 0 && stability <= 1).toBe(true);
        expect(knee === null || (knee >= 1 && knee <= tried)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  test("should be the same every time, to the last bit", () => {
    fc.assert(
      fc.property(snapshots, (rows) => {
        expect(findPersonas(featuresOf(rows), 4)).toEqual(findPersonas(featuresOf(rows), 4));
      }),
      { numRuns: 10 },
    );
  });

  test("should give no customer another persona when a snapshot's currency is scaled", () => {
    fc.assert(
      fc.property(snapshots, fc.constantFrom(0.125, 0.5, 2, 1024, 100, 0.01), (rows, factor) => {
        const scaled = rows.map(([days, times, money]): FeatureRow => [days, times, money * factor]);
        const [plain, other] = [findPersonas(featuresOf(rows), 4), findPersonas(featuresOf(scaled), 4)];
        if ("why" in plain) {
          expect(other).toEqual(plain);
          return;
        }
        expect(found(other).labels).toEqual(plain.labels);
        expect(found(other).silhouette.map((value) => value.toFixed(9))).toEqual(
          plain.silhouette.map((value) => value.toFixed(9)),
        );
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  test("should order personas of equal value by what they are, not by rounding, in any currency", () => {
    // Two groups of the same size mirror each other: 3 purchases of 0.30, and 1 purchase of 0.90. Both have
    // the same value, and only the last bits of their z-scores tell them apart.
    const mirrored = (factor: number): FeatureRow[] =>
      [
        [7, 2, 60],
        [30, 1, 90],
        [30, 3, 30],
        [365, 2, 60],
      ].flatMap(([days = 0, times = 0, cents = 0]) =>
        Array.from({ length: 6 }, (): FeatureRow => [days, times, (cents * factor) / 100]),
      );
    const order = [1, 10, 100, 7, 0.01].map((factor) => [
      ...found(findPersonas(featuresOf(mirrored(factor)), 4)).labels,
    ]);
    for (const labels of order) expect(labels).toEqual(order[0]);
  });

  test("should take as many resamples as fpc's clusterboot is asked for", () => {
    expect(resamples).toBe(50);
  });

  test("should learn from at most 100,000 customers, and assign all", () => {
    const rows = Array.from({ length: 100_500 }, (_, index): FeatureRow => {
      const kind = [1, 10, 100, 1_000][index % 4] ?? 1;
      return [2_000 / kind, kind, kind * 2];
    });
    const personas = found(findPersonas(featuresOf(rows, "orders"), 4));
    expect(personas.trainedOn).toBe(100_000);
    expect(personas.silhouetteOn).toBeLessThanOrEqual(4_000);
    expect(personas.labels).toHaveLength(100_500);
    expect(personas.personas.reduce((all, { customers }) => all + customers, 0)).toBe(100_500);
    const planted = rows.map((_, index) => index % 4);
    expect(adjustedRandIndex(personas.labels, planted)).toBe(1);
  });
});

describe("findPersonas of what cannot be divided", () => {
  const spread: FeatureRow[] = Array.from({ length: 20 }, (_, index) => [
    dayWords[index % 5] ?? 0,
    1 + ((index * 7) % 20),
    10 + ((index * 3) % 17),
  ]);
  const withRow = (row: FeatureRow): FeatureRow[] => [...spread, row];

  test("should say that there are fewer customers than personas", () => {
    expect(findPersonas(featuresOf(spread.slice(0, 3)), 4)).toEqual({ why: "few", customers: 3, k: 4 });
    expect(findPersonas(featuresOf(spread.slice(0, 1)), 4)).toEqual({ why: "few", customers: 1, k: 4 });
    expect(findPersonas(featuresOf(spread.slice(0, 1)), "auto")).toEqual({
      why: "few",
      customers: 1,
      k: 2,
    });
    expect(findPersonas(featuresOf([]), 2)).toEqual({ why: "few", customers: 0, k: 2 });
  });

  test("should say that all are alike", () => {
    const alike = spread.map((): FeatureRow => [30, 4, 10]);
    expect(findPersonas(featuresOf(alike), 4)).toMatchObject({ why: "alike", different: 1 });
    expect(findPersonas(featuresOf(alike, "orders"), "auto")).toMatchObject({ why: "alike", different: 1 });
    const three = spread.map((_, index): FeatureRow => [index % 3, index % 3, index % 3]);
    expect(findPersonas(featuresOf(three), 4)).toEqual({ why: "alike", different: 3, k: 4 });
    expect(findPersonas(featuresOf(three), 3)).toMatchObject({ personas: { length: 3 } });
  });

  test("should name the k that was wanted where all are alike", () => {
    const alike = spread.map((): FeatureRow => [30, 4, 10]);
    expect(findPersonas(featuresOf(alike), 4)).toEqual({ why: "alike", different: 1, k: 4 });
    expect(findPersonas(featuresOf(alike), 10)).toEqual({ why: "alike", different: 1, k: 10 });
  });

  test("should name the feature that is constant", () => {
    for (const [axis, measure] of measures.entries()) {
      const rows = spread.map(([...row]): FeatureRow => {
        row[axis] = 12.34;
        return row;
      });
      for (const basis of ["stated", "orders"] as const) {
        expect(findPersonas(featuresOf(rows, basis), 4)).toEqual({ why: "constant", measure, value: 12.34 });
      }
    }
  });

  test("should name the feature that is NaN or infinite", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (const basis of ["stated", "orders"] as const) {
        expect(findPersonas(featuresOf(withRow([bad, 1, 1]), basis), 4)).toEqual({
          why: "infinite",
          measure: "recency",
        });
        expect(findPersonas(featuresOf(withRow([7, bad, 1]), basis), 4)).toEqual({
          why: "infinite",
          measure: "frequency",
        });
        expect(findPersonas(featuresOf(withRow([7, 1, bad]), basis), 4)).toEqual({
          why: "infinite",
          measure: "monetary",
        });
      }
    }
  });

  test("should not call a feature constant that is only too large to square", () => {
    // 1e200² is more than a double holds: the spread overflows, and is not 0.
    expect(findPersonas(featuresOf(withRow([7, 1, 1e200])), 4)).toEqual({
      why: "infinite",
      measure: "monetary",
    });
  });

  test("should divide exactly k different customers into k, each alone", () => {
    const four: FeatureRow[] = [
      [7, 9, 90],
      [14, 7, 50],
      [90, 3, 40],
      [365, 1, 10],
    ];
    const { labels, inertia } = found(findPersonas(featuresOf(four), 4));
    expect([...labels]).toEqual([0, 1, 2, 3]);
    expect(inertia[3]).toBeCloseTo(0, 12);
  });

  test("should either say why or give k personas with customers and finite numbers, whatever the values", () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 4 }),
      fc.double({ min: 0, max: 1e12, noNaN: true }),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e-300),
    );
    const rows = fc.array(fc.tuple(value, value, value), { maxLength: 12 });
    const wanted = fc.oneof(fc.integer({ min: 2, max: 10 }), fc.constant("auto" as const));
    fc.assert(
      fc.property(rows, wanted, fc.constantFrom("orders" as const, "stated" as const), (some, k, basis) => {
        const result = findPersonas(featuresOf(some, basis), k);
        if ("why" in result) {
          expect(["few", "alike", "constant", "infinite"]).toContain(result.why);
          return;
        }
        if (k !== "auto") expect(result.personas).toHaveLength(k);
        for (const { customers, centroid, stability } of result.personas) {
          expect(customers).toBeGreaterThan(0);
          expect(Object.values(centroid).every(Number.isFinite)).toBe(true);
          expect(Number.isNaN(stability) || (stability >= 0 && stability <= 1)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
