import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustedRandIndex } from "../../../src/statistics/clusters/adjusted-rand-index.ts";

type Pair = readonly [number, number];

/** Two labels of each of some things. */
const pairs: fc.Arbitrary<Pair[]> = fc
  .integer({ min: 1, max: 5 })
  .chain((most) =>
    fc.array(fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 3 })), { maxLength: 40 }),
  );

const indexOf = (list: readonly Pair[]) =>
  adjustedRandIndex(
    list.map(([one]) => one),
    list.map(([, other]) => other),
  );

/** From the definition, pair by pair (Hubert and Arabie 1985, in the form of the four counts of pairs). */
function naive(list: readonly Pair[]): number {
  let [together, apart, onlyOne, onlyOther] = [0, 0, 0, 0];
  list.forEach(([one, other], index) => {
    for (const [one2, other2] of list.slice(index + 1)) {
      if (one === one2 && other === other2) together += 1;
      else if (one === one2) onlyOne += 1;
      else if (other === other2) onlyOther += 1;
      else apart += 1;
    }
  });
  if (onlyOne === 0 && onlyOther === 0) return 1;
  return (
    (2 * (together * apart - onlyOne * onlyOther)) /
    ((together + onlyOne) * (onlyOne + apart) + (together + onlyOther) * (onlyOther + apart))
  );
}

describe("adjustedRandIndex", () => {
  // The examples of scikit-learn's documentation of adjusted_rand_score; 4/7 is shown as 0.57 there.
  test.each([
    { one: [0, 0, 1, 1], other: [0, 0, 1, 1], expected: 1 },
    { one: [0, 0, 1, 1], other: [1, 1, 0, 0], expected: 1 },
    { one: [0, 0, 1, 2], other: [0, 0, 1, 1], expected: 4 / 7 },
    { one: [0, 0, 1, 1], other: [0, 0, 1, 2], expected: 4 / 7 },
    { one: [0, 0, 0, 0], other: [0, 1, 2, 3], expected: 0 },
    { one: [0, 0, 1, 1], other: [0, 1, 0, 1], expected: -0.5 },
  ])("should be $expected for $one and $other", ({ one, other, expected }) => {
    expect(adjustedRandIndex(one, other)).toBeCloseTo(expected, 15);
  });

  test.each([
    { what: "no things", labels: [] },
    { what: "one thing", labels: [3] },
    { what: "one cluster", labels: [0, 0, 0] },
    { what: "as many clusters as things", labels: [0, 1, 2] },
  ])("should be 1 for $what", ({ labels }) => {
    // As in scikit-learn: "Special limit cases".
    expect(adjustedRandIndex(labels, labels)).toBe(1);
  });

  test("should refuse partitions of different sizes", () => {
    expect(() => adjustedRandIndex([0, 1], [0, 1, 1])).toThrow(
      new RangeError("partitions of 2 and 3 things"),
    );
  });

  test("should take labels that are any numbers", () => {
    expect(adjustedRandIndex([-1.5, -1.5, 1e9, 7], Uint8Array.of(0, 0, 1, 1))).toBeCloseTo(4 / 7, 15);
  });

  test("should be what counting pair by pair gives", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        expect(indexOf(list)).toBeCloseTo(naive(list), 12);
      }),
    );
  });

  test("should be 1 for the same partition under other names", () => {
    const names = [4, 2, 0, 5, 1, 3];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }), (labels) => {
        expect(
          adjustedRandIndex(
            labels,
            labels.map((label) => names[label] ?? -1),
          ),
        ).toBe(1);
      }),
    );
  });

  test("should be the same from both sides", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        expect(indexOf(list.map(([one, other]) => [other, one] as const))).toBe(indexOf(list));
      }),
    );
  });

  test("should not depend on the order of the things", () => {
    const orders = pairs.chain((list) =>
      fc
        .shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
        .map((other) => ({ list, other })),
    );
    fc.assert(
      fc.property(orders, ({ list, other }) => {
        expect(indexOf(other)).toBe(indexOf(list));
      }),
    );
  });

  test("should be about 0 for partitions that have nothing to do with each other", () => {
    const list = Array.from({ length: 3000 }, (_, index) => [index % 5, Math.floor(index / 5) % 4] as const);
    expect(Math.abs(indexOf(list))).toBeLessThan(0.01);
  });
});
