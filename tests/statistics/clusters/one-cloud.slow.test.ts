import { describe, expect, test } from "vitest";
import { kMeans, thorough } from "../../../src/statistics/clusters/k-means.ts";
import { oneCloud, structureOf } from "../../../src/statistics/clusters/one-cloud.ts";
import { meanSilhouettes } from "../../../src/statistics/clusters/silhouette.ts";
import { type Points, pointsOf } from "../../../src/statistics/describe/points.ts";
import { type Random, seededRandom } from "../../../src/statistics/random/random.ts";

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Points about so many centres on a diagonal, `apart` standard deviations from each other in each dimension. */
function heaps(count: number, centres: number, apart: number, random: Random): Points {
  return pointsOf(
    [0, 1, 2].map(() =>
      Array.from({ length: count }, (_, index) => apart * (index % centres) + normal(random)),
    ),
  );
}

function kindOf(points: Points, k: number): string {
  const { labels } = kMeans(points, k, seededRandom(1), { ...thorough, chains: 1 });
  return structureOf(points, meanSilhouettes(points, [labels])[0] ?? 0, k, 5).kind;
}

describe("structureOf", () => {
  test("should find heaps that lie apart", () => {
    expect(kindOf(heaps(400, 2, 4, seededRandom(1)), 2)).toBe("natural");
    expect(kindOf(heaps(600, 3, 5, seededRandom(2)), 3)).toBe("natural");
  });

  test("should find hardly any in one heap, however long, nor in a box", () => {
    let found = 0;
    for (let seed = 1; seed <= 10; seed += 1) {
      const random = seededRandom(seed);
      const long = Array.from({ length: 300 }, () => 3 * normal(random));
      const along = (noise: number) => long.map((value) => value + noise * normal(random));
      for (const k of [2, 4]) {
        expect(kindOf(heaps(300, 1, 0, random), k)).toBe("continuum");
        if (kindOf(pointsOf([long, along(0.3), along(0.3)]), k) === "natural") found += 1;
      }
      const box = pointsOf([0, 1, 2].map(() => Array.from({ length: 300 }, random)));
      expect(kindOf(box, 4)).toBe("continuum");
    }
    // One in forty may be as far apart as in none of the clouds.
    expect(found).toBeLessThan(3);
  });

  test("should need no cloud below a silhouette of 0.5", () => {
    const points = heaps(50, 1, 0, seededRandom(3));
    expect(structureOf(points, 0.49, 2, 1)).toEqual({
      kind: "continuum",
      silhouette: 0.49,
      references: null,
    });
    expect(structureOf(points, Number.NaN, 2, 1).kind).toBe("continuum");
    expect(structureOf(points, 0.5, 2, 1).references).not.toBeNull();
  });
});

describe("oneCloud", () => {
  test("should have the very values of each dimension and their correlations by rank", () => {
    const random = seededRandom(8);
    const one = Array.from({ length: 500 }, () => Math.exp(normal(random)));
    const other = one.map((value) => Math.round(value + 2 * random()));
    const cloud = oneCloud(pointsOf([one, other]), seededRandom(2));
    const column = (axis: number) =>
      Array.from({ length: 500 }, (_, index) => cloud.values[2 * index + axis] ?? 0);
    expect(column(0).toSorted((a, b) => a - b)).toEqual(one.toSorted((a, b) => a - b));
    expect(column(1).toSorted((a, b) => a - b)).toEqual(other.toSorted((a, b) => a - b));
    const concordance = (x: readonly number[], y: readonly number[]) =>
      x.reduce((all, value, index) => all + (value > 1 === (y[index] ?? 0) > 2 ? 1 : 0), 0) / x.length;
    expect(Math.abs(concordance(column(0), column(1)) - concordance(one, other))).toBeLessThan(0.08);
  });
});
