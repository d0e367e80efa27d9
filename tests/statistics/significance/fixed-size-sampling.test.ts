import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { fixedSizeSampling } from "../../../src/statistics/significance/fixed-size-sampling.ts";

/** How often two things lie together by chance. */
function together(
  { total, weightOf }: ReturnType<typeof fixedSizeSampling>,
  one: number,
  other: number,
): number {
  return one * other - (weightOf(one) * weightOf(other)) / total;
}

describe("fixedSizeSampling", () => {
  test("should be exact where all things are alike", () => {
    for (const [size, things] of [
      [2, 4],
      [2, 250],
      [5, 9],
      [18, 250],
    ] as const) {
      const share = size / things;
      const sampling = fixedSizeSampling(new Array<number>(things).fill(share));
      // Of `things` a sample of `size` without putting back.
      const exact = (size * (size - 1)) / (things * (things - 1));
      expect(together(sampling, share, share)).toBeCloseTo(exact, 12);
    }
  });

  test("should give each thing as many companions as the size leaves room for", () => {
    const shares = fc.array(fc.double({ min: 0.02, max: 0.6, noNaN: true }), { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(shares, (drawn) => {
        const sum = drawn.reduce((all, share) => all + share, 0);
        const size = Math.max(2, Math.round(sum));
        const scaled = drawn.map((share) => Math.min(0.9, (share * size) / sum));
        const variances = scaled.map((share) => share * (1 - share));
        const largest = Math.max(...variances);
        const room = variances.reduce((all, variance) => all + 1 - Math.sqrt(1 - variance / largest), 0);
        // Where one thing outweighs the others there are no such weights.
        fc.pre(room >= 2);
        const whole = scaled.reduce((all, share) => all + share, 0);
        const sampling = fixedSizeSampling(scaled);
        scaled.forEach((share, index) => {
          const companions = scaled.reduce(
            (all, other, place) => (place === index ? all : all + together(sampling, share, other)),
            0,
          );
          expect(companions).toBeCloseTo((whole - 1) * share, 8);
        });
      }),
    );
  });

  test("should come near what drawing by unequal chances gives", () => {
    // Baskets of 3 filled by independent draws that are thrown away unless there are just 3.
    const odds = [2, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25].map((weight) => weight / (1 + weight));
    const random = seededRandom(3);
    const held = new Float64Array(8);
    let [kept, both] = [0, 0];
    while (kept < 60_000) {
      const basket = odds.flatMap((chance, thing) => (random() < chance ? [thing] : []));
      if (basket.length !== 3) continue;
      kept += 1;
      for (const thing of basket) held[thing] = (held[thing] ?? 0) + 1;
      if (basket.includes(0) && basket.includes(1)) both += 1;
    }
    const shares = Array.from(held, (count) => count / kept);
    const expected = together(fixedSizeSampling(shares), shares[0] ?? 0, shares[1] ?? 0);
    expect(Math.abs(both / kept / expected - 1)).toBeLessThan(0.03);
    // Independence would be wrong by a tenth.
    expect(both / kept / ((shares[0] ?? 0) * (shares[1] ?? 0))).toBeLessThan(0.93);
  });

  test("should stand in with the plain variances where one thing has most of all variance", () => {
    const { total, weightOf } = fixedSizeSampling([0.5, 0.01, 0.02]);
    expect(total).toBeCloseTo(0.25 + 0.0099 + 0.0196, 12);
    expect(weightOf(0.5)).toBe(0.25);
  });
});
