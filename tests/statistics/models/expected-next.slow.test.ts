import { describe, expect, test } from "vitest";
import {
  type Course,
  type Expected,
  expectedNext,
  steadyGrowth,
} from "../../../src/statistics/models/expected-next.ts";
import { type Random, seededRandom } from "../../../src/statistics/random/random.ts";

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const year = [0.7, 0.8, 0.95, 1, 1, 1, 0.9, 0.85, 1, 1.05, 1.2, 1.6].map(Math.log);

/** A series of so many months: noise of 6 %, what is added to it, and a shock to the last. */
function series(
  random: Random,
  length: number,
  { season = false, growth = 0, walk = false, shock = 0 }: Record<string, boolean | number> = {},
): number[] {
  const start = Math.floor(random() * 12);
  let level = 0;
  return Array.from({ length }, (_, month) => {
    const noise = 0.06 * normal(random);
    level += walk ? noise : 0;
    const seasonal = season ? (year[(start + month) % 12] ?? 0) : 0;
    return (
      seasonal + Number(growth) * month + (walk ? level : noise) + (month === length - 1 ? Number(shock) : 0)
    );
  });
}

/** Months of a known season, with as many orders behind each; what a season not seen may bring is left out. */
const monthly: Course = { season: 12, unseenSeason: 0, counts: [] };

/** How many of 400 series give a p of at most 2.5 %, as each of two metrics looked at may. */
function fires(kind: Parameters<typeof series>[2], length: number): number {
  const random = seededRandom(7);
  let count = 0;
  for (let shop = 0; shop < 400; shop += 1)
    if ((expectedNext(series(random, length, kind), monthly, 0.05)?.p ?? 1) <= 0.025) count += 1;
  return count;
}

describe("expectedNext", () => {
  test("should say nothing of the last of fewer than eight values", () => {
    expect(expectedNext([1, 2, 1, 2, 1, 2, 9], monthly, 0.05)).toBeNull();
    expect(expectedNext([1, 2, 1, 2, 1, 2, 1, 9], monthly, 0.05)).not.toBeNull();
  });

  test("should hold the last against a season before from two seasons and one value on", () => {
    const months = (count: number) =>
      Array.from({ length: count }, (_, month) => (month % 12) / 3 + month / 50);
    expect(expectedNext(months(24), monthly, 0.05)?.by).toBe("trend");
    const found = expectedNext(months(25), monthly, 0.05);
    expect(found).toMatchObject({ by: "season", from: 12 });
    // Every month lies 12/50 above the one a year before; so does the last.
    expect(found?.center).toBeCloseTo(24 / 50, 12);
    expect(expectedNext(months(25), { ...monthly, season: null }, 0.05)?.by).toBe("trend");
  });

  test("should give a p of at most the chance exactly where the value is outside the interval", () => {
    const random = seededRandom(3);
    for (let run = 0; run < 400; run += 1) {
      const values = series(random, 8 + (run % 40), {
        walk: run % 2 === 0,
        season: run % 3 === 0,
        shock: run % 5 === 0 ? 0.3 : 0,
      });
      const found: Expected | null = expectedNext(values, monthly, 0.05);
      if (found === null) throw new Error("nothing expected");
      const now = values.at(-1) ?? 0;
      if (found.p <= 0.05 - 1e-9) expect(now < found.low || now > found.high).toBe(true);
      if (now >= found.low && now <= found.high) expect(found.p).toBeGreaterThan(0.05 - 1e-9);
    }
  });

  test.each([
    ["noise", {}, [8, 12, 18, 24, 25, 36, 48]],
    ["growth", { growth: 0.03 }, [8, 12, 18, 24, 25, 36, 48]],
    ["decline", { growth: -0.03 }, [8, 12, 18, 24, 25, 36, 48]],
    ["a season", { season: true }, [13, 14, 18, 24, 25, 36, 48]],
    ["a random walk", { walk: true }, [8, 12, 13, 18, 24, 25, 36, 48]],
  ] as const)("should be off in at most 5 %% of series of %s", (_, kind, lengths) => {
    // 31 of 400 is what a true 5 % exceeds once in a hundred.
    for (const length of lengths) expect(fires(kind, length)).toBeLessThanOrEqual(31);
  });

  test("should be off in no more where less stands behind the last than behind those before", () => {
    const random = seededRandom(13);
    let count = 0;
    for (let shop = 0; shop < 400; shop += 1) {
      const counts = Array.from({ length: 37 }, (_, month) => (month % 12 === 0 ? 20 : 400));
      const values = counts.map((many) => Math.log(many) + normal(random) / Math.sqrt(many));
      if ((expectedNext(values, { ...monthly, counts }, 0.05)?.p ?? 1) <= 0.025) count += 1;
    }
    expect(count).toBeLessThanOrEqual(20);
  });

  test("should leave room for a season of which nothing is seen", () => {
    const values = [...Array.from({ length: 11 }, (_, month) => 0.03 * Math.sin(month * month)), -0.8];
    expect(expectedNext(values, monthly, 0.05)?.p).toBeLessThan(0.01);
    expect(expectedNext(values, { ...monthly, unseenSeason: 0.5 }, 0.05)?.p).toBeGreaterThan(0.1);
    const longer = [...Array.from({ length: 19 }, (_, month) => 0.03 * Math.sin(month * month)), -0.8];
    expect(expectedNext(longer, { ...monthly, unseenSeason: 0.5 }, 0.05)?.p).toBeLessThan(0.01);
  });

  test("should find a shock of 25 % in most series of noise and of a season", () => {
    const shock = Math.log(0.75);
    expect(fires({ shock }, 24)).toBeGreaterThan(300);
    expect(fires({ shock, season: true }, 36)).toBeGreaterThan(300);
    expect(fires({ shock, season: true, growth: 0.02 }, 48)).toBeGreaterThan(300);
  });
});

describe("steadyGrowth", () => {
  test("should know no growth from less than three seasons", () => {
    expect(
      steadyGrowth(
        Array.from({ length: 35 }, (_, month) => month / 10),
        12,
      ),
    ).toBeNull();
  });

  test("should give the mean movement against a season before, with its t interval", () => {
    const random = seededRandom(5);
    const values = Array.from(
      { length: 37 },
      (_, month) => month * 0.02 + (year[month % 12] ?? 0) + 0.01 * normal(random),
    );
    const found = steadyGrowth(values, 12);
    expect(found?.mean).toBeCloseTo(0.24, 1);
    expect(found?.low).toBeLessThan(found?.mean ?? 0);
    expect(found?.p).toBeLessThan(1e-6);
  });

  test("should take no random walk and no noise for growth", () => {
    for (const kind of [{}, { walk: true }, { season: true }]) {
      const random = seededRandom(11);
      let found = 0;
      for (let shop = 0; shop < 500; shop += 1)
        if ((steadyGrowth(series(random, 36 + (shop % 30), kind), 12)?.p ?? 1) <= 0.005) found += 1;
      expect(found).toBeLessThanOrEqual(12);
    }
  });
});
