import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layNetwork, overlap } from "../../../../src/sections/affinity/figures/network-layout.ts";

const frame = { width: 520, height: 700 };
const boxes = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ width: 50 + 10 * (index % 5), height: 40 }));
const ring = (count: number) =>
  Array.from({ length: count }, (_, from) => ({ from, to: (from + 1) % count }));

describe("layNetwork", () => {
  test("should give the same places every time", () => {
    expect(layNetwork(boxes(12), ring(12), frame)).toEqual(layNetwork(boxes(12), ring(12), frame));
  });

  test("should put the linked nearer than others", () => {
    const links = [0, 2, 4, 6].map((from) => ({ from, to: from + 1 }));
    const spots = layNetwork(boxes(8), links, frame);
    const far = (one: number, other: number) =>
      Math.hypot(
        (spots[one]?.x ?? 0) - (spots[other]?.x ?? 0),
        (spots[one]?.y ?? 0) - (spots[other]?.y ?? 0),
      );
    for (const { from, to } of links) {
      for (let other = 0; other < 8; other += 1) {
        if (other !== from && other !== to) expect(far(from, to)).toBeLessThan(far(from, other));
      }
    }
  });

  test("should keep every box inside and off the others, whatever is linked", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.array(fc.record({ from: fc.nat(23), to: fc.nat(23) }), { maxLength: 40 }),
        (count, any) => {
          const links = any.filter(({ from, to }) => from < count && to < count && from !== to);
          const spots = layNetwork(boxes(count), links, frame);
          expect(overlap(boxes(count), spots)).toBeLessThan(3);
          boxes(count).forEach(({ width, height }, index) => {
            const { x, y } = spots[index] ?? { x: Number.NaN, y: Number.NaN };
            expect(x - width / 2).toBeGreaterThanOrEqual(-1e-6);
            expect(x + width / 2).toBeLessThanOrEqual(frame.width + 1e-6);
            expect(y - height / 2).toBeGreaterThanOrEqual(-1e-6);
            expect(y + height / 2).toBeLessThanOrEqual(frame.height + 1e-6);
          });
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });

  test("should place one box in the middle, and none", () => {
    expect(layNetwork(boxes(1), [], frame)).toEqual([{ x: 260, y: 350 }]);
    expect(layNetwork([], [], frame)).toEqual([]);
  });
});
